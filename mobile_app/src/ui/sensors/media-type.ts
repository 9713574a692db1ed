/** Detects the kind of a picture by its first bytes, because both a file's name and the
 * browser's media type may be wrong. */

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

const HEIF_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs']);

/** The media type, or null if it is none of the formats that phones make (JPEG, PNG, HEIC/HEIF,
 * AVIF, WebP, GIF, TIFF and DNG). */
export function mediaTypeOf(buffer: ArrayBuffer): string | null {
  const b = new Uint8Array(buffer, 0, Math.min(32, buffer.byteLength));
  if (b[0] === 0xff && b[1] === 0xd8 && b[2] === 0xff) return 'image/jpeg';
  if (b[0] === 0x89 && ascii(b, 1, 4) === 'PNG') return 'image/png';
  if (ascii(b, 4, 8) === 'ftyp') {
    const brand = ascii(b, 8, 12);
    if (HEIF_BRANDS.has(brand)) return 'image/heic';
    if (brand === 'avif' || brand === 'avis') return 'image/avif';
    if (brand === 'mif1' || brand === 'msf1') return 'image/heif';
    return null;
  }
  if (ascii(b, 0, 4) === 'RIFF' && ascii(b, 8, 12) === 'WEBP') return 'image/webp';
  if (ascii(b, 0, 4) === 'GIF8') return 'image/gif';
  const tiff = ascii(b, 0, 4);
  if (tiff === 'II*\0' || tiff === 'MM\0*') return 'image/tiff';
  return null;
}
