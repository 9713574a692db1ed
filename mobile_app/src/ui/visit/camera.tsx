/** The screen for taking photographs in the page. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { photosOf } from '../../domain/inspection';
import type { LocalInspection } from '../../domain/model';
import { photoCounts } from '../../domain/photo-counts';
import { useServices } from '../context';
import { Button, Checkbox, LinkButton, Notice, TextField } from '../parts';
import { camera } from '../sensors/camera';
import { position, watchPosition } from '../sensors/position';
import { useShotDesk } from './desk';
import { Files } from './files';
import { useOfInspection, VisitPage, visitPath } from './frame';
import { HowToAllow } from './how-to-allow';
import { countsWords } from './photo-words';
import { Thumbnail } from './picture';
import { MOST_IN_MEMORY } from './shots';
import { Unwritten } from './unwritten';
import { useTyping } from './typing';
import { t } from './words';
import './visit.css';

/** The camera's picture, or why there is none and what to do. */
function Finder({ video }: { video: { current: HTMLVideoElement | null } }) {
  const stream = camera.stream.value;
  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    element.srcObject = stream;
    if (stream !== null) void element.play().catch(() => undefined); // where scripts may not play, autoplay does
  }, [stream]);
  const state = camera.state.value;
  const again = <Button onPress={() => camera.open()}>{t('camera.again')}</Button>;
  return (
    <>
      <div class="finder" hidden={state !== 'live'}>
        <video ref={video} playsInline muted autoPlay aria-label={t('camera.picture')} />
        {camera.torch.value !== null && (
          <Button pressed={camera.torch.value} onPress={() => camera.setTorch(camera.torch.peek() !== true)}>
            {t(camera.torch.value ? 'camera.torch_off' : 'camera.torch_on')}
          </Button>
        )}
      </div>
      {(state === 'starting' || state === 'off') && <p class="finder finder-empty">{t('camera.starting')}</p>}
      {state === 'denied' && (
        <HowToAllow title={t('camera.denied')} android={t('camera.denied_android')} iphone={t('camera.denied_iphone')}>
          {again}
        </HowToAllow>
      )}
      {(state === 'none' || state === 'busy' || state === 'lost' || state === 'unsupported') && (
        <>
          <Notice tone="warning" live="polite">
            {t(`camera.${state}`)}
          </Notice>
          {state !== 'unsupported' && again}
        </>
      )}
    </>
  );
}

/** The position that the next photograph will carry. */
function PlaceLine({ id }: { id: string }) {
  const fix = position.best.value;
  const metres = Math.ceil(fix?.accuracyM ?? 0);
  const state = position.state.value;
  const key = state === 'fixed' ? 'camera.place_good' : state === 'coarse' ? 'camera.place_coarse' : state === 'searching' ? 'camera.place_searching' : 'camera.place_missing';
  return (
    <p class="small place-line">
      <span>{t(key, { metres })}</span> <a href={visitPath(id, 'place')}>{t('camera.place_link')}</a>
    </p>
  );
}

/** The same file chosen twice gives two photographs. Both are kept, and the screen
 * says so immediately. */
function SameTwice({ id, inspection }: { id: string; inspection: LocalInspection }) {
  const same = photosOf(inspection).findLast((photo) => photo.sameAs !== null);
  if (!same?.sameAs) return null;
  return (
    <Notice tone="warning" live="polite">
      <p>{t('camera.same', { number: same.number, first: same.sameAs.number })}</p>
      <LinkButton href={visitPath(id, `photos/${same.id}`)}>{t('camera.same_see', { number: same.number })}</LinkButton>
    </Notice>
  );
}

/** The screen: the picture, the caption of the next photograph, and the shutter within reach
 * of the thumb. */
export function Camera({ id }: { id: string }) {
  const { visits } = useServices();
  const inspection = useOfInspection(id, (one) => one);
  const desk = useShotDesk(visits);
  const { query } = useLocation();
  const video = useRef<HTMLVideoElement | null>(null);
  // A full disk is reported with the next photograph, which cannot be saved either.
  const typing = useTyping(id, query.caption ?? '', query.caption !== undefined);
  const caption = typing.text;
  const [keepCaption, setKeepCaption] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [shooting, setShooting] = useState(false);
  useEffect(() => watchPosition(), []);
  useEffect(() => {
    void camera.open();
    return () => camera.rest();
  }, []);

  const photos = inspection?.photos ?? [];
  const counts = inspection === null ? null : photoCounts(inspection);
  const pending = desk.pending.value.filter((shot) => shot.inspectionId === id);
  const full = pending.length >= MOST_IN_MEMORY;
  const take = (bytes: ArrayBuffer, mediaType: string, way: 'camera' | 'file', place: ReturnType<typeof position.place>): void => {
    desk.take(id, { bytes, mediaType, way, place, caption: caption.trim() === '' ? null : caption.trim() });
    if (!keepCaption) typing.clear();
  };
  const shoot = async (): Promise<void> => {
    if (video.current === null || full || shooting) return;
    const place = position.place(); // at the time of the press, not of the picture's arrival
    setShooting(true);
    setProblem(null);
    try {
      const shot = await camera.shoot(video.current);
      take(shot.bytes, shot.mediaType, 'camera', place);
      navigator.vibrate?.(40);
    } catch {
      setProblem(t('camera.no_picture'));
    } finally {
      setShooting(false);
    }
  };
  const last = photos.at(-1);
  const saving = pending.filter((shot) => shot.state === 'saving').length;
  return (
    <VisitPage
      id={id}
      title={t('camera.title')}
      inspection={inspection}
      actions={
        <>
          <Button kind="primary" disabled={camera.state.value !== 'live' || full} busy={shooting} onPress={shoot}>
            {t('camera.shutter')}
          </Button>
          {full && <p class="small">{t('camera.wait_memory')}</p>}
        </>
      }
    >
      <Unwritten desk={desk} id={id} />
      <Finder video={video} />
      {problem !== null && (
        <Notice tone="danger" live="assertive">
          {problem}
        </Notice>
      )}
      <PlaceLine id={id} />
      <div class="last-shot">
        {last !== undefined && (
          <a href={visitPath(id, `photos/${last.id}`)}>
            <Thumbnail of={last.id} bytes={last.thumbnail} alt={t('camera.last')} missing={t('camera.last')} />
          </a>
        )}
        <p role="status">{saving > 0 ? t('camera.saving', { count: saving }) : counts === null ? '' : countsWords(counts)}</p>
        <LinkButton href={visitPath(id, 'photos')}>{t('camera.to_photos')}</LinkButton>
      </div>
      {typing.ready && <TextField label={t('camera.caption')} hint={t('camera.caption_hint')} value={caption} onInput={typing.type} maxLength={500} enterKeyHint="done" />}
      <Checkbox label={t('camera.keep_caption')} checked={keepCaption} onChange={setKeepCaption} />
      <Files
        disabled={full}
        cameraApp={camera.state.value !== 'live'}
        // A file may have been taken anywhere and at any time: the place at which it is chosen is
        // not its place.
        onFile={(bytes, mediaType, fresh) => take(bytes, mediaType, 'file', fresh ? position.place() : null)}
      >
        {inspection !== null && <SameTwice id={id} inspection={inspection} />}
      </Files>
    </VisitPage>
  );
}
