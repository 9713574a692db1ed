/** The steps of a visit with their state, as links. The title is the link and covers the whole
 * row; the state is its description. */
import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import type { FilingDraft, LocalFiled } from '../../domain/filings';
import { keptAside } from '../../domain/inspection';
import { mineBeside, ownerName, owns, toSign, writerOf } from '../../domain/minutes-flow';
import type { LocalInspection, Obstacle } from '../../domain/model';
import type { LocalPaper } from '../../domain/papers';
import { photoCounts, type PhotoCounts } from '../../domain/photo-counts';
import { Icon, List, Tag, type IconName } from '../parts';
import { useServices } from '../context';
import { t as flow } from '../flow/words';
import { clock, dayTime, t } from '../words';

function filingsNote({ filed, drafts }: { filed: LocalFiled[]; drafts: FilingDraft[] }): string {
  const count = filed.filter((one) => one.struck === null).length;
  if (drafts.length > 0) return t('visit.filings_open', { count, drafts: drafts.length });
  return count > 0 ? t('visit.filings_some', { count }) : t('visit.filings_none');
}

/** What prevents a submission, read again whenever the inspection changes. Null until known. */
export function useObstacles(inspection: LocalInspection): Obstacle[] | null {
  const { visits } = useServices();
  const [obstacles, setObstacles] = useState<Obstacle[] | null>(null);
  useEffect(() => {
    let current = true;
    visits.obstacles(inspection.id).then(
      (found) => {
        if (current) setObstacles(found);
      },
      () => {
        // The review says why it is unknown. Here no tag is better than a wrong one.
        if (current) setObstacles(null);
      },
    );
    return () => {
      current = false;
    };
  }, [visits, inspection]);
  return obstacles;
}

interface StepProps {
  href: string;
  icon: IconName;
  title: string;
  note: string;
  /** Null if unknown. */
  done: boolean | null;
  /** What is missing, in a few words; '' if nothing is or if it is unknown. */
  missing?: string;
}

function Step({ href, icon, title, note, done, missing = '' }: StepProps) {
  const id = useId();
  return (
    <li class="row step">
      <Icon name={icon} />
      <span class="row-words">
        <a class="row-title" href={href} aria-describedby={`${id}-note`}>
          {title}
        </a>
        <span class="row-note" id={`${id}-note`}>
          {note} {done !== null && <Tag tone={done ? 'good' : 'warning'}>{done ? t('visit.step_done') : missing === '' ? t('visit.step_open') : t('visit.step_missing', { what: missing })}</Tag>}
        </span>
      </span>
      <Icon name="forward" />
    </li>
  );
}

const MISSING: Readonly<Record<string, Parameters<typeof t>[0]>> = {
  not_opened: 'missing.not_opened',
  not_announced: 'missing.not_announced',
  place_missing: 'missing.place_missing',
  minutes_missing: 'missing.minutes_missing',
  form_missing: 'missing.form_missing',
  minutes_not_written: 'missing.minutes_not_written',
  leader_not_signed: 'missing.leader_not_signed',
  subject_not_signed: 'missing.subject_not_signed',
  authority_not_signed: 'missing.authority_not_signed',
  witness_not_signed: 'missing.witness_not_signed',
};

/** What keeps a step from being done: "vị trí, chữ ký Trưởng Đoàn". */
export function missingWords(obstacles: readonly Obstacle[]): string {
  const fields = obstacles.filter((obstacle) => obstacle.code === 'form_invalid').length;
  const words = obstacles.flatMap(({ code }) => (MISSING[code] === undefined ? [] : [t(MISSING[code])]));
  return [...words, ...(fields > 0 ? [t('missing.fields', { count: fields })] : [])].join(', ');
}

function placeNote(inspection: LocalInspection): string {
  if (inspection.announcedAt) return t('visit.place_announced', { time: dayTime(inspection.announcedAt) });
  return t(inspection.places.length > 0 ? 'visit.place_only' : 'visit.place_none');
}

function minutesNote(inspection: LocalInspection): string {
  const { draft, minutes } = inspection;
  if (keptAside(inspection).some(({ act }) => act.type === 'minutes.written')) return t('visit.minutes_kept_aside');
  const mine = owns(inspection) ? null : mineBeside(inspection);
  if (mine && (draft === null || draft.writtenAs !== null)) {
    const own = flow('owner.step_written', { time: dayTime(mine.madeAt) });
    // Both texts, once the owner's exists: people sign the owner's.
    return minutes ? `${flow('owner.step_others', { name: writerOf(inspection, minutes) ?? ownerName(inspection), time: dayTime(minutes.madeAt) })}. ${own}` : own;
  }
  if (draft && draft.writtenAs === null) return minutes ? t('visit.minutes_changed') : t('visit.minutes_draft', { time: clock(draft.updatedAt) });
  return minutes ? t('visit.minutes_written', { time: dayTime(minutes.madeAt) }) : t('visit.minutes_none');
}

function photosNote({ inForce, same, ofOthers }: PhotoCounts): string {
  if (inForce === 0) return t('visit.photos_none');
  const said = [t('visit.photos_some', { count: inForce })];
  if (ofOthers > 0) said.push(t('visit.photos_others', { count: ofOthers }));
  if (same > 0) said.push(t('visit.photos_same', { count: same }));
  return said.join(', ');
}

function papersNote(papers: readonly LocalPaper[]): string {
  if (papers.length === 0) return t('visit.papers_none');
  return t('visit.papers_some', { count: papers.length, numbered: papers.filter((paper) => paper.number !== null).length });
}

/** Place, photographs, minutes, signatures, review: in the order of a visit, but open
 * in any order. */
export function Steps({ inspection, title }: { inspection: LocalInspection; title: string }) {
  const obstacles = useObstacles(inspection);
  const { papers: engine } = useServices();
  const papers = useMemo(() => engine.of(inspection.id), [engine, inspection.id]).value;
  const { filings: filing } = useServices();
  const filings = useMemo(() => filing.of(inspection.id), [filing, inspection.id]).value;
  const base = `/app/inspections/${inspection.id}`;
  const ended = inspection.state === 'submitted' || inspection.state === 'approved' || inspection.state === 'refused';
  // For an officer who does not own the minutes no step is ready or missing: another
  // officer submits them.
  const others = !owns(inspection) || inspection.state === 'discarded';
  const done = (screen: Obstacle['screen']): boolean | null => (ended || others || obstacles === null ? null : !obstacles.some((obstacle) => obstacle.screen === screen));
  const missing = (screen: Obstacle['screen']): string => missingWords((obstacles ?? []).filter((obstacle) => obstacle.screen === screen));
  const photos = photoCounts(inspection);
  const signatures = inspection.signatures.length;
  return (
    <section>
      <h2>{title}</h2>
      <List label={title}>
        <Step href={`${base}/place`} icon="place" title={t('visit.place')} note={placeNote(inspection)} done={done('place')} missing={missing('place')} />
        <Step href={`${base}/photos`} icon="camera" title={t('visit.photos')} note={photosNote(photos)} done={photos.inForce > 0 ? done('photos') : null} />
        <Step href={`${base}/minutes`} icon="minutes" title={t('visit.minutes')} note={minutesNote(inspection)} done={done('minutes')} missing={missing('minutes')} />
        <Step href={`${base}/signatures`} icon="pen" title={t('visit.signatures')} note={signatures > 0 ? t('visit.signatures_some', { count: signatures }) : t('visit.signatures_none')} done={toSign(inspection) === null && !ended && !others ? false : done('signatures')} missing={inspection.minutes === null ? t('missing.minutes_first') : missing('signatures')} />
        {(inspection.announcedAt !== null || papers.length > 0) && (
          <Step href={`${base}/papers`} icon="minutes" title={t('visit.papers')} note={papersNote(papers)} done={papers.length > 0 ? papers.every((paper) => paper.number !== null) : null} />
        )}
        <Step href={`${base}/filings`} icon="outbox" title={t('visit.filings')} note={filingsNote(filings)} done={null} />
        {!ended && !others && (
          <Step
            href={`${base}/review`}
            icon="check"
            title={t('visit.review')}
            note={obstacles === null ? '' : obstacles.length === 0 ? t('visit.review_ready') : t('visit.review_missing', { count: obstacles.length })}
            done={null}
          />
        )}
      </List>
    </section>
  );
}
