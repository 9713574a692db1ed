/** What a picked file says of itself: a hint for the officer, never evidence. */

export interface ExifHint {
  /** As the file writes it, such as "2026:11:24 09:30:00": without a zone, so it is shown as it stands. */
  takenAt: string | null;
  hasPosition: boolean;
}

/** A latitude that means something: Android strips positions from files and leaves 0 or NaN behind. */
export function isPosition(latitude: unknown, longitude: unknown): boolean {
  return typeof latitude === 'number' && typeof longitude === 'number' && Number.isFinite(latitude) && Number.isFinite(longitude) && !(latitude === 0 && longitude === 0);
}

/** Reads a file's EXIF with a reader that is loaded only now; null where it has none or cannot be read. */
export async function exifOf(bytes: ArrayBuffer): Promise<ExifHint | null> {
  try {
    const { parse } = await import('exifr/dist/lite.esm.mjs');
    const tags = await parse(bytes, { reviveValues: false, gps: true });
    if (tags === undefined) return null;
    const taken = tags.DateTimeOriginal ?? tags.CreateDate;
    return { takenAt: typeof taken === 'string' ? taken : null, hasPosition: isPosition(tags.latitude, tags.longitude) };
  } catch {
    return null;
  }
}
