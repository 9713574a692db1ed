/** The supervisor's remarks of the last return, each with a link to its field or photograph, to
 * be corrected or answered. */
import { isNewer, owns } from '../../domain/minutes-flow';
import type { LocalInspection } from '../../domain/model';
import { remarksOf, type Remark } from '../../domain/remarks';
import { useServices, useTask } from '../context';
import { List, Notice, Row, Tag, TroubleNotice } from '../parts';
import { usePlaceName, type Place } from '../remark-places';
import { t as ofFlow } from '../flow/words';
import { t } from '../words';
import { Answering, type Point } from './answering';

/** The address at which a remark is corrected. The minutes' screen takes `field` as a JSON
 * Pointer and goes there. */
function pointOf(inspection: LocalInspection, remark: Remark, name: (place: Place) => string): Point {
  const { key, text, photoId, field, answered: changed, answer } = remark;
  const base = `/app/inspections/${inspection.id}`;
  const mend = t(changed ? 'visit.comments_look' : 'visit.comments_mend');
  const href = photoId !== null ? `${base}/photos/${photoId}` : `${base}/minutes${field ? `?field=${encodeURIComponent(field)}` : ''}`;
  return { key, text, href, words: `${name(remark)}: ${mend}`, changed, answer };
}

/** For officers who do not own the minutes: they read the remarks and cannot answer. Anybody in
 * the team may correct a photograph, but only the owner the text. */
function Read({ inspection, remarks }: { inspection: LocalInspection; remarks: Remark[] }) {
  const name = usePlaceName(inspection);
  return (
    <List label={t('visit.comments')}>
      {remarks.map((remark) => {
        const { key, text, href, words, changed } = pointOf(inspection, remark, name);
        if (remark.photoId === null) return <Row key={key} title={text} note={name(remark)} />;
        const note = (
          <>
            {words} {changed && <Tag tone="good">{t('answering.changed')}</Tag>}
          </>
        );
        return <Row key={key} title={text} note={note} {...(href === null ? {} : { href })} />;
      })}
    </List>
  );
}

/** Shows nothing if nothing was returned. The hub and the review show the same. */
export function Comments({ inspection }: { inspection: LocalInspection }) {
  const { visits } = useServices();
  const task = useTask();
  const name = usePlaceName(inspection);
  const remarks = remarksOf(inspection);
  if (remarks.length === 0) return null;
  // In the newer flow nothing waits for answers: the next draft, or the submission, tells which
  // remarks were answered.
  const newer = isNewer(inspection);
  if (newer && !owns(inspection)) return <Read inspection={inspection} remarks={remarks} />;
  const open = remarks.filter((remark) => remark.answer === null).length;
  const said = newer ? ofFlow(open > 0 ? 'draft.remarks_open' : 'draft.remarks_done', { count: open }) : t(open > 0 ? 'visit.comments_open' : 'visit.comments_done', { count: open });
  return (
    <section id="remarks">
      <Notice tone={open === 0 ? 'good' : newer ? 'warning' : 'danger'} title={t('visit.comments')}>
        {said}
      </Notice>
      <TroubleNotice trouble={task.trouble} />
      <Answering
        label={t('visit.comments')}
        points={remarks.map((remark) => pointOf(inspection, remark, name))}
        onAnswer={(key, answer) => void task.run(() => visits.answerRemark(inspection.id, key, answer))}
      />
    </section>
  );
}
