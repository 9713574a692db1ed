/** The map that a phone draws by itself: what is drawn where, and which point a finger means. */
import { describe, expect, it } from 'vitest';
import { SIDE, WIDTHS, around, drawnAt, middleOf, pointAt, pulled, scaleBar, widened, type View } from '../../../src/domain/place-map';

/** Hồ Hoàn Kiếm. */
const HERE = { latitude_e7: 210_285_110, longitude_e7: 1_058_542_300 };
const VIEW: View = { middle: HERE, metres: 1_000 };

describe('the map', () => {
  it('has north above, east on the right, and its width in metres', () => {
    expect(drawnAt(VIEW, HERE)).toEqual({ x: SIDE / 2, y: SIDE / 2 });
    // A minute of latitude is a nautical mile, 1852 m to half a per cent; a minute of longitude that times the cosine of the latitude.
    const north = drawnAt({ ...VIEW, metres: 3_704 }, { ...HERE, latitude_e7: HERE.latitude_e7 + 166_667 });
    expect(north.x).toBe(SIDE / 2);
    expect(Math.abs(north.y)).toBeLessThan(1);
    const east = drawnAt({ ...VIEW, metres: 3_704 * Math.cos((21.0285 * Math.PI) / 180) }, { ...HERE, longitude_e7: HERE.longitude_e7 + 166_667 });
    expect(east.y).toBe(SIDE / 2);
    expect(Math.abs(east.x - SIDE)).toBeLessThan(1);
  });

  it('gives back the point that was touched, wherever and however wide', () => {
    for (const metres of WIDTHS) {
      for (const [x, y] of [[0, 0], [17, 301], [SIDE, 5]] as const) {
        const at = drawnAt({ middle: HERE, metres }, pointAt({ middle: HERE, metres }, x, y));
        expect(Math.hypot(at.x - x, at.y - y)).toBeLessThan(0.1);
      }
    }
    expect(pointAt({ middle: { latitude_e7: 899_999_999, longitude_e7: 0 }, metres: 100_000 }, 0, 0).latitude_e7).toBe(900_000_000);
  });

  it('is pulled with the finger: the ground follows', () => {
    const before = pointAt(VIEW, 100, 100);
    const after = drawnAt(pulled(VIEW, 30, -20), before);
    expect(Math.hypot(after.x - 130, after.y - 80)).toBeLessThan(0.1);
  });

  it('has an end in both directions', () => {
    let view: View = VIEW;
    for (let n = 0; n < 20; n++) view = widened(view, 1);
    expect(view.metres).toBe(WIDTHS.at(-1));
    for (let n = 0; n < 20; n++) view = widened(view, -1);
    expect(view.metres).toBe(WIDTHS[0]);
  });

  it('shows what is inside, the nearest to the middle first, and begins where most are', () => {
    const at = (id: string, north: number) => ({ id, name: id, latitude_e7: HERE.latitude_e7 + north, longitude_e7: HERE.longitude_e7 });
    const all = [at('far', 900_000), at('second', 9_000), at('first', -4_000), at('third', 20_000)];
    expect(around(VIEW, all, 2).map((one) => one.id)).toEqual(['first', 'second']);
    expect(around(VIEW, all, 9)).toHaveLength(3);
    expect(middleOf(all)?.latitude_e7).toBe(HERE.latitude_e7 + 20_000);
    expect(middleOf([])).toBeNull();
  });

  it('has a scale bar of a round length that fits into a third', () => {
    expect(WIDTHS.map((metres) => scaleBar({ middle: HERE, metres }))).toEqual([50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000]);
  });
});
