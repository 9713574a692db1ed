/** The second code, large enough to be photographed, and its prints. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CopiedPaper, CopyLayout } from '../../app/copy-services';
import { qr, qrPath } from '../../domain/qr';
import type { CopyHanded } from '../../wire';
import { useServices, useTask } from '../context';
import { Button, Choice, DateTimeField, Notice, TextField, TroubleNotice } from '../parts';
import { dayTime } from '../words';
import { appointmentOf, MOST, type Type, type Typed } from './typed';
import { t } from './words';

export function Given({ handed }: { handed: CopyHanded }) {
  const modules = useMemo(() => qr(handed.qr), [handed.qr]);
  const side = modules.length + 8;
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'center' });
    card.current?.focus({ preventScroll: true });
  }, [handed.id]);
  return (
    <section class="copy-card" aria-label={t('copies.code')} role="region" tabIndex={-1} ref={card}>
      <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={t('copies.public')} shape-rendering="crispEdges">
        <rect width={side} height={side} fill="#fff" />
        <path d={qrPath(modules)} fill="#000" />
      </svg>
      <p class="copy-label">{t('copies.code')}</p>
      <p class="copy-code mono">{handed.second_code}</p>
      <p>{t('copies.until', { time: dayTime(handed.expires_at) })}</p>
      <p>{t('copies.how')}</p>
      <p class="small">{t('copies.shown_once')}</p>
    </section>
  );
}

const LAYOUTS: readonly CopyLayout[] = ['slip_58', 'slip_80', 'picture_58', 'picture_80', 'a4'];

/** Where the browser can pass files to other apps, such as that of a printer. */
function canShare(file: File): boolean {
  return typeof navigator.canShare === 'function' && navigator.canShare({ files: [file] });
}

interface PrintsProps {
  paper: CopiedPaper;
  handed: CopyHanded;
  typed: Typed;
  type: Type;
}

export function Prints({ paper, handed, typed, type }: PrintsProps) {
  const { copies } = useServices();
  const task = useTask();
  const [made, setMade] = useState<{ href: string; file: File } | null>(null);
  const [lacks, setLacks] = useState<'at' | 'place' | 'layout' | null>(null);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (made === null) return;
    link.current?.click();
    return () => URL.revokeObjectURL(made.href);
  }, [made]);
  const layout = typed.layout === 'screen' ? null : typed.layout;
  async function make(): Promise<void> {
    const { appointment, lacks: missing } = appointmentOf(typed);
    setLacks(layout === null ? 'layout' : missing);
    if (layout === null || missing !== null) return;
    await task.run(async () => {
      const data = await copies.print(paper.code, handed.ticket, layout, appointment);
      const picture = layout.startsWith('picture');
      const name = `${t(`copies.file_${layout}`)} ${paper.name.replaceAll('/', '-')}.${picture ? 'png' : 'pdf'}`;
      const file = new File([data], name, { type: picture ? 'image/png' : 'application/pdf' });
      setMade({ href: URL.createObjectURL(file), file });
    });
  }
  return (
    <section>
      <h2>{t('copies.prints')}</h2>
      <p class="hint">{t('copies.prints_why')}</p>
      <Choice label={t('copies.layout')} options={LAYOUTS.map((value) => ({ value, label: t(`copies.${value}`) }))} value={layout} onChange={(value) => type({ layout: value })} error={lacks === 'layout' ? t('copies.layout_needed') : null} />
      <DateTimeField label={t('copies.appointment_at')} hint={t('copies.appointment_why')} kind="moment" value={typed.at} onInput={(at) => type({ at })} error={lacks === 'at' ? t('copies.at_needed') : null} />
      <TextField label={t('copies.appointment_place')} value={typed.place} onInput={(place) => type({ place })} maxLength={MOST} error={lacks === 'place' ? t('copies.place_needed') : null} />
      <TroubleNotice trouble={task.trouble} />
      <Button busy={task.busy.value} onPress={make}>
        {t('copies.print')}
      </Button>
      {made && (
        <Notice tone="good" live="polite">
          <p>
            <a href={made.href} download={made.file.name} ref={link}>
              {t('copies.saved', { name: made.file.name })}
            </a>
          </p>
          <p class="small">{t('copies.saved_how')}</p>
          {canShare(made.file) && <Button onPress={() => task.run(() => share(made.file))}>{t('copies.share')}</Button>}
        </Notice>
      )}
    </section>
  );
}

/** Closing the phone's own sheet without a choice is no fault. */
async function share(file: File): Promise<void> {
  try {
    await navigator.share({ files: [file] });
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
  }
}
