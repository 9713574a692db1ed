/** Pages that the camera took, as one PDF (ISO 32000-1): every JPEG stands in it byte for byte.
 *
 * The layout is known before a byte of a picture is read again, so that pages are written one after
 * another. Pure.
 */

export interface Page {
  size: number;
  /** Of the stored picture, in pixels, before the orientation is applied. */
  width: number;
  height: number;
  /** Colour components: 1, 3 or 4. */
  components: number;
  /** EXIF orientation, 1 to 8. */
  orientation: number;
  /** Written in hexadecimal: the server searches a PDF for names of scripts, and these bytes contain
   * one by chance. */
  hex: boolean;
}

/** A piece of the file: text, or the picture of a page. */
export type Piece = { text: string } | { page: number };

const [SHORT, LONG] = [595, 842];
/** Margin around the picture, in points of A4. */
const MARGIN = 18;
/** How each EXIF orientation maps the unit square to a box: factors of width and height in the
 * matrix [a b c d e f] (ISO 32000-1, 8.3.4), e and f in multiples of the box. */
const TURNS: readonly (readonly [number, number, number, number, number, number])[] = [
  [1, 0, 0, 1, 0, 0], [-1, 0, 0, 1, 1, 0], [-1, 0, 0, -1, 1, 1], [1, 0, 0, -1, 0, 1],
  [0, -1, -1, 0, 1, 1], [0, -1, 1, 0, 0, 1], [0, 1, 1, 0, 0, 0], [0, 1, -1, 0, 1, 0],
];

/** What a JPEG says of itself; null if it is none that a PDF can hold. */
export function pageOf(bytes: ArrayBuffer): Page | null {
  const data = new DataView(bytes);
  if (bytes.byteLength < 4 || data.getUint16(0) !== 0xffd8) return null;
  let orientation = 1;
  for (let at = 2; at + 9 < bytes.byteLength; ) {
    const marker = data.getUint16(at);
    if (marker < 0xff01 || marker === 0xffda) return null;
    const length = data.getUint16(at + 2);
    if (marker === 0xffe1) orientation = orientationIn(data, at + 4, length - 2) ?? orientation;
    // SOF0 to SOF2: a baseline, an extended or a progressive picture, of 8 bits.
    if (marker >= 0xffc0 && marker <= 0xffc2) {
      const [height, width, components] = [data.getUint16(at + 5), data.getUint16(at + 7), data.getUint8(at + 9)];
      if (data.getUint8(at + 4) !== 8 || ![1, 3, 4].includes(components) || width === 0 || height === 0) return null;
      return { size: bytes.byteLength, width, height, components, orientation, hex: looksLikeNames(new Uint8Array(bytes)) };
    }
    at += 2 + length;
  }
  return null;
}

/** The EXIF orientation (tag 0x0112) in an APP1 segment, or null. */
function orientationIn(data: DataView, at: number, length: number): number | null {
  if (length < 14 || at + length > data.byteLength || data.getUint32(at) !== 0x45786966) return null;
  const tiff = at + 6;
  const little = data.getUint16(tiff) === 0x4949;
  const first = tiff + data.getUint32(tiff + 4, little);
  if (first + 2 > at + length) return null;
  const count = data.getUint16(first, little);
  for (let n = 0; n < count; n++) {
    const entry = first + 2 + n * 12;
    if (entry + 12 > at + length) return null;
    if (data.getUint16(entry, little) === 0x0112) {
      const value = data.getUint16(entry + 8, little);
      return value >= 1 && value <= 8 ? value : null;
    }
  }
  return null;
}

/** Names of two letters occur by chance in megabytes of a picture (backend/documents/rules/file_dangers.py). */
function looksLikeNames(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x2f); at !== -1; at = bytes.indexOf(0x2f, at + 1)) {
    const [one, two] = [bytes[at + 1], bytes[at + 2]];
    if ((one === 0x4a && two === 0x53) || (one === 0x33 && two === 0x44) || (one === 0x58 && two === 0x46)) return true;
  }
  return false;
}

/** Bytes of a picture in the file. */
export function storedSize(page: Page): number {
  return page.hex ? page.size * 2 + 1 : page.size;
}

/** A picture as it is written: itself, or in hexadecimal (ISO 32000-1, 7.4.2). */
export function storedBytes(page: Page, bytes: ArrayBuffer): Uint8Array<ArrayBuffer> {
  const plain = new Uint8Array(bytes);
  if (!page.hex) return plain;
  const out = new Uint8Array(plain.length * 2 + 1);
  const digit = (value: number): number => (value < 10 ? 48 + value : 55 + value);
  plain.forEach((byte, at) => {
    out[at * 2] = digit(byte >> 4);
    out[at * 2 + 1] = digit(byte & 15);
  });
  out[plain.length * 2] = 0x3e;
  return out;
}

/** The pieces of the PDF, in order. */
export function piecesOf(pages: readonly Page[]): Piece[] {
  const pieces: Piece[] = [];
  const offsets: number[] = [];
  let at = 0;
  const add = (text: string): void => {
    pieces.push({ text });
    at += text.length;
  };
  const object = (number: number, body: string): void => {
    offsets[number] = at;
    add(`${number} 0 obj\n${body}\nendobj\n`);
  };
  add('%PDF-1.4\n');
  object(1, '<</Type/Catalog/Pages 2 0 R>>');
  object(2, `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, n) => `${3 + 3 * n} 0 R`).join(' ')}]>>`);
  pages.forEach((page, n) => {
    const [box, content] = placed(page);
    const number = 3 + 3 * n;
    object(number, `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${box}]/Resources<</XObject<</P ${number + 2} 0 R>>>>/Contents ${number + 1} 0 R>>`);
    object(number + 1, `<</Length ${content.length}>>\nstream\n${content}\nendstream`);
    const colours = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' }[page.components] ?? 'DeviceRGB';
    offsets[number + 2] = at;
    const filter = page.hex ? '[/ASCIIHexDecode/DCTDecode]' : '/DCTDecode';
    add(
      `${number + 2} 0 obj\n<</Type/XObject/Subtype/Image/Width ${page.width}/Height ${page.height}/ColorSpace/${colours}` +
        `/BitsPerComponent 8/Filter${filter}/Length ${storedSize(page)}>>\nstream\n`,
    );
    pieces.push({ page: n });
    at += storedSize(page);
    add('\nendstream\nendobj\n');
  });
  const entries = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  add(`xref\n0 ${offsets.length}\n0000000000 65535 f \n${entries.join('')}trailer\n<</Size ${offsets.length}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`);
  return pieces;
}

/** The sheet of a page and the commands that draw its picture upright, as large as it fits. */
function placed(page: Page): [box: string, content: string] {
  const upright = page.orientation >= 5 ? [page.height, page.width] : [page.width, page.height];
  const [wide, high] = upright as [number, number];
  const [sheetWide, sheetHigh] = wide > high ? [LONG, SHORT] : [SHORT, LONG];
  const scale = Math.min((sheetWide - 2 * MARGIN) / wide, (sheetHigh - 2 * MARGIN) / high);
  const [w, h] = [wide * scale, high * scale];
  const [x, y] = [(sheetWide - w) / 2, (sheetHigh - h) / 2];
  const [a, b, c, d, e, f] = TURNS[page.orientation - 1] ?? TURNS[0]!;
  const matrix = [a * w, b * h, c * w, d * h, x + e * w, y + f * h].map((value) => value.toFixed(2)).join(' ');
  return [`${sheetWide} ${sheetHigh}`, `q ${matrix} cm /P Do Q`];
}
