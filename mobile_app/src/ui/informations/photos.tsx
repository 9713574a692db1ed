/** Photographs that come with an information: taken or chosen, and sealed before anything else is done with them. */
import { useRef, useState } from 'preact/hooks';
import { MOST_PHOTOS, type InformationDraft } from '../../domain/informations';
import { useServices, useTask } from '../context';
import { Button, TroubleNotice } from '../parts';
import { bytes } from '../words';
import { t } from './words';

export function PhotosOf({ draft, disabled }: { draft: InformationDraft; disabled: boolean }) {
  const { informations } = useServices();
  const camera = useRef<HTMLInputElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const task = useTask();
  const [sealing, setSealing] = useState(false);
  const chosen = async (input: HTMLInputElement): Promise<void> => {
    const files = [...(input.files ?? [])];
    input.value = ''; // the same file may be chosen again
    if (files.length === 0) return;
    setSealing(true);
    await task.run(async () => {
      // One at a time: two large photographs in the clear are too much for a small phone.
      for (const file of files) await informations.addPhoto(draft.id, file);
    });
    setSealing(false);
  };
  const full = draft.photos.length >= MOST_PHOTOS;
  return (
    <section>
      <h3>{t('informations.photos', { most: MOST_PHOTOS })}</h3>
      {draft.photos.length > 0 && (
        <ul class="list" role="list">
          {draft.photos.map((photo, at) => (
            <li class="row" key={photo.id}>
              <span class="row-words">
                <span class="row-title">{t('informations.photo_n', { n: at + 1 })}</span>
                <span class="row-note">{t('informations.photo_sealed', { size: bytes(photo.size) })}</span>
              </span>
              <Button kind="quiet" label={t('informations.photo_drop', { n: at + 1 })} onPress={() => task.run(() => informations.dropPhoto(draft.id, photo.id))}>
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div role="status">{sealing && <p>{t('informations.photo_sealing')}</p>}</div>
      <TroubleNotice trouble={task.trouble} />
      <div class="button-row">
        <Button busy={task.busy.value} disabled={disabled || full} onPress={() => camera.current?.click()}>
          {t('informations.photo_take')}
        </Button>
        <Button busy={task.busy.value} disabled={disabled || full} onPress={() => picker.current?.click()}>
          {t('informations.photo_choose')}
        </Button>
      </div>
      <input ref={camera} type="file" accept="image/*" capture="environment" aria-label={t('informations.photo_take')} hidden onChange={(event) => void chosen(event.currentTarget)} />
      <input ref={picker} type="file" multiple accept="image/jpeg,image/png,image/webp,image/heic" aria-label={t('informations.photo_choose')} hidden onChange={(event) => void chosen(event.currentTarget)} />
    </section>
  );
}
