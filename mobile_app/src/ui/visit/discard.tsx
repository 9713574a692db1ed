/** Ending a visit on site with a reason, and resuming it. */
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { isNewer } from '../../domain/minutes-flow';
import { step } from '../../domain/states';
import { useServices, useTask } from '../context';
import { Button, ConfirmDialog, LinkButton, Notice, TextArea, TroubleNotice } from '../parts';
import { AskNot } from './ask-not';
import { useInspection, VisitPage, visitPath } from './frame';
import { useTyping } from './typing';
import { t } from './words';

/** The screen. */
export function Discard({ id }: { id: string }) {
  const { visits } = useServices();
  const { route } = useLocation();
  const inspection = useInspection(id);
  const task = useTask();
  const typing = useTyping(`inspection.discarded ${id}`);
  const reason = typing.text.trim();
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const ask = (): void => {
    const short = reason.length < 3;
    setError(short ? t('discard.reason_needed') : null);
    setAsking(!short);
  };
  if (inspection !== null && isNewer(inspection)) return <AskNot id={id} inspection={inspection} />;
  if (inspection?.state === 'discarded') {
    return (
      <VisitPage id={id} title={t('discard.title')} inspection={inspection}>
        <Notice tone="warning" live="polite">
          {t('discard.done')}
        </Notice>
        <TroubleNotice trouble={task.trouble} />
        <Button
          kind="primary"
          busy={task.busy.value}
          onPress={async () => {
            if (await task.run(() => visits.open(id))) route(visitPath(id));
          }}
        >
          {t('discard.reopen')}
        </Button>
      </VisitPage>
    );
  }
  const may = inspection !== null && step(inspection.state, 'inspection.discarded', inspection.view.minutes_flow).effect === 'takes';
  return (
    <VisitPage id={id} title={t('discard.title')} inspection={inspection}>
      <p>{t('discard.why')}</p>
      <p>
        <LinkButton href={`${visitPath(id, 'minutes')}?form=BB-KKT`}>{t('discard.kkt')}</LinkButton>
      </p>
      {may && !typing.ready ? null : may ? (
        <>
          <TextArea label={t('discard.reason')} value={typing.text} onInput={typing.type} error={error} maxLength={2000} required />
          <TroubleNotice trouble={typing.trouble} />
          <Button kind="danger" onPress={ask}>
            {t('discard.do')}
          </Button>
        </>
      ) : (
        <Notice tone="info">{t('discard.not_now')}</Notice>
      )}
      {asking && inspection !== null && (
        <ConfirmDialog
          title={t('discard.sure', { number: inspection.view.decision.number })}
          confirm={t('discard.do')}
          danger
          onConfirm={() => visits.discard(id, reason).then(typing.forget)}
          onClose={() => setAsking(false)}
        >
          <p>{t('discard.sure_text', { reason })}</p>
        </ConfirmDialog>
      )}
    </VisitPage>
  );
}
