/** The alternative to the camera in the page: a file, or the phone's camera app. The bytes stay
 * unchanged, also HEIC. */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Button, Notice, type Tone } from '../parts';
import { mediaTypeOf } from '../sensors/media-type';
import { exifOf, type ExifHint } from './exif';
import { t } from './words';

/** The types for the phone's file chooser. On Android 14 and later `image/*` opens a gallery
 * without a camera. `android/allowCamera` is Chromium's remedy, which Firefox does not know
 * (PHONE pitfall 5: odoo#265750, openfoodfacts-server#9826). */
function accepted(): string {
  const android = /Android/.test(navigator.userAgent) && !/Firefox/.test(navigator.userAgent);
  return android ? 'image/jpeg,image/heic,android/allowCamera' : 'image/*';
}

function hintWords(hint: ExifHint | null): string {
  if (hint === null) return t('camera.exif_none');
  const taken = hint.takenAt === null ? t('camera.exif_none') : t('camera.exif_taken', { at: hint.takenAt });
  return `${taken} ${t(hint.hasPosition ? 'camera.exif_place' : 'camera.exif_no_place')}`;
}

interface FilesProps {
  /** Accepts one picture. `fresh` if the phone's camera app has just taken it. */
  onFile: (bytes: ArrayBuffer, mediaType: string, fresh: boolean) => void;
  disabled: boolean;
  /** Also offers the phone's camera app, for when the camera in the page does not work. */
  cameraApp: boolean;
  /** Notes about the chosen files, shown at the button that chose them. */
  children?: ComponentChildren;
}

/** Buttons over hidden inputs, and the result for each file. */
export function Files({ onFile, disabled, cameraApp, children }: FilesProps) {
  const picker = useRef<HTMLInputElement>(null);
  const app = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<{ tone: Tone; text: string }[]>([]);

  const read = async (input: HTMLInputElement, fresh: boolean): Promise<void> => {
    const files = [...(input.files ?? [])];
    const found: { tone: Tone; text: string }[] = [];
    for (const file of files) {
      try {
        const bytes = await file.arrayBuffer();
        const mediaType = mediaTypeOf(bytes);
        if (mediaType === null) {
          found.push({ tone: 'warning', text: t('camera.file_not_picture', { name: file.name }) });
          continue;
        }
        onFile(bytes, mediaType, fresh);
        found.push({ tone: 'good', text: `${t('camera.file_taken', { name: file.name })} ${hintWords(await exifOf(bytes))}` });
      } catch {
        found.push({ tone: 'danger', text: t('camera.file_unreadable', { name: file.name }) });
      }
    }
    input.value = ''; // the same file may be chosen again
    setSaid(found);
  };
  return (
    <section aria-labelledby="other-ways">
      <h2 id="other-ways">{t('camera.other_ways')}</h2>
      <p>{t('camera.file_why')}</p>
      <div class="button-row">
        <Button disabled={disabled} onPress={() => picker.current?.click()}>
          {t('camera.file')}
        </Button>
        {cameraApp && (
          <Button disabled={disabled} onPress={() => app.current?.click()}>
            {t('camera.app')}
          </Button>
        )}
      </div>
      <input ref={picker} type="file" multiple accept={accepted()} aria-label={t('camera.file')} hidden onChange={(event) => void read(event.currentTarget, false)} />
      <input ref={app} type="file" accept="image/*" capture="environment" aria-label={t('camera.app')} hidden onChange={(event) => void read(event.currentTarget, true)} />
      {children}
      {said.map(({ tone, text }) => (
        <Notice key={text} tone={tone} live="polite">
          {text}
        </Notice>
      ))}
    </section>
  );
}
