/** The supervisor's remarks of the last return, each with a link to the very field or photograph, to be mended or answered. */
import { photosOf } from '../../domain/inspection';
import { isNewer, owns } from '../../domain/minutes-flow';
import type { LocalInspection } from '../../domain/model';
import { remarksOf, type Remark } from '../../domain/remarks';
import { useServices, useTask } from '../context';
import { List, Notice, Row, Tag, TroubleNotice } from '../parts';
import { t } from '../words';
import { Answering, type Point } from './answering';

/** Where a remark is mended. The minutes' screen takes `field` as a JSON Pointer and goes there. */
function pointOf(inspection: LocalInspection, remark: Remark): Point {
  const { key, text, photoId, field, answered: changed, answer } = remark;
  const base = `/app/inspections/${inspection.id}`;
  const mend = t(changed ? 'visit.comments_look' : 'visit.comments_mend');
  if (photoId !== null) {
    const number = photosOf(inspection).find((photo) => photo.id === photoId)?.number ?? 0;
    return { key, text, href: `${base}/photos/${photoId}`, words: `${t('visit.comment_photo', { number })}: ${mend}`, changed, answer };
  }
  return { key, text, href: `${base}/minutes${field ? `?field=${encodeURIComponent(field)}` : ''}`, words: `${t('visit.comment_field')}: ${mend}`, changed, answer };
}

/** Nothing where nothing was returned. The hub and the review show the same. */
export function Comments({ inspection }: { inspection: LocalInspection }) {
  const { visits } = useServices();
  const task = useTask();
  const remarks = remarksOf(inspection);
  if (remarks.length === 0) return null;
  // Of a draft: the next draft answers them, and nothing waits for that.
  if (isNewer(inspection)) {
    const mends = owns(inspection);
    return (
      <List label={t('visit.comments')}>
        {remarks.map((remark) => {
          const { key, text, href, words, changed } = pointOf(inspection, remark);
          // A photograph may be mended by anybody of the team; the text only by who draws it up.
          if (!mends && remark.photoId === null) return <Row key={key} title={text} note={t('visit.comment_field')} />;
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
  const open = remarks.filter((remark) => remark.answer === null).length;
  return (
    <section id="remarks">
      <Notice tone={open > 0 ? 'danger' : 'good'} title={t('visit.comments')}>
        {open > 0 ? t('visit.comments_open', { count: open }) : t('visit.comments_done')}
      </Notice>
      <TroubleNotice trouble={task.trouble} />
      <Answering
        label={t('visit.comments')}
        points={remarks.map((remark) => pointOf(inspection, remark))}
        onAnswer={(key, answer) => void task.run(() => visits.answerRemark(inspection.id, key, answer))}
      />
    </section>
  );
}
