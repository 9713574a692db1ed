/** For a disabled account or a revoked phone, on which signing in again does not help: what to
 * do, in order, with links. */
import { waitsOf } from '../../domain/informations';
import { useServices } from '../context';
import { LinkButton, Notice } from '../parts';
import { hasUnsent, unsentPhrase, withOthers } from '../parts/status-line';
import { say, t } from '../words';

/** Shows nothing while the phone may send. `linked` adds the link to the rescue file; that
 * file's own screen omits it. */
export function StoppedNotice({ linked = true }: { linked?: boolean }) {
  const { accounts, informations, outbox, rescue } = useServices();
  const why = accounts.signInNeeded.value;
  if (!accounts.stopped.value || why === null) return null;
  const unsent = hasUnsent(rescue.pending.value);
  return (
    <Notice tone="danger" title={t('stopped.title')} live="polite">
      <p>{say(why)}</p>
      {unsent ? (
        <>
          <p>{t('stopped.kept', { what: unsentPhrase(withOthers(outbox.summary.value, informations.queued.value.reduce((sum, one) => sum + waitsOf(one), rescue.pending.value.drafts), 0)) })}</p>
          {/* Before the other steps, of which it is the first: on a small screen they fill the rest. */}
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
          {/* Once the desk has enabled it again. */}
          <LinkButton href="/app/sign-in">{t('sign_in.again')}</LinkButton>
        </div>
      )}
    </Notice>
  );
}
