/** Numbers that the server lent this phone, for papers that are signed where there is no signal. Pure.
 *
 * A number is used once: in the order of the blocks, each number that the server does not know as used and that this phone has
 * not given yet. Circular 22/2021 Art 6: `N/SYMBOL-OFFICER_NO`, a sequence of its own each year.
 */
import type { NumberBlock } from '../wire';

/** How far this phone has got with a block: the first number that it has not given. */
export interface NumberCounter {
  officerId: string;
  blockId: string;
  next: number;
}

export interface FreeNumber {
  blockId: string;
  /** Of its block, and so of the paper: read once, so that no midnight comes between. */
  year: number;
  number: number;
}

/** Fewer than so many, and the phone asks for more as soon as it is connected. */
export const FEW_NUMBERS = 3;

/** The numbers of a form and year that are left, in the order in which they are given. */
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

/** The year in which a paper is numbered: Vietnam's, seven hours ahead of UTC, without daylight saving. */
export function yearInVietnam(ms: number): number {
  return new Date(ms + 7 * 3_600_000).getUTCFullYear();
}
