/** The inspection decision at the door: its state, its QR code, its signed file, what changed since
 * and by which paper. Everything but a file that was never fetched works without a signal. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { changesOf, decisionPaper, paperOf, standingOf, type DecisionChange, type DecisionPaper, type DecisionStanding } from '../../domain/decision';
import type { LocalInspection } from '../../domain/model';
import { useServices } from '../context';
import { CopyLink } from '../copies/link';
import { LinkButton, Notice, Tag, type Tone } from '../parts';
import { handedOver } from '../veil';
import { day, dayTime, say } from '../words';
import { BigCode, DecisionSheet } from './decision-sheet';
import { DecisionFile } from './decision-file';
import { DOOR, t } from './decision-words';
import { useInspection, VisitPage, visitPath } from './frame';

const TONE: Record<DecisionStanding, Tone> = { in_force: 'good', changed: 'warning', withdrawn: 'danger', lapsed: 'danger' };

/** When this phone heard of each change; empty until it is read. */
function useHeard(changes: number): Record<string, string> {
  const { decisionFiles } = useServices();
  const [heard, setHeard] = useState<Record<string, string>>({});
  useEffect(() => {
    let here = true;
    decisionFiles.heard().then(
      (found) => here && setHeard(found),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [decisionFiles, changes]);
  return heard;
}

function Words({ all }: { all: readonly string[] }) {
  return all.length === 1 ? <>{all[0]}</> : <ul>{all.map((one) => <li key={one}>{one}</li>)}</ul>;
}

const BY_PAPER = { amended: 'decision.amended_title', extended: 'decision.extended_title' } as const;
const ENDS = { withdrawn: 'decision.withdrawn_title', lapsed: 'decision.lapsed_title' } as const;

function titleOf({ kind, number, issued_on }: DecisionChange): string {
  if (kind === 'withdrawn' || kind === 'lapsed') return t(ENDS[kind]);
  return t(BY_PAPER[kind], { number: issued_on === null ? (number ?? '') : `${number ?? ''} (${day(issued_on)})` });
}

/** One change: by which paper, since when, what it was before and what it is now. */
function Change({ inspection, change, heard }: { inspection: LocalInspection; change: DecisionChange; heard: string | undefined }) {
  const paper = paperOf(inspection.view, change);
  const since = { time: dayTime(change.at), name: change.officer_name };
  return (
    <Notice tone={change.undone_at !== null ? 'info' : change.kind in ENDS ? 'danger' : 'warning'} title={titleOf(change)}>
      <p>{heard === undefined ? t('decision.since_unheard', since) : t('decision.since', { ...since, heard: dayTime(heard) })}</p>
      {change.undone_at !== null && <p>{t('decision.undone', { time: dayTime(change.undone_at) })}</p>}
      <p>
        {t('decision.reason')}: {change.reason}
      </p>
      {change.parts.map((part) => (
        <dl key={part.what} class="facts door-part">
          <dt>
            {t(`decision.part_${part.what}`)}, {t('decision.before').toLowerCase()}
          </dt>
          <dd>
            <Words all={part.before} />
          </dd>
          <dt>{t('decision.after')}</dt>
          <dd>
            <Words all={part.after} />
          </dd>
        </dl>
      ))}
      {paper !== null && <DecisionFile inspectionId={inspection.id} paper={paper} />}
    </Notice>
  );
}

/** How the paper was signed, if somebody must know it before showing it. */
function ByHand({ paper }: { paper: DecisionPaper }) {
  if (paper.state === 'signed') return null;
  return <Notice tone={paper.state === 'sent_back' ? 'danger' : 'info'}>{t(`decision.${paper.state}`)}</Notice>;
}

/** `/app/inspections/:id/decision`. */
export function Decision({ id }: { id: string }) {
  const inspection = useInspection(id);
  const changes = inspection === null ? [] : changesOf(inspection.view);
  const heard = useHeard(changes.length);
  if (inspection === null) return <VisitPage id={id} title={t('decision.title')} inspection={null}>{null}</VisitPage>;
  const standing = standingOf(inspection.view);
  const paper = decisionPaper(inspection.view);
  const ended = standing === 'withdrawn' || standing === 'lapsed';
  const show = <LinkButton kind="primary" href={visitPath(id, 'decision/show')}>{t('decision.show')}</LinkButton>;
  return (
    <VisitPage id={id} title={t('decision.title')} inspection={inspection} actions={ended ? undefined : show}>
      <p>
        <Tag tone={TONE[standing]}>{t(`decision.${standing}`)}</Tag>
      </p>
      {ended && <Notice tone="danger">{t('decision.ended_means')}</Notice>}
      {inspection.gone && <Notice tone="warning">{t('decision.gone')}</Notice>}
      {paper === null ? <Notice tone="info">{t('decision.no_paper')}</Notice> : <ByHand paper={paper} />}
      {changes.length > 0 && (
        <section>
          <h2>{t('decision.changes')}</h2>
          {changes.map((change) => (
            <Change key={change.id} inspection={inspection} change={change} heard={heard[change.id]} />
          ))}
        </section>
      )}
      {paper !== null && (
        <section>
          {!ended && <BigCode paper={paper} />}
          <p class="small">{say(paper.title)}</p>
          <DecisionFile inspectionId={id} paper={paper} />
          {paper.state !== 'sent_back' && <CopyLink inspectionId={id} code={paper.code} />}
        </section>
      )}
      {!ended && <p class="hint">{t('decision.show_means')}</p>}
      <section>
        <h2>{t('decision.all')}</h2>
        <div class="door-card">
          <DecisionSheet inspection={inspection} />
        </div>
      </section>
    </VisitPage>
  );
}

/** `/app/inspections/:id/decision/show`: only the decision, to be shown to the inspected party. Leaving it by any
 * way locks the phone. */
export function DecisionShow({ id }: { id: string }) {
  const { accounts } = useServices();
  const inspection = useInspection(id);
  const heading = useRef<HTMLHeadingElement>(null);
  const here = inspection !== null;
  useEffect(() => {
    if (!here) return;
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
    return () => {
      handedOver.value = true;
      void accounts.veil().catch(() => undefined);
    };
  }, [accounts, here]);
  useEffect(() => {
    document.title = DOOR.document;
  }, []);
  if (inspection === null) return <VisitPage id={id} title={t('decision.title')} inspection={null}>{null}</VisitPage>;
  const title = (
    <h1 tabIndex={-1} ref={heading} lang="vi">
      {decisionTitle(inspection)}
    </h1>
  );
  return (
    <div class="door-screen">
      <main>
        <DecisionSheet inspection={inspection} code heading={title} />
      </main>
      <footer class="door-foot">
        <LinkButton href={visitPath(id, 'decision')}>{t('decision.give_back')}</LinkButton>
        <p class="small">{t('decision.give_back_means')}</p>
      </footer>
    </div>
  );
}

function decisionTitle({ view }: LocalInspection): string {
  return decisionPaper(view)?.title.vi ?? t('decision.title');
}
