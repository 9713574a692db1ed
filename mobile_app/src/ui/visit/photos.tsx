/** All photographs of the visit as small pictures. */
import type { LocalInspection, StoredPhoto } from '../../domain/model';
import { useServices } from '../context';
import { Empty, LinkButton, List, Row, Tag } from '../parts';
import { dayTime } from '../words';
import { useShotDesk } from './desk';
import { useInspection, VisitPage, visitPath } from './frame';
import { numberOf, stateOf } from './photo-words';
import { Thumbnail } from './picture';
import { Unwritten } from './unwritten';
import { t } from './words';
import './visit.css';

function Cell({ id, photo, number, commented }: { id: string; photo: StoredPhoto; number: number; commented: boolean }) {
  const state = stateOf(photo);
  return (
    <li>
      <a class={photo.withdrawn === null ? 'shot' : 'shot shot-withdrawn'} href={visitPath(id, `photos/${photo.id}`)}>
        <Thumbnail bytes={photo.thumbnail} alt="" missing={t('photos.no_thumbnail')} />
        <span class="row-title">{t('photos.one', { number })}</span>
        {photo.caption !== null && <span class="row-note shot-caption">{photo.caption}</span>}
        <Tag tone={state.tone}>{state.words}</Tag>
        {commented && <Tag tone="danger">{t('photos.commented')}</Tag>}
      </a>
    </li>
  );
}

/** Photographs that the server knows from other phones: their pictures are not here. */
function OfOthers({ inspection }: { inspection: LocalInspection }) {
  const own = new Set(inspection.photos.map((photo) => photo.id));
  const others = inspection.view.photos.filter((photo) => !own.has(photo.photo_id));
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="of-others">
      <h2 id="of-others">{t('photos.of_others')}</h2>
      <List>
        {others.map((photo) => (
          <Row
            key={photo.photo_id}
            icon="camera"
            title={`${t('photos.one', { number: photo.number })}: ${photo.caption ?? t('photo.no_caption')}`}
            note={`${photo.officer_name}, ${dayTime(photo.made_at)}`}
            end={<Tag tone={photo.stored ? 'good' : 'info'}>{t(photo.stored ? 'photos.stored' : 'photos.announced')}</Tag>}
          />
        ))}
      </List>
    </section>
  );
}

/** The screen. */
export function Photos({ id }: { id: string }) {
  const { visits } = useServices();
  const inspection = useInspection(id);
  const desk = useShotDesk(visits);
  const photos = inspection?.photos ?? [];
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
          <p>{t('photos.count', { count: photos.length, withdrawn: photos.filter((photo) => photo.withdrawn !== null).length })}</p>
          <ul class="shots" role="list">
            {photos.map((photo) => (
              <Cell key={photo.id} id={id} photo={photo} number={inspection === null ? 0 : numberOf(inspection, photo.id)} commented={commented.has(photo.id)} />
            ))}
          </ul>
        </>
      )}
      {inspection !== null && <OfOthers inspection={inspection} />}
    </VisitPage>
  );
}
