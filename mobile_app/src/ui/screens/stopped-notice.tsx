/** An account that is shut, or a phone that was revoked: signing in again does not help. What to do, in order, and the way there. */
import { useServices } from '../context';
import { LinkButton, Notice } from '../parts';
import { unsentPhrase } from '../parts/status-line';
import { say, t } from '../words';

/** Nothing while the phone may send. `linked`: the rescue file is one touch away; on its own screen it is not linked again. */
export function StoppedNotice({ linked = true }: { linked?: boolean }) {
  const { accounts, outbox, rescue } = useServices();
  const why = accounts.signInNeeded.value;
  if (!accounts.stopped.value || why === null) return null;
  const { acts, photos } = rescue.pending.value;
  const unsent = acts + photos > 0;
  return (
    <Notice tone="danger" title={t('stopped.title')} live="polite">
      <p>{say(why)}</p>
      {unsent ? (
        <>
          <p>{t('stopped.kept', { what: unsentPhrase(outbox.summary.value) })}</p>
          {/* Before the steps, of which it is the first: on a small screen they fill the rest. */}
          {linked && (
            <div class="button-row">
              <LinkButton kind="primary" href="/app/rescue">
                {t('home.rescue')}
              </LinkButton>
            </div>
          )}
          <ol>
            <li>{t('stopped.make')}</li>
            <li>{t('stopped.hand')}</li>
            <li>{t('stopped.keep')}</li>
          </ol>
        </>
      ) : (
        <p>{t('stopped.nothing')}</p>
      )}
      {linked && (
        <div class="button-row">
          {/* Once it was opened again at the desk. */}
          <LinkButton href="/app/sign-in">{t('sign_in.again')}</LinkButton>
        </div>
      )}
    </Notice>
  );
}
