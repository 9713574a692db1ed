/** What the EXIF data of a picked file say: a hint for the officer, never evidence. */

export interface ExifHint {
  /** As the file has it, such as "2026:11:24 09:30:00". It has no time zone, so it
   * is shown unchanged. */
  takenAt: string | null;
  hasPosition: boolean;
}

/** Whether a position is real: Android strips positions from files and leaves 0 or NaN. */
export function isPosition(latitude: unknown, longitude: unknown): boolean {
  return typeof latitude === 'number' && typeof longitude === 'number' && Number.isFinite(latitude) && Number.isFinite(longitude) && !(latitude === 0 && longitude === 0);
}

/** Reads a file's EXIF data with a library that is loaded only now. Null if there are none or
 * they cannot be read. */
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
