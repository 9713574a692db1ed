/** Photographs that could not be written to the phone. They are still in memory, and the screen
 * offers every way to save them. */
import { useState } from 'preact/hooks';
import { Button, ConfirmDialog, LinkButton, List, Notice } from '../parts';
import { say } from '../words';
import type { PendingShot, ShotDesk } from './shots';
import { t } from './words';

const ENDINGS: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/heic': 'heic', 'image/heif': 'heif', 'image/webp': 'webp', 'image/avif': 'avif' };

/** Saves the bytes among the phone's own files: outside our storage there may be room. */
function saveAsFile(shot: PendingShot): void {
  const url = URL.createObjectURL(new Blob([shot.photo.bytes], { type: shot.photo.mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `hien-truong-${new Date().toISOString().replaceAll(':', '').slice(0, 17)}.${ENDINGS[shot.photo.mediaType] ?? 'bin'}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000); // an iPhone reads it only after the person has chosen a folder
}

/** Shows nothing while everything is written. */
export function Unwritten({ desk, id }: { desk: ShotDesk; id: string }) {
  const [leaving, setLeaving] = useState<string | null>(null);
  const failed = desk.pending.value.filter((shot) => shot.inspectionId === id && shot.state === 'failed');
  const first = failed[0];
  if (first === undefined) return null;
  return (
    <>
      <Notice tone="danger" title={t('camera.failed_title', { count: failed.length })} live="assertive">
        {t('camera.failed_why', { why: first.why === null ? '' : say(first.why) })}
      </Notice>
      <List>
        {failed.map((shot) => (
          <li class="card" key={shot.key}>
            <p>{shot.photo.caption ?? t('photo.no_caption')}</p>
            <div class="button-row">
              <Button onPress={() => desk.retry(shot.key)}>{t('camera.retry')}</Button>
              <Button onPress={() => saveAsFile(shot)}>{t('camera.save_file')}</Button>
              <Button kind="danger" onPress={() => setLeaving(shot.key)}>
                {t('camera.let_go')}
              </Button>
            </div>
          </li>
        ))}
      </List>
      <LinkButton href="/app/rescue">{t('camera.rescue')}</LinkButton>
      {leaving !== null && (
        <ConfirmDialog title={t('camera.let_go')} confirm={t('camera.let_go')} danger onConfirm={() => desk.letGo(leaving)} onClose={() => setLeaving(null)}>
          <p>{t('camera.let_go_sure')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
