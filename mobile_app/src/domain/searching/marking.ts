/** What of a hit is shown: its texts with the matching words marked, an excerpt that says why it was found, its rank.
 *
 * The server's rule is backend/insight/rules/search/marking.py.
 */
import { fits, type Term } from './asking';
import { foldedWords, isNumber, wordsOf, type Word } from './folding';

/** A piece of a text, and whether it is what was looked for. */
export interface Piece {
  text: string;
  hit: boolean;
}

/** One text of a record, and what it is. */
export interface Said<What extends string = string> {
  what: What;
  text: string;
}

/** Letters of an excerpt before its first hit, and in all. */
const BEFORE = 40;
const LONGEST = 160;

/** A text in pieces, those that match marked. A part of a number is marked alone, a word whole. */
export function marked(text: string, terms: readonly Term[]): Piece[] {
  return text === '' ? [] : pieces(text, spans(text, terms));
}

/** Which of the words are in a text. */
export function fitted(text: string, terms: readonly Term[]): Term[] {
  const there = foldedWords(text);
  return terms.filter((term) => there.some((word) => fits(term, word)));
}

/** Whether words of a record, as they are compared, have all that was typed. */
export function hasAll(there: readonly string[], terms: readonly Term[]): boolean {
  return terms.every((term) => there.some((word) => fits(term, word)));
}

/** In which text most of the other words stand, and the piece of it around them; null if its name, number and address,
 * which has `known`, show all words already. */
export function excerpt<What extends string>(said: readonly Said<What>[], terms: readonly Term[], known: readonly Term[]): { why: What; pieces: Piece[] } | null {
  const missing = terms.filter((term) => !known.includes(term));
  let best: Said<What> | null = null;
  let most = 0;
  for (const one of missing.length > 0 ? said : []) {
    const count = fitted(one.text, missing).length;
    if (count > most) [best, most] = [one, count];
  }
  return best && { why: best.what, pieces: around(best.text, terms, missing) };
}

/** How good a hit is; a smaller one is better, equals stay in the order of their days.
 *
 * First whose number or name is just what was typed; then whose name or number has all the words; then whose name writes
 * them as they were typed, with their diacritics.
 */
export function rank(name: string, number: string, typed: string, terms: readonly Term[]): [number, number, number] {
  const whole = typed.trim().toLowerCase();
  const title = `${number} ${name}`;
  const written = title.toLowerCase().split(/\s+/u);
  const spelt = whole.split(/\s+/u).filter((word) => word !== '' && written.includes(word)).length;
  const same = whole === number.toLowerCase() || whole === name.toLowerCase();
  return [same ? 0 : 1, fitted(title, terms).length === terms.length ? 0 : 1, 0 - spelt];
}

/** Orders ranks, the better first. */
export function better(one: readonly number[], other: readonly number[]): number {
  for (let at = 0; at < one.length; at++) {
    const apart = (one[at] ?? 0) - (other[at] ?? 0);
    if (apart !== 0) return apart;
  }
  return 0;
}

type Span = [begin: number, end: number];

function spans(text: string, terms: readonly Term[]): Span[] {
  return wordsOf(text).flatMap((word) => {
    const term = terms.find((one) => fits(one, word.folded));
    return term ? [spanOf(word, term)] : [];
  });
}

/** The letters to mark: the whole word, or that part of a number that was typed. */
function spanOf(word: Word, term: Term): Span {
  if (!isNumber(word.folded) || word.end - word.begin !== word.folded.length) return [word.begin, word.end];
  const begin = word.begin + word.folded.indexOf(term.word);
  return [begin, begin + term.word.length];
}

function pieces(text: string, found: readonly Span[]): Piece[] {
  const parts: Piece[] = [];
  let at = 0;
  for (const [first, end] of found) {
    let begin = first;
    const last = parts.at(-1);
    if (last?.hit && /^\s+$/u.test(text.slice(at, begin))) {
      // Words that follow each other are one mark.
      parts.pop();
      begin = at - last.text.length;
    } else if (begin > at) parts.push({ text: text.slice(at, begin), hit: false });
    parts.push({ text: text.slice(begin, end), hit: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), hit: false });
  return parts;
}

function around(text: string, terms: readonly Term[], missing: readonly Term[]): Piece[] {
  const first = spans(text, missing)[0]?.[0] ?? 0;
  let begin = 0;
  if (first > BEFORE) {
    // At a space, as far as there is one before the hit.
    begin = text.indexOf(' ', first - BEFORE) + 1;
    if (begin <= 0 || begin > first) begin = first - BEFORE;
  }
  let end = begin + LONGEST;
  if (end < text.length) {
    const space = text.slice(begin, end).lastIndexOf(' ');
    end = Math.max(space < 0 ? -1 : begin + space, begin + Math.floor(LONGEST / 2));
  }
  const cut = text.slice(begin, end);
  return [...(begin > 0 ? [{ text: '… ', hit: false }] : []), ...pieces(cut, spans(cut, terms)), ...(end < text.length ? [{ text: ' …', hit: false }] : [])];
}
