/** A drawing that was not saved yet is kept like text. */
import { expect, it } from 'vitest';
import { drawingOf } from '../../../src/ui/visit/drawing';
import { inkOf, inkText, type Inked } from '../../../src/ui/visit/pad';

const ink: Inked = { width: 360, height: 200, strokes: [{ points: [{ x: 10.04, y: 20, time: 1000 }, { x: 30, y: 40.26, time: 1016 }] }, { points: [{ x: 5, y: 5, time: 1500 }] }] };

it('the same signature comes out of what was kept', () => {
  const again = inkOf(inkText(ink));
  expect(again?.strokes).toHaveLength(2);
  expect(drawingOf(again!.strokes, again!.width, again!.height)).toEqual(drawingOf(ink.strokes, ink.width, ink.height));
});

it('an empty pad keeps nothing, and a text that cannot be read is an empty pad', () => {
  expect(inkText({ ...ink, strokes: [] })).toBe('');
  expect(inkOf('')).toBeNull();
  expect(inkOf('{')).toBeNull();
});
