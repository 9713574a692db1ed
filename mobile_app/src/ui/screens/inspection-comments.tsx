/** The supervisor's remarks of the last return, each with a link to the very field or photograph. */
import { commentsOf, type ReturnedComment } from '../../domain/comments';
import { photosOf } from '../../domain/inspection';
import type { LocalInspection } from '../../domain/model';
import { List, Notice, Row, Tag } from '../parts';
import { t } from '../words';

/** Where a remark is mended. The minutes' screen takes `field` as a JSON Pointer and goes there. */
function place(inspection: LocalInspection, { photoId, field }: ReturnedComment): { href: string; words: string } {
  const base = `/app/inspections/${inspection.id}`;
  if (photoId !== null) {
    const number = photosOf(inspection).find((photo) => photo.id === photoId)?.number ?? 0;
    return { href: `${base}/photos/${photoId}`, words: t('visit.comment_photo', { number }) };
  }
  return { href: `${base}/minutes${field ? `?field=${encodeURIComponent(field)}` : ''}`, words: t('visit.comment_field') };
}

/** Nothing where nothing was returned. */
export function Comments({ inspection }: { inspection: LocalInspection }) {
  const comments = commentsOf(inspection);
  if (comments.length === 0) return null;
  return (
    <section>
      <Notice tone="danger" title={t('visit.comments')} />
      <List label={t('visit.comments')}>
        {comments.map((comment, index) => {
          const { href, words } = place(inspection, comment);
          const mend = t(comment.answered ? 'visit.comments_look' : 'visit.comments_mend');
          const note = (
            <>
              {words} · {mend} {comment.answered && <Tag tone="good">{t('visit.comment_answered')}</Tag>}
            </>
          );
          return <Row key={index} href={href} title={comment.text} note={note} />;
        })}
      </List>
    </section>
  );
}
