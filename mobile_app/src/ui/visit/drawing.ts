/** Converts a handwritten signature from the pad to the act: strokes of [x, y, ms] in integers,
 * within the server's limits. */
import type { Drawing } from '../../domain/model';

export interface PadPoint {
  x: number;
  y: number;
  /** in ms, by any clock */
  time: number;
}
export interface PadStroke {
  points: PadPoint[];
}

/** Limits of schemas/ledger/acts.py, Drawing. */
export const MOST_STROKES = 200;
export const MOST_POINTS = 5000;
/** For all strokes together: an act must fit into a request of 256 kB along with others. */
const MOST_IN_ALL = 8000;

/** Every n-th point and the last, so that at most `most` remain. The line stays; the
 * speed becomes coarser. */
function thinned<T>(points: T[], most: number): T[] {
  if (points.length <= most) return points;
  if (most < 2) return points.slice(0, 1);
  const step = (points.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, at) => points[Math.round(at * step)] as T);
}

/** Returns null if nothing was drawn. Raises RangeError above 200 strokes: that is not a
 * signature, and no stroke may be dropped silently. */
export function drawingOf(strokes: readonly PadStroke[], width: number, height: number): Drawing | null {
  const drawn = strokes.filter((stroke) => stroke.points.length > 0);
  if (drawn.length === 0) return null;
  if (drawn.length > MOST_STROKES) throw new RangeError(`${drawn.length} strokes`);
  const total = drawn.reduce((sum, stroke) => sum + stroke.points.length, 0);
  const share = Math.min(1, MOST_IN_ALL / total);
  const start = Math.min(...drawn.map((stroke) => stroke.points[0]?.time ?? 0));
  const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value)));
  const [w, h] = [Math.max(1, Math.round(width)), Math.max(1, Math.round(height))];
  return {
    width: w,
    height: h,
    strokes: drawn.map((stroke) => {
      let last = 0;
      return thinned(stroke.points, Math.min(MOST_POINTS, Math.max(1, Math.floor(stroke.points.length * share)))).map((point): [number, number, number] => {
        last = Math.max(last, Math.round(point.time - start)); // a clock that was set back in between must not give negative times
        return [clamp(point.x, w), clamp(point.y, h), last];
      });
    }),
  };
}

/** The strokes as one SVG path. A stroke of one point becomes a dot. */
export function pathOf(drawing: Drawing): string {
  return (drawing.strokes)
    .map((stroke) => {
      const [first, ...rest] = stroke;
      if (first === undefined) return '';
      if (rest.length === 0) return `M${first[0]} ${first[1]}h.1`;
      return `M${first[0]} ${first[1]}L${rest.map(([x, y]) => `${x} ${y}`).join(' ')}`;
    })
    .join('');
}
