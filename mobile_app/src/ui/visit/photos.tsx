/** All photographs of the visit as thumbnails. */
import { useEffect } from 'preact/hooks';
import { photosOf, type LocalPhoto } from '../../domain/inspection';
import { useServices } from '../context';
import { Empty, LinkButton, Tag } from '../parts';
import { useShotDesk } from './desk';
import type { ShotDesk } from './shots';
import { useInspection, VisitPage, visitPath } from './frame';
import { countsOf } from '../../domain/photo-counts';
import { countsWords, numberWords, stateTold } from './photo-words';
import { Thumbnail, useSmallPicture } from './picture';
import { Unwritten } from './unwritten';
import { t } from './words';
import './visit.css';

function Cell({ id, photo, commented, desk }: { id: string; photo: LocalPhoto; commented: boolean; desk: ShotDesk }) {
  const state = stateTold(photo);
  const { mine } = photo;
  const small = useSmallPicture(photo);
  useEffect(() => {
    if (mine !== null && mine.thumbnail === null && mine.chunks > 0) desk.draw(mine.id, mine.mediaType);
  }, [desk, mine]);
  return (
    <li>
      <a class={photo.withdrawn === null ? 'shot' : 'shot shot-withdrawn'} href={visitPath(id, `photos/${photo.id}`)}>
        <Thumbnail of={photo.id} bytes={small} alt="" missing={photo.mine === null ? t('photos.of_others', { name: photo.told?.officer_name ?? '' }) : t('photos.no_thumbnail')} />
        <span class="row-title">{numberWords(photo)}</span>
        {photo.caption !== null && <span class="row-note shot-caption">{photo.caption}</span>}
        <span class="shot-tags">
          <Tag tone={state.tone}>{state.words}</Tag>
          {photo.sameAs !== null && <Tag tone="warning">{t('photos.same', { number: photo.sameAs.number })}</Tag>}
          {photo.addendum && <Tag>{t('photos.addendum')}</Tag>}
          {commented && <Tag tone="danger">{t('photos.commented')}</Tag>}
        </span>
      </a>
    </li>
  );
}

/** The screen. */
export function Photos({ id }: { id: string }) {
  const { visits } = useServices();
  const inspection = useInspection(id);
  const desk = useShotDesk(visits);
  const photos = inspection === null ? [] : photosOf(inspection);
  const commented = new Set((inspection?.comments ?? []).map((comment) => comment.at.photo_id));
  return (
    <VisitPage
      id={id}
      title={t('photos.title')}
      inspection={inspection}
      actions={
        <LinkButton kind="primary" href={visitPath(id, 'camera')}>
          {t('camera.title')}
        </LinkButton>
      }
    >
      <Unwritten desk={desk} id={id} />
      {photos.length === 0 ? (
        <Empty title={t('photos.none')}>
          <p>{t('photos.none_why')}</p>
        </Empty>
      ) : (
        <>
          <p>{countsWords(countsOf(photos))}</p>
          {photos.some((photo) => photo.provisional) && <p class="small">{t('photos.provisional_why')}</p>}
          <ul class="shots" role="list">
            {photos.map((photo) => (
              <Cell key={photo.id} id={id} photo={photo} commented={commented.has(photo.id)} desk={desk} />
            ))}
          </ul>
        </>
      )}
    </VisitPage>
  );
}
