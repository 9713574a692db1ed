/** An assignment, and the hub of its visit: what the supervisor wants corrected, the steps with
 * their state, the decision. */
import { useMemo } from 'preact/hooks';
import { keptAside } from '../../domain/inspection';
import { isFinal, isNewer } from '../../domain/minutes-flow';
import type { LocalInspection } from '../../domain/model';
import { declaredHere } from '../../domain/relations';
import { Button, LinkButton, List, Notice, Page, Row, Tag, TroubleNotice } from '../parts';
import { useServices, useTask, type Task } from '../context';
import { Asked } from '../flow/asked';
import { Beside } from '../flow/beside';
import { DraftState } from '../flow/draft';
import { FileState } from '../flow/file';
import { NotOwner, OwnerLine, OwnText, ReplacedText } from '../flow/owner';
import { NotSupplemented } from '../flow/supplement';
import { standing } from '../flow/state';
import { WaitsFor } from '../flow/waits-for';
import { t as flow } from '../flow/words';
import { dayTime, t } from '../words';
import { BeginObstacles, useBegin, type Begin } from './inspection-begin';
import { Comments } from './inspection-comments';
import { Decision, DecisionRow, History, Subject, Team } from './inspection-facts';
import { ClockTold } from './home-notices';
import { Steps } from './inspection-steps';
import { isStatement, NextStepLine, useNextStep } from './next-step';

const working = new Set<LocalInspection['state']>(['opened', 'announced', 'returned', 'revising']);

/** Before these the officer is not at work, after them the visit is over. */
const ASKED_IN = new Set<LocalInspection['state']>(['decided', 'opened', 'announced']);

const ENDED = { submitted: 'visit.submitted_means', approved: 'visit.approved_means', refused: 'visit.closed_refused' } as const;

/** The next step of the visit, and a button for the camera beside it: the actions that
 * are used most. */
function MainAction({ inspection, begin, task }: { inspection: LocalInspection; begin: Begin; task: Task }) {
  const { step, words, href, here } = useNextStep(inspection);
  if (step === 'begin' || step === 'begin_again' || step === 'go_on') {
    return (
      <Button kind="primary" busy={task.busy.value} onPress={begin.start}>
        {words}
      </Button>
    );
  }
  const camera = `/app/inspections/${inspection.id}/camera`;
  const told = here || isStatement(step);
  const mayTake = working.has(inspection.state) || inspection.state === 'submitted' || inspection.state === 'approved';
  return (
    <>
      {told ? <NextStepLine inspection={inspection} /> : <LinkButton kind="primary" href={href}>{words}</LinkButton>}
      {mayTake && (told || href !== camera) && <LinkButton {...(step === 'help' ? { kind: 'primary' as const } : {})} href={camera}>{t(working.has(inspection.state) ? 'visit.take_photo' : 'visit.take_more')}</LinkButton>}
    </>
  );
}

/** What this phone made and sent too late. It is not what was submitted or approved, and the
 * screen must not suggest that it is. */
function KeptAside({ inspection }: { inspection: LocalInspection }) {
  const first = keptAside(inspection)[0];
  if (!first) return null;
  return (
    <Notice tone="warning" title={t('visit.kept_aside', { time: dayTime(first.act.made_at) })}>
      <p>{t('visit.kept_aside_means')}</p>
      <LinkButton href="/app/outbox">{t('visit.kept_aside_why')}</LinkButton>
    </Notice>
  );
}

/** Links for a visit that cannot be carried out. */
function Otherwise({ inspection }: { inspection: LocalInspection }) {
  const base = `/app/inspections/${inspection.id}`;
  const newer = isNewer(inspection);
  const announced = newer && inspection.announcedAt !== null;
  return (
    <section>
      <h2>{t('visit.otherwise')}</h2>
      <List>
        {inspection.state !== 'decided' && <Row href={`${base}/minutes?form=BB-KKT`} title={t('visit.not_executed')} note={t('visit.not_executed_means')} />}
        {!announced && <Row href={`${base}/discard`} title={newer ? flow('discard.title') : t('visit.discard')} note={newer ? flow('discard.row_means') : t('visit.discard_means')} />}
      </List>
      {announced && <p class="small">{flow('discard.announced')}</p>}
    </section>
  );
}

/** Asks the officer whether there is a relation to the party, until there is an answer. */
function RelationAsked({ inspection }: { inspection: LocalInspection }) {
  const said = declaredHere(inspection);
  if (said?.relation) {
    return (
      <Notice tone="warning" title={t('visit.related')}>
        <p>{t('visit.related_means')}</p>
      </Notice>
    );
  }
  if (said || !ASKED_IN.has(inspection.state)) return null;
  return (
    <Notice tone="warning" title={t('visit.relation_waits')}>
      <p>{t('visit.relation_means')}</p>
      <LinkButton href={`/app/inspections/${inspection.id}/relation`}>{t('visit.relation_do')}</LinkButton>
    </Notice>
  );
}

function Present({ inspection }: { inspection: LocalInspection }) {
  const task = useTask();
  const begin = useBegin(inspection.id, task);
  const { state, view } = inspection;
  const submittedAt = view.submitted_at;
  const newer = isNewer(inspection);
  const { words, tone } = standing(inspection);
  return (
    <Page title={view.decision.subject.name} back={{ href: '/app/', label: t('visit.back') }} actions={<MainAction inspection={inspection} begin={begin} task={task} />}>
      <p>
        <Tag tone={tone}>{words}</Tag> <span class="small">{view.decision.number}</span>
      </p>
      <TroubleNotice trouble={task.trouble} />
      <ClockTold />
      <BeginObstacles begin={begin} />
      {inspection.gone && <Notice tone="warning">{t('visit.gone')}</Notice>}
      <RelationAsked inspection={inspection} />
      <DecisionRow inspection={inspection} />
      <Asked inspection={inspection} />
      <FileState inspection={inspection} />
      <WaitsFor inspection={inspection} />
      {!isFinal(inspection) && <DraftState inspection={inspection} />}
      {!isFinal(inspection) && <Comments inspection={inspection} />}
      <NotOwner inspection={inspection} written />
      <ReplacedText inspection={inspection} />
      <OwnText inspection={inspection} />
      <NotSupplemented inspection={inspection} />
      <Beside inspection={inspection} />
      {state === 'discarded' && !newer && <Notice tone="warning">{t('visit.discarded_means')}</Notice>}
      <KeptAside inspection={inspection} />
      {!newer && (state === 'submitted' || state === 'approved' || state === 'refused') && (
        <Notice tone={state === 'refused' ? 'danger' : 'good'} {...(submittedAt ? { title: t('visit.submitted', { time: dayTime(submittedAt) }) } : {})}>
          {t(ENDED[state])}
        </Notice>
      )}
      {state !== 'discarded' && <OwnerLine inspection={inspection} link />}
      {newer && submittedAt && <p class="small">{t('visit.submitted', { time: dayTime(submittedAt) })}</p>}
      {(working.has(state) || state in ENDED || (newer && state === 'discarded')) && <Steps inspection={inspection} title={state === 'discarded' ? flow('discard.kept') : t(state in ENDED ? 'visit.addendum' : 'visit.steps')} />}
      <Subject inspection={inspection} />
      <Decision inspection={inspection} />
      <Team inspection={inspection} />
      <History inspection={inspection} />
      {(working.has(state) || (newer && state === 'decided')) && <Otherwise inspection={inspection} />}
      {state === 'decided' && <p class="small">{t('visit.begin_means')}</p>}
    </Page>
  );
}

/** `/app/inspections/:id`. Says so if the inspection is not on this phone. */
export function Inspection({ id }: { id: string }) {
  const { visits } = useServices();
  const one = useMemo(() => visits.one(id), [visits, id]);
  const inspection = one.value;
  if (inspection) return <Present key={id} inspection={inspection} />;
  return (
    <Page
      title={t('visit.missing')}
      back={{ href: '/app/', label: t('visit.back') }}
      actions={
        <LinkButton kind="primary" href="/app/">
          {t('not_found.home')}
        </LinkButton>
      }
    >
      <p>{t('visit.missing_means')}</p>
    </Page>
  );
}
