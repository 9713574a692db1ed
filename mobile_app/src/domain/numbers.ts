/** Numbers that the server lent this phone, for papers that are signed where there is
 * no signal. Pure.
 *
 * Each number is used once. They are given in the order of the blocks, skipping those that the
 * server knows as used and those that this phone has given. The format is that of Circular 22/2021
 * Art 6: `N/SYMBOL-OFFICER_NO`, with a separate sequence each year.
 */
import type { NumberBlock } from '../wire';

/** Position of this phone in a block: the first number that it has not given. */
export interface NumberCounter {
  officerId: string;
  blockId: string;
  next: number;
}

export interface FreeNumber {
  blockId: string;
  /** Year of the block, and so of the paper. Read only once, so that the year cannot change in
   * between at midnight. */
  year: number;
  number: number;
}

/** With fewer numbers than this, the phone asks for more as soon as it is connected. */
export const FEW_NUMBERS = 3;

/** Returns the remaining numbers of a form and year, in the order in which they are given. */
export function freeNumbers(blocks: readonly NumberBlock[], counters: readonly NumberCounter[], form: string, year: number): FreeNumber[] {
  const next = new Map(counters.map((counter) => [counter.blockId, counter.next]));
  return blocks
    .filter((block) => block.form === form && block.year === year)
    .sort((a, b) => a.first - b.first)
    .flatMap((block) => {
      const used = new Set(block.used);
      const from = Math.max(block.first, next.get(block.id) ?? 0);
      const found: FreeNumber[] = [];
      for (let number = from; number <= block.last; number++) if (!used.has(number)) found.push({ blockId: block.id, year, number });
      return found;
    });
}

/** The number as the paper shows it. */
export function numberText(symbol: string, number: number, officerNumber: string): string {
  return `${number}/${symbol}-${officerNumber}`;
}

/** The year in which a paper is numbered: the year in Vietnam (UTC+7, no daylight saving). */
export function yearInVietnam(ms: number): number {
  return new Date(ms + 7 * 3_600_000).getUTCFullYear();
}
