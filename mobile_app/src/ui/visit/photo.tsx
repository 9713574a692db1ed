/** One photograph: large, with its facts, the supervisor's remarks, and a way to withdraw it. */
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { photosOf, type LocalPhoto } from '../../domain/inspection';
import type { Place, StoredPhoto } from '../../domain/model';
import { useServices, useTask } from '../context';
import { Button, Collapsible, Empty, Facts, LinkButton, Notice, Tag, Technical, TextArea, TroubleNotice } from '../parts';
import { bytes, dayTime, say } from '../words';
import { useInspection, VisitPage, visitPath } from './frame';
import { CaptionsLater, GiveCaption } from './photo-caption';
import { numberWords, stateTold } from './photo-words';
import { useBytesUrl, useSmallPicture } from './picture';
import { useTyping } from './typing';
import { t } from './words';
import './visit.css';

/** The original if its bytes are still here, else the thumbnail. */
function Picture({ photo, number, caption }: { photo: StoredPhoto; number: number; caption: string | null }) {
  const { visits } = useServices();
  const [original, setOriginal] = useState<ArrayBuffer | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  useEffect(() => {
    let here = true;
    setOriginal(null);
    setUnreadable(false);
    visits.photoBytes(photo.id).then(
      (found) => here && setOriginal(found),
      () => undefined, // the thumbnail is shown instead
    );
    return () => {
      here = false;
    };
  }, [photo.id]);
  const showsOriginal = original !== null && !unreadable;
  const url = useBytesUrl(`${photo.id} ${showsOriginal}`, showsOriginal ? original : photo.thumbnail, showsOriginal ? photo.mediaType : 'image/jpeg');
  const alt = t('photo.alt', { number, caption: caption ?? t('photo.no_caption') });
  return (
    <figure class="photo">
      {url !== null && <img src={url} alt={alt} decoding="async" onError={() => setUnreadable(true)} />}
      <figcaption>{caption ?? t('photo.no_caption')}</figcaption>
      {unreadable && <p class="small">{t('photo.no_view')}</p>}
      {photo.forgottenAt !== null && <p class="small">{t('photo.forgotten')}</p>}
    </figure>
  );
}

/** A colleague's photograph: its small picture if it could be fetched, and the colleague's name. */
function Theirs({ photo }: { photo: LocalPhoto }) {
  const url = useBytesUrl(photo.id, useSmallPicture(photo), 'image/jpeg');
  const caption = photo.caption ?? t('photo.no_caption');
  return (
    <figure class="photo">
      {url !== null && <img src={url} alt={t('photo.alt', { number: photo.number, caption })} decoding="async" />}
      <figcaption>{caption}</figcaption>
      <p class="small">{t(url === null ? 'photos.of_others' : 'photo.theirs_small', { name: photo.told?.officer_name ?? '' })}</p>
    </figure>
  );
}

function Withdraw({ id, photo }: { id: string; photo: LocalPhoto }) {
  const { visits } = useServices();
  const { route } = useLocation();
  const task = useTask();
  // The officer may change these words. The record gets the text at the time of the press.
  const typing = useTyping(`photo.withdrawn ${photo.id}`, photo.sameAs === null ? '' : t('photos.same', { number: photo.sameAs.number }));
  const reason = typing.text.trim();
  const [error, setError] = useState<string | null>(null);
  const withdraw = async (): Promise<void> => {
    if (reason.length < 3) {
      setError(t('photo.withdraw_needed'));
      return;
    }
    setError(null);
    if (!(await task.run(() => visits.withdrawPhoto(id, photo.id, reason)))) return;
    typing.forget();
    route(visitPath(id, 'photos'));
  };
  if (!typing.ready) return null;
  return (
    <Collapsible title={t('photo.withdraw')} open={photo.sameAs !== null || typing.wasKept}>
      <p>{t('photo.withdraw_why')}</p>
      <TextArea label={t('photo.withdraw_reason')} value={typing.text} onInput={typing.type} error={error} maxLength={2000} rows={2} />
      <TroubleNotice trouble={typing.trouble} />
      <TroubleNotice trouble={task.trouble} />
      <Button kind="danger" busy={task.busy.value} onPress={withdraw}>
        {t('photo.withdraw')}
      </Button>
    </Collapsible>
  );
}

function position(place: Place | null): string {
  if (place === null) return t('photo.place_none');
  const degrees = `${(place.latitude_e7 / 1e7).toFixed(6)}, ${(place.longitude_e7 / 1e7).toFixed(6)}`;
  return `${degrees}. ${t('place.one', { time: dayTime(place.fixed_at), metres: Math.ceil(place.accuracy_mm / 1000) })}`;
}

/** The known facts: this phone's own row, or the server's about another phone's photograph. */
function PhotoFacts({ photo }: { photo: LocalPhoto }) {
  const known = photo.mine ?? photo.told;
  const mediaType = photo.mine?.mediaType ?? photo.told?.media_type ?? '';
  return (
    <>
      <Facts
        facts={[
          [t('photo.by'), photo.mine === null ? (photo.told?.officer_name ?? null) : null],
          [t('photo.taken'), dayTime(photo.takenAt)],
          [t('photo.way'), t(known?.way === 'file' ? 'photo.way_file' : 'photo.way_camera')],
          [t('photo.place'), position(known?.place ?? null)],
          [t('photo.size'), known === null ? null : bytes(known.size)],
          [t('photo.type'), mediaType],
        ]}
      />
      <Technical facts={[[t('photo.hash'), <span class="mono">{photo.sha256}</span>]]} />
    </>
  );
}

/** The screen. */
export function Photo({ id, photoId }: { id: string; photoId: string }) {
  const inspection = useInspection(id);
  const photos = inspection === null ? [] : photosOf(inspection);
  const at = photos.findIndex((one) => one.id === photoId);
  const photo = photos[at];
  const back = { screen: 'photos', label: t('photos.title') };
  if (inspection === null || photo === undefined) {
    return (
      <VisitPage id={id} title={t('photos.title')} inspection={inspection} back={back}>
        <Empty title={t('photo.gone')} />
      </VisitPage>
    );
  }
  const state = stateTold(photo);
  const problem = photo.mine?.problem ?? null;
  const comments = inspection.comments.filter((comment) => comment.at.photo_id === photo.id);
  const [before, after] = [photos[at - 1], photos[at + 1]];
  return (
    <VisitPage id={id} title={numberWords(photo)} inspection={inspection} back={back}>
      {photo.provisional && <p class="small">{t('photos.provisional_why')}</p>}
      {photo.withdrawn !== null && <Notice tone="info">{t('photo.withdrawn', { reason: photo.withdrawn })}</Notice>}
      {photo.sameAs !== null && (
        <Notice tone="warning" title={t('photos.same', { number: photo.sameAs.number })}>
          <p>{t('photo.same_means')}</p>
          <LinkButton href={visitPath(id, `photos/${photo.sameAs.id}`)}>{t('photo.same_see', { number: photo.sameAs.number })}</LinkButton>
        </Notice>
      )}
      {comments.map((comment) => (
        <Notice key={comment.text} tone="danger" title={t('photo.comments')}>
          <p>{comment.text}</p>
          <LinkButton href={`${visitPath(id, 'camera')}?caption=${encodeURIComponent(photo.caption ?? '')}`}>{t('photo.again')}</LinkButton>
        </Notice>
      ))}
      {photo.mine === null ? <Theirs photo={photo} /> : <Picture photo={photo.mine} number={photo.number} caption={photo.caption} />}
      <CaptionsLater photo={photo} />
      <p>
        <Tag tone={state.tone}>{state.words}</Tag> {photo.addendum && <Tag>{t('photos.addendum')}</Tag>}
      </p>
      {problem !== null && <Notice tone="danger">{say(problem.text)}</Notice>}
      <PhotoFacts photo={photo} />
      <div class="button-row">
        {before !== undefined && <LinkButton href={visitPath(id, `photos/${before.id}`)}>{t('photo.before')}</LinkButton>}
        {after !== undefined && <LinkButton href={visitPath(id, `photos/${after.id}`)}>{t('photo.after')}</LinkButton>}
      </div>
      <GiveCaption key={photo.id} id={id} photo={photo} submitted={inspection.submittedRevision !== null} />
      {photo.withdrawn === null && <Withdraw key={photo.id} id={id} photo={photo} />}
    </VisitPage>
  );
}
