/** Writes unsent work into an encrypted file: for a phone that cannot send, or is about to
 * be given away. */
import { useEffect, useState } from 'preact/hooks';
import type { KnownOfficer, UnsentCounts } from '../../app/services';
import { Button, Empty, Notice, Page, Progress, TroubleNotice } from '../parts';
import { hasUnsent } from '../parts/status-line';
import { saveFile } from './save-file';
import { StoppedNotice } from './stopped-notice';
import { useServices, useTask } from '../context';
import { bytes } from '../words';
import { t } from '../words/places';

interface Made {
  file: File;
  address: string;
}

/** The share sheet, if the phone has one for files; otherwise null. */
function sharer(file: File): (() => Promise<void>) | null {
  const share = { files: [file], title: file.name };
  if (typeof navigator.canShare !== 'function' || !navigator.canShare(share)) return null;
  return async () => {
    try {
      await navigator.share(share);
    } catch (error) {
      // The officer closed the sheet. That is an answer, not an error.
      if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
    }
  };
}

const NOTHING: UnsentCounts = { acts: 0, informations: 0, drafts: 0, photos: 0, bytes: 0 };

interface RescueProps {
  /** Whose work it is while no officer is open: an officer whose PIN is blocked and whose
   * account may be disabled. Otherwise it is the open officer's. */
  officer?: KnownOfficer;
  onBack?: () => void;
}

/** `/app/rescue`, also reachable before the PIN. */
export function RescueScreen({ officer, onBack }: RescueProps) {
  const { accounts, rescue } = useServices();
  const task = useTask();
  const [percent, setPercent] = useState<number | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const [ofOther, setOfOther] = useState<UnsentCounts | null>(null);
  useEffect(() => {
    if (officer) void task.run(async () => setOfOther(await rescue.pendingOf(officer.id)));
  }, [officer]);
  const pending = officer ? (ofOther ?? NOTHING) : rescue.pending.value;
  const nothing = !hasUnsent(pending);
  useEffect(() => () => void (made && URL.revokeObjectURL(made.address)), [made]);

  const make = (): Promise<boolean> =>
    task.run(async () => {
      setMade(null);
      setPercent(0);
      try {
        const { name, parts } = await rescue.make((done, total) => setPercent(total === 0 ? null : (100 * done) / total), officer?.id);
        const file = new File(parts, name, { type: 'application/octet-stream' });
        const ready = { file, address: URL.createObjectURL(file) };
        setMade(ready);
        saveFile(ready.file, ready.address);
      } finally {
        setPercent(null);
      }
    });

  const share = made && sharer(made.file);
  return (
    <Page
      title={t('rescue.title')}
      {...(officer ? {} : { back: { href: '/app/outbox', label: t('rescue.back') } })}
      actions={
        <>
          {!nothing && (
            <Button kind="primary" busy={task.busy.value} onPress={make}>
              {t('rescue.button')}
            </Button>
          )}
          {onBack && <Button onPress={onBack}>{t('rescue.back_to_pin')}</Button>}
        </>
      }
    >
      <StoppedNotice linked={false} />
      <p>{t('rescue.what')}</p>
      {nothing ? (
        <Empty title={t('rescue.nothing')}>
          <p>{t('rescue.nothing_means')}</p>
        </Empty>
      ) : (
        <Notice tone="info" title={t('rescue.inside')}>
          {/* With a draft alone, four times nothing would stand above it. */}
          {pending.acts + pending.informations + pending.photos > 0 && <p>{t('rescue.inside_counts', { acts: pending.acts, informations: pending.informations, photos: pending.photos, size: bytes(pending.bytes) })}</p>}
          {pending.drafts > 0 && <p>{t('rescue.inside_drafts', { count: pending.drafts })}</p>}
        </Notice>
      )}
      <TroubleNotice trouble={task.trouble} />
      {task.busy.value && <Progress label={t('rescue.working')} percent={percent} />}
      <div role="status">
        {made && (
          <Notice tone="good" title={t('rescue.made')}>
            <p>{t('rescue.made_means', { name: made.file.name, size: bytes(made.file.size) })}</p>
            <div class="button-row">
              <Button onPress={() => saveFile(made.file, made.address)}>{t('rescue.save_again')}</Button>
              {share && <Button onPress={() => task.run(share)}>{t('rescue.share')}</Button>}
            </div>
          </Notice>
        )}
      </div>
      <h2>{t('rescue.how')}</h2>
      <ul>
        <li>{t('rescue.how_sealed')}</li>
        <li>{t('rescue.how_import')}</li>
        {!accounts.stopped.value && <li>{t('rescue.how_keep')}</li>}
      </ul>
    </Page>
  );
}
