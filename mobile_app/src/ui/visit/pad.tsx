/** The area in which a person signs with a finger or a pen. */
import { useEffect, useRef } from 'preact/hooks';
import { useSignal, type Signal } from '@preact/signals';
import SignaturePad, { type PointGroup } from 'signature_pad';
import { Button } from '../parts';
import type { PadStroke } from './drawing';
import { t } from './words';

/** The present drawing, in CSS pixels of an area of this size. */
export interface Inked {
  strokes: PadStroke[];
  width: number;
  height: number;
}

/** Scales the drawing when the phone is turned: the same signature, larger or smaller. */
function scaled(groups: PointGroup[], factor: number): PointGroup[] {
  return groups.map((group) => ({ ...group, points: group.points.map((point) => ({ ...point, x: point.x * factor, y: point.y * factor })) }));
}

/** `inked` is set after every stroke. Keyboards cannot draw. Somebody who uses one signs with
 * another person's help, or the refusal is recorded. */
export function Pad({ inked }: { inked: Signal<Inked> }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad | null>(null);
  const empty = useSignal(true);

  const tell = (): void => {
    const element = canvas.current;
    const groups = pad.current?.toData() ?? [];
    empty.value = groups.length === 0;
    if (element !== null) inked.value = { strokes: groups, width: element.clientWidth, height: element.clientHeight };
  };
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const made = new SignaturePad(element, { penColor: '#0b1d4f', minWidth: 1.2, maxWidth: 3.2, minDistance: 2, throttle: 8 });
    pad.current = made;
    let width = 0;
    const fit = (): void => {
      const before = made.toData();
      if (element.clientWidth === 0 || element.clientWidth === width) return;
      // A canvas has its own pixels. Without this the line is blurred on a high-resolution screen
      // and is drawn beside the finger.
      const ratio = Math.min(3, devicePixelRatio || 1);
      element.width = Math.round(element.clientWidth * ratio);
      element.height = Math.round(element.clientHeight * ratio);
      element.getContext('2d')?.scale(ratio, ratio);
      made.clear();
      if (width > 0 && before.length > 0) made.fromData(scaled(before, element.clientWidth / width));
      // The phone was turned for more room, so the pad is scrolled into view.
      if (width > 0 && matchMedia('(orientation: landscape) and (max-height: 34em)').matches) element.scrollIntoView({ block: 'start' });
      width = element.clientWidth;
      tell();
    };
    fit();
    const watcher = new ResizeObserver(fit);
    watcher.observe(element);
    made.addEventListener('endStroke', tell);
    return () => {
      watcher.disconnect();
      made.off();
    };
  }, []);
  const undo = (): void => {
    const groups = pad.current?.toData() ?? [];
    pad.current?.fromData(groups.slice(0, -1));
    tell();
  };
  const clear = (): void => {
    pad.current?.clear();
    tell();
  };
  return (
    <>
      <canvas class="pad" ref={canvas} role="img" aria-label={t('sign.pad')} />
      <p class="hint">{t('sign.pad_hint')}</p>
      <div class="button-row">
        <Button kind="quiet" disabled={empty.value} onPress={undo}>
          {t('sign.undo')}
        </Button>
        <Button kind="quiet" disabled={empty.value} onPress={clear}>
          {t('sign.clear')}
        </Button>
      </div>
    </>
  );
}
