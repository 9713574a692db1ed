/** In the newer flow the team cannot give a visit up by itself. It asks for that with a reason,
 * until the announcement. */
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { step } from '../../domain/states';
import type { LocalInspection } from '../../domain/model';
import { useServices, useTask } from '../context';
import { Asked } from '../flow/asked';
import { t } from '../flow/words';
import { Button, ConfirmDialog, LinkButton, Notice, TextArea, TroubleNotice } from '../parts';
import { VisitPage, visitPath } from './frame';
import { useTyping } from './typing';
import { t as visit } from './words';

function Form({ inspection }: { inspection: LocalInspection }) {
  const { visits } = useServices();
  const typing = useTyping(`inspection.discarded ${inspection.id}`);
  const reason = typing.text.trim();
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const press = (): void => {
    const short = reason.length < 3;
    setError(short ? visit('discard.reason_needed') : null);
    setAsking(!short);
  };
  if (!typing.ready) return null;
  return (
    <>
      <p>{t('discard.why')}</p>
      {inspection.state !== 'decided' && (
        <p>
          <LinkButton href={`${visitPath(inspection.id, 'minutes')}?form=BB-KKT`}>{visit('discard.kkt')}</LinkButton>
        </p>
      )}
      <TextArea label={t('discard.reason')} value={typing.text} onInput={typing.type} error={error} maxLength={2000} required />
      <TroubleNotice trouble={typing.trouble} />
      <Button kind="danger" onPress={press}>
        {t('discard.do')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('discard.sure', { number: inspection.view.decision.number })}
          confirm={t('discard.do')}
          danger
          onConfirm={() => visits.discard(inspection.id, reason).then(typing.forget)}
          onClose={() => setAsking(false)}
        >
          <p>{t('discard.sure_text', { reason })}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

/** The screen, also after the request was made, and after the decision was withdrawn. */
export function AskNot({ id, inspection }: { id: string; inspection: LocalInspection }) {
  const { visits } = useServices();
  const { route } = useLocation();
  const task = useTask();
  const withdrawn = inspection.state === 'discarded';
  const cell = step(inspection.state, 'inspection.discarded', inspection.view.minutes_flow);
  const asked = !withdrawn && inspection.discardAsked !== null;
  return (
    <VisitPage id={id} title={t('discard.title')} inspection={inspection}>
      <Asked inspection={inspection} />
      <TroubleNotice trouble={task.trouble} />
      {asked && (
        <Button
          kind="primary"
          busy={task.busy.value}
          onPress={async () => {
            if (await task.run(() => visits.open(id))) route(visitPath(id));
          }}
        >
          {t('discard.go_on')}
        </Button>
      )}
      {!asked && !withdrawn && (cell.effect === 'takes' ? <Form inspection={inspection} /> : <Notice tone="info">{t('discard.announced')}</Notice>)}
    </VisitPage>
  );
}
