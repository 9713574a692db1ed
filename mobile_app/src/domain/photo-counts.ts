/** Counts of the photographs of an inspection, the same on all screens and at
 * the desk (backend/fieldwork/rules/photo_counts.py). */
import { photosOf, type LocalPhoto } from './inspection';
import type { LocalInspection } from './model';

export interface PhotoCounts {
  /** All that count: not withdrawn, held or refused. */
  inForce: number;
  /** Those of them that have the same bytes as an earlier one. */
  same: number;
  /** What a submission names: equal bytes only once. */
  files: number;
  withdrawn: number;
  /** Kept aside, at the server or here. */
  held: number;
  /** Those in force that no phone of this officer took. */
  ofOthers: number;
}

export function countsOf(photos: readonly LocalPhoto[]): PhotoCounts {
  const counting = photos.filter((photo) => photo.inForce);
  const files = new Set(counting.map((photo) => photo.sha256)).size;
  const withdrawn = photos.filter((photo) => photo.withdrawn !== null).length;
  return {
    inForce: counting.length,
    same: counting.length - files,
    files,
    withdrawn,
    held: photos.length - counting.length - withdrawn,
    ofOthers: counting.filter((photo) => photo.mine === null).length,
  };
}

export function photoCounts(local: LocalInspection): PhotoCounts {
  return countsOf(photosOf(local));
}
