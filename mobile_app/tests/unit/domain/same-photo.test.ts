import { describe, expect, it } from 'vitest';
import { overlay, photosOf } from '../../../src/domain/inspection';
import { inspectionView } from '../support/inspections';
import { SHOP, aPhoto, anAct, someBytes } from '../support/records';

const bytes = someBytes(100);

function photographs(hashes: string[], withdrawn: number[] = []) {
  const acts = hashes.map((_, at) => anAct(at + 1, null));
  const photos = hashes.map((sha256, at) => ({ ...aPhoto(acts[at] as (typeof acts)[number], bytes), sha256, withdrawn: withdrawn.includes(at) ? 'Chọn nhầm' : null }));
  return photosOf(overlay(inspectionView(SHOP), acts, photos, null));
}

describe('one file chosen twice', () => {
  it('gives two photographs, the later of which names the first', () => {
    const photos = photographs(['a', 'b', 'a', 'a']);
    expect(photos.map((photo) => photo.sameAs?.number ?? null)).toEqual([null, null, 1, 1]);
    expect(photos[2]?.sameAs?.id).toBe(photos[0]?.id);
  });

  it('is no longer told of once either of the two was withdrawn', () => {
    expect(photographs(['a', 'a'], [1]).map((photo) => photo.sameAs)).toEqual([null, null]);
    expect(photographs(['a', 'a'], [0]).map((photo) => photo.sameAs)).toEqual([null, null]);
    expect(photographs(['a', 'a', 'a'], [0]).map((photo) => photo.sameAs?.number ?? null)).toEqual([null, null, 2]);
  });
});
