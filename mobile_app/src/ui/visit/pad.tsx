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

/** The drawing as a short text, so that it can be kept until it is saved; '' if nothing is drawn. */
export function inkText({ strokes, width, height }: Inked): string {
  if (strokes.length === 0) return '';
  const tenth = (value: number): number => Math.round(value * 10) / 10;
  return JSON.stringify([width, height, strokes.map(({ points }) => points.map(({ x, y, time }) => [tenth(x), tenth(y), time]))]);
}

/** The drawing in such a text; null if there is none. */
export function inkOf(text: string): Inked | null {
  if (text === '') return null;
  try {
    const [width, height, strokes] = JSON.parse(text) as [number, number, [number, number, number][][]];
    return { width, height, strokes: strokes.map((points) => ({ points: points.map(([x, y, time]) => ({ x, y, time })) })) };
  } catch {
    return null;
  }
}

const PEN = { penColor: '#0b1d4f', minWidth: 1.2, maxWidth: 3.2 };

function groupsOf({ strokes }: Inked): PointGroup[] {
  return strokes.map(({ points }) => ({ ...PEN, dotSize: 0, velocityFilterWeight: 0.7, compositeOperation: 'source-over', points: points.map((point) => ({ ...point, pressure: 0.5 })) }));
}

/** `inked` is set after every stroke. `kept` is drawn at the beginning: strokes from before the app
 * was reloaded. Keyboards cannot draw. Somebody who uses one signs with
 * another person's help, or the refusal is recorded. */
export function Pad({ inked, kept, onInk }: { inked: Signal<Inked>; kept: Inked | null; onInk: (inked: Inked) => void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad | null>(null);
  const empty = useSignal(true);

  const tell = (): void => {
    const element = canvas.current;
    const groups = pad.current?.toData() ?? [];
    empty.value = groups.length === 0;
    if (element !== null) inked.value = { strokes: groups, width: element.clientWidth, height: element.clientHeight };
  };
  const drawn = (): void => {
    tell();
    onInk(inked.peek());
  };
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const made = new SignaturePad(element, { ...PEN, minDistance: 2, throttle: 8 });
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
      if (width === 0 && kept !== null) made.fromData(scaled(groupsOf(kept), element.clientWidth / Math.max(1, kept.width)));
      else if (before.length > 0) made.fromData(scaled(before, element.clientWidth / width));
      // The phone was turned for more room, so the pad is scrolled into view.
      if (width > 0 && matchMedia('(orientation: landscape) and (max-height: 34em)').matches) element.scrollIntoView({ block: 'start' });
      width = element.clientWidth;
      tell();
    };
    fit();
    const watcher = new ResizeObserver(fit);
    watcher.observe(element);
    made.addEventListener('endStroke', drawn);
    return () => {
      watcher.disconnect();
      made.off();
    };
  }, []);
  const undo = (): void => {
    const groups = pad.current?.toData() ?? [];
    pad.current?.fromData(groups.slice(0, -1));
    drawn();
  };
  const clear = (): void => {
    pad.current?.clear();
    drawn();
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
