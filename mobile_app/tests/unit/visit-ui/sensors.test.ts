/** Which position is used, what kind of file it is, and how a signature becomes integers. */
import { describe, expect, it } from 'vitest';
import { ageSeconds, bestFix, fixOf, metresBetween, placeOf, type Fix } from '../../../src/ui/sensors/fixes';
import { mediaTypeOf } from '../../../src/ui/sensors/media-type';
import { drawingOf, pathOf } from '../../../src/ui/visit/drawing';
import { isPosition } from '../../../src/ui/visit/exif';

const fix = (accuracyM: number, cameAt: number, measuredAt = cameAt): Fix => ({ latitude: 21.0285, longitude: 105.8542, accuracyM, altitudeM: null, measuredAt, cameAt });
const coords = (changed: Partial<GeolocationCoordinates>): GeolocationCoordinates =>
  ({ latitude: 21.02851234567, longitude: 105.8542, accuracy: 12.3456, altitude: 9.5, altitudeAccuracy: null, heading: null, speed: null, ...changed }) as GeolocationCoordinates;

describe('the position', () => {
  it('is the most accurate of the last ten seconds, not an older and better one', () => {
    const fixes = [fix(4, 0), fix(30, 5_000), fix(12, 8_000), fix(20, 11_000)];
    expect(bestFix(fixes, 12_000)?.accuracyM).toBe(12);
    expect(bestFix(fixes, 40_000)).toBeNull();
  });

  it('counts from when it came, because some phones hand out old measurements, and tells its age', () => {
    const old = fix(5, 10_000, 0);
    expect(bestFix([old], 12_000)).toBe(old);
    expect(ageSeconds(old, 12_000)).toBe(12);
    expect(ageSeconds(fix(5, 0, 99_000), 1_000)).toBe(0);
  });

  it('is written in integers of 1e-7 degree and mm', () => {
    const place = placeOf(fixOf(coords({}), Date.parse('2026-11-24T02:30:00Z'), 0) as Fix);
    expect(place).toEqual({
      latitude_e7: 210285123,
      longitude_e7: 1058542000,
      accuracy_mm: 12346,
      altitude_mm: 9500,
      source: 'fused',
      fixed_at: '2026-11-24T02:30:00.000Z',
      mocked: null,
    });
  });

  it('is none where the phone answers with no numbers', () => {
    expect(fixOf(coords({ latitude: NaN }), 0, 0)).toBeNull();
    expect(fixOf(coords({ accuracy: -1 }), 0, 0)).toBeNull();
    expect(fixOf(coords({ altitude: NaN }), 0, 0)?.altitudeM).toBeNull();
  });

  it('is measured against the address in metres', () => {
    expect(metresBetween({ latitude_e7: 210285000, longitude_e7: 1058542000 }, { latitude_e7: 210294000, longitude_e7: 1058542000 })).toBeCloseTo(100, -1);
  });
});

describe('the bytes of a picture', () => {
  const bytes = (...start: (number | string)[]): ArrayBuffer => {
    const all = start.flatMap((one) => (typeof one === 'string' ? [...one].map((letter) => letter.charCodeAt(0)) : [one]));
    return new Uint8Array([...all, ...new Array<number>(40).fill(0)]).buffer;
  };
  it.each([
    ['image/jpeg', bytes(0xff, 0xd8, 0xff, 0xe1)],
    ['image/png', bytes(0x89, 'PNG\r\n')],
    ['image/heic', bytes(0, 0, 0, 24, 'ftypheic')],
    ['image/heif', bytes(0, 0, 0, 24, 'ftypmif1')],
    ['image/webp', bytes('RIFF', 1, 2, 3, 4, 'WEBP')],
    ['image/tiff', bytes('II*\0')],
  ])('say %s whatever the file is called', (type, start) => {
    expect(mediaTypeOf(start)).toBe(type);
  });
  it('are no picture where they are a film, a document or nothing', () => {
    expect(mediaTypeOf(bytes(0, 0, 0, 24, 'ftypmp42'))).toBeNull();
    expect(mediaTypeOf(bytes('%PDF-1.7'))).toBeNull();
    expect(mediaTypeOf(new ArrayBuffer(0))).toBeNull();
  });
  it('have no position where Android left zeros behind', () => {
    expect(isPosition(0, 0)).toBe(false);
    expect(isPosition(NaN, NaN)).toBe(false);
    expect(isPosition(21.03, 105.85)).toBe(true);
  });
});

describe('a hand signature', () => {
  it('becomes integers from the first touch on, within its field', () => {
    const drawing = drawingOf([{ points: [{ x: 10.4, y: -3, time: 1000.7 }, { x: 400, y: 20.6, time: 1016.2 }] }], 390.4, 224);
    expect(drawing).toEqual({ width: 390, height: 224, strokes: [[[10, 0, 0], [390, 21, 16]]] });
  });
  it('is none where nothing was drawn', () => {
    expect(drawingOf([], 390, 224)).toBeNull();
    expect(drawingOf([{ points: [] }], 390, 224)).toBeNull();
  });
  it('stays within the limits of the server without losing a stroke or its ends', () => {
    const long = { points: Array.from({ length: 12_000 }, (_, at) => ({ x: at % 300, y: at % 200, time: at })) };
    const drawing = drawingOf([long, { points: [{ x: 1, y: 1, time: 13_000 }] }], 390, 224);
    expect(drawing?.strokes).toHaveLength(2);
    expect(drawing?.strokes[0]?.length).toBeLessThanOrEqual(5000);
    expect(drawing?.strokes[0]?.at(-1)).toEqual([11_999 % 300, 11_999 % 200, 11_999]);
  });
  it('is refused above 200 strokes rather than cut', () => {
    const dot = { points: [{ x: 1, y: 1, time: 0 }] };
    expect(() => drawingOf(new Array(201).fill(dot), 390, 224)).toThrow(RangeError);
  });
  it('is drawn again as one vector path', () => {
    expect(pathOf({ width: 10, height: 10, strokes: [[[1, 2, 0], [3, 4, 5]], [[7, 7, 9]]] } as never)).toBe('M1 2L3 4M7 7h.1');
  });
});
