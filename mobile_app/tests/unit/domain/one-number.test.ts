/** A photograph has the same number and count on the hub, the list, the review, the outbox and
 * at the desk. */
import { describe, expect, it } from 'vitest';
import { overlay, photosOf } from '../../../src/domain/inspection';
import { photoCounts } from '../../../src/domain/photo-counts';
import { itemsOf } from '../../../src/outbox/summary';
import type { InspectionView } from '../../../src/wire';
import { inspectionView } from '../support/inspections';
import { SHOP, aPhoto, anAct, someBytes } from '../support/records';

const idle = { sendingActs: new Set<string>(), sending: false, holdOriginals: false };
type Told = InspectionView['photos'][number];

function theirs(id: string, sha256: string, changed: Partial<Told> = {}): Told {
  return { photo_id: id, sha256, caption: null, made_at: '2026-11-24T02:00:00Z', withdrawn: null, quarantine: null, officer_name: 'Trần Thị Bình', ...changed } as Told;
}

function mine(hashes: string[]) {
  const acts = hashes.map((_, at) => anAct(at + 1, null));
  const photos = hashes.map((sha256, at) => ({ ...aPhoto(acts[at]!, someBytes(10)), sha256 }));
  return { acts, photos };
}

describe('a photograph', () => {
  it("of a colleague is counted on this phone's hub as it is in the list", () => {
    const view = { ...inspectionView(SHOP), photos: [theirs('p1', 'a'), theirs('p2', 'b'), theirs('p3', 'c', { withdrawn: 'Mờ' })] };
    expect(photoCounts(overlay(view, [], [], null))).toEqual({ inForce: 2, same: 0, files: 2, withdrawn: 1, held: 0, ofOthers: 2 });
  });

  it('chosen twice is counted, and named as one file to submit', () => {
    const { acts, photos } = mine(['a', 'b', 'c', 'd', 'e', 'f', 'a']);
    expect(photoCounts(overlay(inspectionView(SHOP), acts, photos, null))).toMatchObject({ inForce: 7, same: 1, files: 6 });
  });

  it('that was kept aside is no reason to call another a copy', () => {
    const view = { ...inspectionView(SHOP), photos: [theirs('p1', 'a', { quarantine: 'not_on_team' }), theirs('p2', 'a')] };
    const local = overlay(view, [], [], null);
    expect(photosOf(local).map((photo) => photo.sameAs)).toEqual([null, null]);
    expect(photoCounts(local)).toMatchObject({ inForce: 1, same: 0, held: 1 });
  });

  it('has a number for now until the server knows it, behind those that it knows', () => {
    const { acts, photos } = mine(['x', 'y']);
    const [first] = photos;
    const before = overlay({ ...inspectionView(SHOP), photos: [theirs('p1', 'a')] }, acts, photos, null);
    expect(photosOf(before).map(({ number, provisional }) => [number, provisional])).toEqual([[1, false], [2, true], [3, true]]);
    const after = overlay({ ...inspectionView(SHOP), photos: [theirs('p1', 'a'), theirs('p2', 'b'), theirs(first!.id, 'x')] }, acts, photos, null);
    expect(photosOf(after).map(({ number, provisional }) => [number, provisional])).toEqual([[1, false], [2, false], [3, false], [4, true]]);
  });

  it('is called by the same number in the outbox, and told to be for now there too', () => {
    const { acts, photos } = mine(['x', 'y']);
    const told = new Map([[photos[0]!.recordId, ['p1', 'p2', photos[0]!.id]]]);
    const titles = itemsOf(acts.map((act) => ({ ...act, act: { ...act.act, type: 'photo.taken' as const } })), photos, { ...idle, told }).map((item) => item.title.vi);
    expect(titles).toEqual(['Ảnh 3', 'Ảnh 4 (số tạm)']);
  });
});
