/** Minutes that a submission named, or that have their number: for reading only. What was typed and not written is still
 * here, and can be sent as minutes beside. */
import { leftOver } from '../../domain/minutes-flow';
import type { LocalInspection } from '../../domain/model';
import { useServices, useTask } from '../context';
import { DraftState } from '../flow/draft';
import { FileState, Final } from '../flow/file';
import { OwnerLine, OwnText } from '../flow/owner';
import { t as flow } from '../flow/words';
import { Button, Collapsible, LinkButton, TroubleNotice } from '../parts';
import { dayTime } from '../words';
import { VisitPage, visitPath } from './frame';
import { NumberOfMinutes } from './minutes-number';
import { MinutesText } from './minutes-text';
import { useMinutesMark } from './signed';
import { useSchema } from './use-minutes';
import { t } from './words';

function Typed({ inspection }: { inspection: LocalInspection }) {
  const { visits } = useServices();
  const task = useTask();
  const { draft, id } = inspection;
  const schema = useSchema(draft?.form ?? null, draft?.formVersion ?? 0);
  const left = leftOver(inspection);
  if (draft === null || left === null || !schema) return null;
  return (
    <Collapsible lazy title={flow('earlier.title')}>
      <MinutesText schema={schema} fields={draft.fields} level={3} />
      <TroubleNotice trouble={task.trouble} />
      {left === 'waits' ? (
        <p class="hint">{flow('earlier.waits')}</p>
      ) : (
        <Button busy={task.busy.value} onPress={() => task.run(() => visits.writeMinutes(id))}>
          {flow('owner.write')}
        </Button>
      )}
    </Collapsible>
  );
}

/** The screen that replaces the form. */
export function FinalMinutes({ id, inspection }: { id: string; inspection: LocalInspection }) {
  const { minutes } = inspection;
  const schema = useSchema(minutes?.form ?? null, minutes?.formVersion ?? 0);
  const mark = useMinutesMark(minutes);
  return (
    <VisitPage id={id} title={t(minutes?.form === 'BB-KKT' ? 'minutes.title_kkt' : 'minutes.title')} inspection={inspection} actions={<LinkButton href={visitPath(id, 'signatures')}>{t('sign.list_title')}</LinkButton>}>
      <Final inspection={inspection} />
      <NumberOfMinutes inspection={inspection} complete />
      <Typed inspection={inspection} />
      <OwnerLine inspection={inspection} />
      <FileState inspection={inspection} />
      <DraftState inspection={inspection} quiet />
      {minutes !== null && <p class="small">{t('minutes.in_force', { time: dayTime(minutes.madeAt), hash: mark ?? '…' })}</p>}
      {schema && minutes !== null && <MinutesText schema={schema} fields={minutes.fields} level={2} />}
      <OwnText inspection={inspection} />
    </VisitPage>
  );
}
