/** The screens on which minutes are filled in, read back to all present, and written. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { commentsOf } from '../../domain/comments';
import { draftStanding } from '../../domain/draft-standing';
import { isClosed, isNewer, owns } from '../../domain/minutes-flow';
import type { LocalInspection } from '../../domain/model';
import type { MinutesForm } from '../../domain/submission-rules';
import { textOf, useServices } from '../context';
import { Button, Empty, LinkButton, Notice, Spinner, TroubleNotice } from '../parts';
import { DraftState } from '../flow/draft';
import { NotOwner, OwnerLine, OwnText } from '../flow/owner';
import { t as flow } from '../flow/words';
import { clock, dayTime, say } from '../words';
import { Earlier } from './earlier';
import { FinalMinutes } from './final-minutes';
import type { Autosave } from './autosave';
import { reveal } from './form-context';
import type { FormModel } from './form-model';
import { FormView } from './form-view';
import { useOfInspection, VisitPage, visitPath } from './frame';
import { MinutesText } from './minutes-text';
import { ReadBackBox, useReadBack } from './read-back';
import { ToRead } from './to-read';
import { READ_BACK, useMinutes, type MinutesInHand } from './use-minutes';
import { t } from './words';
import './visit.css';

/** Whether what was typed is really stored on the phone. */
export function Saved({ saving }: { saving: Autosave }) {
  const now = saving.state.value;
  if (now.state === 'failed') {
    return (
      <Notice tone="danger" live="assertive">
        <p>{t('visit.not_saved', { why: say(textOf(now.error)) })}</p>
        <Button onPress={() => saving.request()}>{t('visit.save_again')}</Button>
      </Notice>
    );
  }
  const words = now.state === 'saving' ? t('visit.saving') : now.at === null ? t('visit.saved') : t('visit.saved_at', { time: clock(now.at) });
  return <p class="small saved">{words}</p>;
}

/** Warns of what writing new minutes would undo. */
function Warning({ inspection }: { inspection: LocalInspection }) {
  if (!owns(inspection)) {
    return (
      <>
        <NotOwner inspection={inspection} />
        {inspection.minutes !== null && <ToRead minutes={inspection.minutes} />}
        <OwnText inspection={inspection} />
      </>
    );
  }
  if (inspection.state === 'approved') return <Notice tone="warning">{t('minutes.final')}</Notice>;
  if (inspection.state === 'submitted') return <Notice tone="warning">{t('minutes.voids')}</Notice>;
  return inspection.signatures.length > 0 ? <Notice tone="warning">{t('minutes.unsigned')}</Notice> : null;
}

interface InHandProps {
  id: string;
  name: MinutesForm;
  minutes: MinutesInHand;
  /** The draft was replaced by what another window typed. */
  followed: boolean;
  inspection: LocalInspection;
  path: string;
}

function ReadBack({ id, minutes, inspection, path }: InHandProps) {
  const { visits } = useServices();
  const { route } = useLocation();
  const beside = !owns(inspection);
  const { task, box, missing, write } = useReadBack(minutes.form, async () => {
    await minutes.saving.settled();
    await visits.writeMinutes(id);
    // An officer who does not own the minutes wrote minutes beside. If there are minutes in force,
    // people sign those.
    const now = visits.one(id).peek();
    route(visitPath(id, beside && now?.minutes ? '' : 'signatures'));
  });
  const same = minutes.writtenAs() !== null && inspection.minutes !== null && minutes.writtenAs() === inspection.minutes.id;
  return (
    <VisitPage
      id={id}
      title={t('read.title')}
      inspection={inspection}
      back={{ screen: path, label: t('read.edit') }}
      actions={
        <>
          <TroubleNotice trouble={task.trouble} />
          {inspection.state !== 'approved' && (
            <Button kind="primary" busy={task.busy.value} onPress={write}>
              {beside ? flow('owner.write') : t('read.write')}
            </Button>
          )}
          <LinkButton href={visitPath(id, path)}>{t('read.edit')}</LinkButton>
        </>
      }
    >
      <p>{t('read.why')}</p>
      {same ? <Notice tone="info">{t('read.unchanged', { time: dayTime(inspection.minutes?.madeAt ?? '') })}</Notice> : <Warning inspection={inspection} />}
      <MinutesText schema={minutes.schema} fields={minutes.form.fields()} level={2} />
      {box !== null && <ReadBackBox leaf={box} missing={missing} />}
    </VisitPage>
  );
}

/** Goes to a field once, if its pointer was in the address of the screen. */
export function useField(form: FormModel, pointer: string | undefined): void {
  useEffect(() => {
    if (pointer !== undefined && pointer !== '') reveal(form, form.nodeAt(pointer));
  }, [form, pointer]);
}

function Filling({ id, name, minutes, followed, inspection, path }: InHandProps) {
  const { query, route } = useLocation();
  const [asked, setAsked] = useState(0);
  const { form, saving } = minutes;
  useField(form, query.field);
  // The returned values change only with a return, so a keystroke does not look them up again.
  const comments = useMemo(() => (owns(inspection) ? commentsOf(inspection) : []), [inspection.comments, inspection.view, inspection.owner]);
  const read = (): void => {
    form.attempted.value = true;
    if (form.check() > 0) {
      setAsked((count) => count + 1);
      return;
    }
    // What was changed since has not been read to anybody yet.
    const readBack = form.root.children.find((child) => child.name === READ_BACK);
    if (readBack?.kind === 'leaf' && minutes.writtenAs() === null) readBack.set(undefined);
    route(visitPath(id, `${path}${path.includes('?') ? '&' : '?'}step=read`));
  };
  return (
    <VisitPage
      id={id}
      title={titleOf(name)}
      inspection={inspection}
      actions={
        <>
          <Saved saving={saving} />
          <Button kind="primary" onPress={read}>
            {t('minutes.read')}
          </Button>
        </>
      }
    >
      {name === 'BB-KKT' && (
        <Notice tone="info">
          <p>{t('minutes.kkt_why')}</p>
          <LinkButton href={`${visitPath(id, 'minutes')}?form=BB-KT`}>{t('minutes.to_kt')}</LinkButton>
        </Notice>
      )}
      <OwnerLine inspection={inspection} />
      <Warning inspection={inspection} />
      {/* The remarks below have links of their own, so one red box is enough. */}
      {isNewer(inspection) && !(comments.length > 0 && draftStanding(inspection)?.standing === 'returned') && <DraftState inspection={inspection} />}
      <Earlier inspection={inspection} />
      {followed && (
        <Notice tone="info" live="polite">
          {t('minutes.followed')}
        </Notice>
      )}
      <p class="hint">{t('minutes.prefilled')}</p>
      <FormView form={form} comments={comments} ofDraft={isNewer(inspection)} asked={asked} />
    </VisitPage>
  );
}

function titleOf(form: string | null): string {
  return t(form === 'BB-KKT' ? 'minutes.title_kkt' : 'minutes.title');
}

function formOf(wish: string | undefined, inspection: LocalInspection | null): MinutesForm | null {
  if (inspection === null) return null;
  const name = wish ?? inspection.draft?.form ?? inspection.minutes?.form;
  return name === 'BB-KKT' ? 'BB-KKT' : 'BB-KT';
}

/** The parts of the inspection that these screens show. A keystroke changes only the draft and
 * therefore nothing here. */
function partsOf(inspection: LocalInspection | null): string {
  if (inspection === null) return '';
  return JSON.stringify([inspection.id, inspection.state, inspection.minutes?.id, inspection.signatures.length, inspection.number, inspection.comments, inspection.draft?.form, inspection.draft?.writtenAs === null, inspection.draft?.earlier?.length, inspection.owner, inspection.self, inspection.beside, inspection.proposals, inspection.file]);
}

/** The screen. Without a form in the address it is that of the present draft or minutes, else
 * the inspection minutes. */
export function Minutes({ id }: { id: string }) {
  const { visits } = useServices();
  const { query } = useLocation();
  useOfInspection(id, partsOf);
  const inspection = visits.one(id).peek();
  const name = formOf(query.form, inspection);
  const final = inspection !== null && isClosed(inspection);
  const loading = useMinutes(id, final ? null : name);
  const title = titleOf(name);
  if (final) return <FinalMinutes id={id} inspection={inspection} />;
  if (inspection === null || name === null || loading.state !== 'ready') {
    return (
      <VisitPage id={id} title={title} inspection={inspection}>
        {loading.state === 'loading' && <Spinner label={t('visit.loading')} />}
        {loading.state === 'failed' && (
          <Notice tone="danger" live="assertive">
            <p>{say(textOf(loading.error))}</p>
            <Button onPress={loading.again}>{t('visit.again')}</Button>
          </Notice>
        )}
        {loading.state === 'no_form' && (
          <Empty title={t('minutes.form_missing')}>
            <p>{t('minutes.form_missing_why')}</p>
          </Empty>
        )}
      </VisitPage>
    );
  }
  const path = query.form === undefined ? 'minutes' : `minutes?form=${name}`;
  const { minutes, followed } = loading;
  const parts: InHandProps = { id, name, minutes, followed, inspection, path };
  if (query.step === 'read' && minutes.form.findings.peek().size === 0) return <ReadBack key="read" {...parts} />;
  return <Filling key="fill" {...parts} />;
}
