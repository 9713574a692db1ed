/** The supervisor's remarks of the last return, each with a link to the very field or photograph. */
import type { LocalInspection } from '../../domain/model';
import { List, Notice, Row } from '../parts';
import { t } from '../words';

/** Where a remark is mended. The minutes' screen takes `field` as a JSON Pointer and goes there. */
function place(inspection: LocalInspection, comment: LocalInspection['comments'][number]): { href: string; words: string } {
  const base = `/app/inspections/${inspection.id}`;
  const { photo_id: photoId, field } = comment.at;
  if (photoId) {
    const number = inspection.view.photos.find((photo) => photo.photo_id === photoId)?.number ?? inspection.photos.findIndex((photo) => photo.id === photoId) + 1;
    return { href: `${base}/photos/${photoId}`, words: t('visit.comment_photo', { number }) };
  }
  return { href: `${base}/minutes${field ? `?field=${encodeURIComponent(field)}` : ''}`, words: t('visit.comment_field') };
}

/** Nothing where nothing was returned. */
export function Comments({ inspection }: { inspection: LocalInspection }) {
  if (inspection.comments.length === 0) return null;
  return (
    <section>
      <Notice tone="danger" title={t('visit.comments')} />
      <List label={t('visit.comments')}>
        {inspection.comments.map((comment, index) => {
          const { href, words } = place(inspection, comment);
          return <Row key={index} href={href} title={comment.text} note={`${words} · ${t('visit.comments_mend')}`} />;
        })}
      </List>
    </section>
  );
}
