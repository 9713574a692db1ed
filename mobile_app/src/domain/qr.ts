/** QR codes (ISO/IEC 18004), byte mode, error correction level M, versions 1 to 20: as many bytes as
 * a paper's address or its signed statement has. Pure. */

/** Codewords for error correction in each block, and the number of blocks, by version. */
const ECC = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];
const LEVEL_M = 0;

/** Rows of dark modules. */
export type Modules = boolean[][];

/** More bytes than the largest version here holds. */
export class TooLong extends Error {}

/** Encodes a text. The mask with the lowest penalty is chosen, unless one is given. */
export function qr(text: string, mask: number | null = null): Modules {
  const bytes = [...new TextEncoder().encode(text)];
  const version = ECC.findIndex((_, at) => bytes.length <= capacity(at + 1)) + 1;
  if (version === 0) throw new TooLong(`${bytes.length} bytes`);
  const codewords = interleaved(dataOf(bytes, version), version);
  const masks = mask === null ? [0, 1, 2, 3, 4, 5, 6, 7] : [mask];
  const drawn = masks.map((one) => draw(codewords, version, one));
  const penalties = drawn.map((one) => (masks.length > 1 ? penalty(one) : 0));
  return drawn[penalties.indexOf(Math.min(...penalties))] as Modules;
}

/** An SVG path over modules of one unit, with a margin of four. Its side is `size + 8`. */
export function qrPath(modules: Modules): string {
  return modules.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + 4} ${y + 4}h1v1h-1z`] : []))).join('');
}

const sizeOf = (version: number): number => version * 4 + 17;
const eccOf = (version: number): number => ECC[version - 1] ?? 0;
const blocksOf = (version: number): number => BLOCKS[version - 1] ?? 0;

function rawModules(version: number): number {
  let found = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const align = Math.floor(version / 7) + 2;
    found -= (25 * align - 10) * align - 55;
    if (version >= 7) found -= 36;
  }
  return found;
}

const rawCodewords = (version: number): number => Math.floor(rawModules(version) / 8);
const dataCodewords = (version: number): number => rawCodewords(version) - eccOf(version) * blocksOf(version);
const lengthBits = (version: number): number => (version < 10 ? 8 : 16);

function capacity(version: number): number {
  return Math.floor((dataCodewords(version) * 8 - 4 - lengthBits(version)) / 8);
}

function dataOf(bytes: readonly number[], version: number): number[] {
  const bits: number[] = [];
  const put = (value: number, count: number): void => {
    for (let at = count - 1; at >= 0; at--) bits.push((value >>> at) & 1);
  };
  put(4, 4);
  put(bytes.length, lengthBits(version));
  for (const byte of bytes) put(byte, 8);
  const most = dataCodewords(version) * 8;
  put(0, Math.min(4, most - bits.length));
  put(0, (8 - (bits.length % 8)) % 8);
  for (let pad = 0xec; bits.length < most; pad ^= 0xec ^ 0x11) put(pad, 8);
  const found: number[] = [];
  for (let at = 0; at < bits.length; at += 8) found.push(bits.slice(at, at + 8).reduce((sum, bit) => sum * 2 + bit, 0));
  return found;
}

/** Multiplication in GF(2^8) modulo 0x11d. */
function times(a: number, b: number): number {
  let found = 0;
  for (let at = 7; at >= 0; at--) found = ((found << 1) ^ ((found >>> 7) * 0x11d)) ^ (((b >>> at) & 1) * a);
  return found & 0xff;
}

function divisor(degree: number): number[] {
  const found = new Array<number>(degree).fill(0);
  found[degree - 1] = 1;
  let root = 1;
  for (let at = 0; at < degree; at++) {
    for (let place = 0; place < degree; place++) found[place] = times(found[place] ?? 0, root) ^ (found[place + 1] ?? 0);
    root = times(root, 2);
  }
  return found;
}

function remainder(data: readonly number[], by: readonly number[]): number[] {
  const found = new Array<number>(by.length).fill(0);
  for (const byte of data) {
    const factor = byte ^ (found.shift() ?? 0);
    found.push(0);
    by.forEach((coefficient, at) => (found[at] = (found[at] ?? 0) ^ times(coefficient, factor)));
  }
  return found;
}

function interleaved(data: readonly number[], version: number): number[] {
  const [count, length, raw] = [blocksOf(version), eccOf(version), rawCodewords(version)];
  const short = count - (raw % count);
  const shortLength = Math.floor(raw / count) - length;
  const by = divisor(length);
  const blocks: { data: readonly number[]; ecc: number[] }[] = [];
  for (let at = 0, from = 0; at < count; at++) {
    const part = data.slice(from, from + shortLength + (at < short ? 0 : 1));
    from += part.length;
    blocks.push({ data: part, ecc: remainder(part, by) });
  }
  const found: number[] = [];
  for (let at = 0; at <= shortLength; at++) for (const block of blocks) if (at < block.data.length) found.push(block.data[at] ?? 0);
  for (let at = 0; at < length; at++) for (const block of blocks) found.push(block.ecc[at] ?? 0);
  return found;
}

function alignments(version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
  const found = [6];
  for (let at = sizeOf(version) - 7; found.length < count; at -= step) found.splice(1, 0, at);
  return found;
}

function draw(codewords: readonly number[], version: number, mask: number): Modules {
  const size = sizeOf(version);
  const dark: Modules = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  const fixed: Modules = dark.map((row) => [...row]);
  const set = (x: number, y: number, value: boolean): void => {
    (dark[y] as boolean[])[x] = value;
    (fixed[y] as boolean[])[x] = true;
  };
  for (let at = 0; at < size; at++) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
  for (const [cx, cy] of [[3, 3], [size - 4, 3], [3, size - 4]] as const) {
    for (let dy = -4; dy <= 4; dy++) {
      for (let dx = -4; dx <= 4; dx++) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy));
        const [x, y] = [cx + dx, cy + dy];
        if (x >= 0 && x < size && y >= 0 && y < size) set(x, y, ring !== 2 && ring !== 4);
      }
    }
  }
  const places = alignments(version);
  const last = places.length - 1;
  places.forEach((x, i) =>
    places.forEach((y, j) => {
      if ((i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0)) return;
      for (let dy = -2; dy <= 2; dy++) for (let dx = -2; dx <= 2; dx++) set(x + dx, y + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
    }),
  );
  drawFormat(set, size, mask);
  if (version >= 7) drawVersion(set, size, version);
  drawData(dark, fixed, codewords);
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) if (!fixed[y]?.[x] && MASKS[mask]?.(x, y)) (dark[y] as boolean[])[x] = !dark[y]?.[x];
  return dark;
}

type SetModule = (x: number, y: number, value: boolean) => void;

function drawFormat(set: SetModule, size: number, mask: number): void {
  const data = (LEVEL_M << 3) | mask;
  let rest = data;
  for (let at = 0; at < 10; at++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  const bits = ((data << 10) | rest) ^ 0x5412;
  const bit = (at: number): boolean => ((bits >>> at) & 1) !== 0;
  for (let at = 0; at <= 5; at++) set(8, at, bit(at));
  set(8, 7, bit(6));
  set(8, 8, bit(7));
  set(7, 8, bit(8));
  for (let at = 9; at < 15; at++) set(14 - at, 8, bit(at));
  for (let at = 0; at < 8; at++) set(size - 1 - at, 8, bit(at));
  for (let at = 8; at < 15; at++) set(8, size - 15 + at, bit(at));
  set(8, size - 8, true);
}

function drawVersion(set: SetModule, size: number, version: number): void {
  let rest = version;
  for (let at = 0; at < 12; at++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
  const bits = (version << 12) | rest;
  for (let at = 0; at < 18; at++) {
    const value = ((bits >>> at) & 1) !== 0;
    const [a, b] = [size - 11 + (at % 3), Math.floor(at / 3)];
    set(a, b, value);
    set(b, a, value);
  }
}

function drawData(dark: Modules, fixed: Modules, codewords: readonly number[]): void {
  const size = dark.length;
  let at = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let vertical = 0; vertical < size; vertical++) {
      for (let j = 0; j < 2; j++) {
        const x = right - j;
        const y = ((right + 1) & 2) === 0 ? size - 1 - vertical : vertical;
        if (fixed[y]?.[x] || at >= codewords.length * 8) continue;
        (dark[y] as boolean[])[x] = (((codewords[at >>> 3] ?? 0) >>> (7 - (at & 7))) & 1) !== 0;
        at++;
      }
    }
  }
}

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** How badly a scanner would read it: long runs, blocks, look-alikes of the corners, imbalance. */
function penalty(modules: Modules): number {
  const columns = modules.map((_, at) => modules.map((row) => row[at] ?? false));
  const lines = [...modules, ...columns].map((line) => line.map((dark) => (dark ? '1' : '0')).join(''));
  let found = 0;
  for (const line of lines) {
    for (const run of line.match(/0{5,}|1{5,}/g) ?? []) found += run.length - 2;
    found += 40 * (line.match(/(?=10111010000|00001011101)/g) ?? []).length;
  }
  for (let y = 1; y < modules.length; y++) {
    for (let x = 1; x < modules.length; x++) {
      const one = modules[y]?.[x];
      if (one === modules[y]?.[x - 1] && one === modules[y - 1]?.[x] && one === modules[y - 1]?.[x - 1]) found += 3;
    }
  }
  const dark = lines.slice(0, modules.length).join('').replaceAll('0', '').length;
  return found + 10 * Math.floor(Math.abs((dark * 20) / modules.length ** 2 - 10));
}
