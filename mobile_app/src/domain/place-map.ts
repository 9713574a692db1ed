/** Where points are drawn on a map that a phone draws by itself, without map data and without a signal: businesses of the
 * register around a point, north above. Pure.
 *
 * Equirectangular around the middle, as the desk's map of a visit (admin_ui/fieldwork/visit_map): true to scale to one part
 * in a thousand over a few kilometres. Points are integers of 1e-7 degree (WGS 84), the drawing is SIDE by SIDE. */

export interface Point {
  latitude_e7: number;
  longitude_e7: number;
}

/** A business of the register, by which an officer finds the place. */
export interface Landmark extends Point {
  id: string;
  name: string;
}

/** The part of the ground that is drawn: its middle, and its width in metres. */
export interface View {
  middle: Point;
  metres: number;
}

export const SIDE = 320;
/** Widths from a few houses to a province. */
export const WIDTHS = [200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000] as const;
const EARTH_RADIUS_M = 6_371_008.8;
const METRES_PER_E7 = ((Math.PI / 180) * EARTH_RADIUS_M) / 1e7;
/** At the poles a degree of longitude has no length. */
const LEAST_COSINE = 0.01;

const narrowing = ({ latitude_e7: latitude }: Point): number => Math.max(LEAST_COSINE, Math.cos((latitude / 1e7) * (Math.PI / 180)));
const within = (value: number, most: number): number => Math.min(most, Math.max(-most, Math.round(value)));

/** Where a point is drawn; x grows to the east, y to the south. It may be outside the drawing. */
export function drawnAt({ middle, metres }: View, point: Point): { x: number; y: number } {
  const scale = SIDE / metres;
  const east = (point.longitude_e7 - middle.longitude_e7) * METRES_PER_E7 * narrowing(middle);
  const north = (point.latitude_e7 - middle.latitude_e7) * METRES_PER_E7;
  return { x: SIDE / 2 + east * scale, y: SIDE / 2 - north * scale };
}

/** Which point is drawn there: the reverse of drawnAt(), kept on Earth. */
export function pointAt({ middle, metres }: View, x: number, y: number): Point {
  const unit = metres / SIDE / METRES_PER_E7;
  return {
    latitude_e7: within(middle.latitude_e7 - (y - SIDE / 2) * unit, 900_000_000),
    longitude_e7: within(middle.longitude_e7 + ((x - SIDE / 2) * unit) / narrowing(middle), 1_800_000_000),
  };
}

/** The same view moved by so many units of the drawing, as a finger pulls the ground. */
export const pulled = (view: View, x: number, y: number): View => ({ ...view, middle: pointAt(view, SIDE / 2 - x, SIDE / 2 - y) });

/** The next width in a direction: 1 shows more ground, -1 less. */
export function widened(view: View, by: 1 | -1): View {
  const at = WIDTHS.findIndex((width) => width >= view.metres);
  return { ...view, metres: WIDTHS[Math.min(WIDTHS.length - 1, Math.max(0, (at === -1 ? WIDTHS.length - 1 : at) + by))] ?? view.metres };
}

/** The landmarks within the drawing, those nearest to its middle first. */
export function around<T extends Landmark>(view: View, landmarks: readonly T[], most: number): T[] {
  return landmarks
    .map((one) => ({ one, at: drawnAt(view, one) }))
    .filter(({ at }) => at.x >= 0 && at.x <= SIDE && at.y >= 0 && at.y <= SIDE)
    .sort((a, b) => away(a.at) - away(b.at))
    .slice(0, most)
    .map(({ one }) => one);
}

const away = ({ x, y }: { x: number; y: number }): number => Math.hypot(x - SIDE / 2, y - SIDE / 2);

/** The point in the middle of all by latitude and by longitude, which one far away does not move; null without any. */
export function middleOf(points: readonly Point[]): Point | null {
  const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  if (points.length === 0) return null;
  return { latitude_e7: median(points.map((one) => one.latitude_e7)), longitude_e7: median(points.map((one) => one.longitude_e7)) };
}

/** A length for the scale bar: 1, 2 or 5 times a power of ten, at most a third of the width. */
export function scaleBar({ metres }: View): number {
  const most = metres / 3;
  const power = 10 ** Math.floor(Math.log10(most));
  return power * ([5, 2, 1].find((step) => step * power <= most) ?? 1);
}

/** A point as people write it: degrees with six digits, a tenth of a metre. */
export const degrees = ({ latitude_e7: latitude, longitude_e7: longitude }: Point): string => `${(latitude / 1e7).toFixed(6)}, ${(longitude / 1e7).toFixed(6)}`;
