/** Finding a behaviour or a business by what people type: phrases, whole words, typed diacritics, synonyms. The server's rule
 * (backend/law/rules/finding.py) a second time; tests/cases/search.json is checked against both.
 *
 * Every word has to stand somewhere; where nothing has them all, what has most of them is better than an empty page. Where some fit
 * far better than others, the others are left out.
 */
import type { ReferenceEntry } from '../wire';
import { foldText } from './fold-text';

export interface Findable {
  code: string;
  name: string;
  /** What else people call it. */
  also: readonly string[];
  /** All of that and more, folded. */
  text: string;
}

/** Those that fit what was typed, the best first; by code where two fit alike. All, in their order, for no word. */
export function ranked<T>(things: readonly T[], typed: string, of: (thing: T) => Findable): T[] {
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return [...things];
  const counted = things.map((thing) => ({ thing, count: countOf(of(thing), wanted) }));
  const most = counted.reduce((best, { count }) => Math.max(best, count), 0);
  // All words, or at least two in three of them.
  if (most === 0 || 3 * most < 2 * wanted.length) return [];
  const fit = counted
    .filter(({ count }) => count === most)
    .map(({ thing }) => ({ thing, code: of(thing).code, points: pointsOf(of(thing), wanted) }))
    .sort((a, b) => b.points - a.points || natural(a.code, b.code));
  return fit.filter(({ points }) => points * FAR >= (fit[0]?.points ?? 0)).map(({ thing }) => thing);
}

/** What has less than a fifth of the best one's points has the words, but not what was meant: "hàng giả" stands in no "trị giá hàng". */
const FAR = 5;

/** Whether it has every word that was typed; what `ranked` found may be only the nearest. */
export function hasAll(thing: Findable, typed: string): boolean {
  const wanted = wordsOf(typed);
  return countOf(thing, wanted) === wanted.length;
}

/** ND98-9 stands before ND98-10, and ND98 before ND115. */
export function natural(left: string, right: string): number {
  const [a, b] = [left.split(/(\d+)/), right.split(/(\d+)/)];
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const [one = '', other = ''] = [a[at], b[at]];
    if (one === other) continue;
    const numbers = at % 2 === 1;
    if (numbers && Number(one) !== Number(other)) return Number(one) - Number(other);
    return one < other ? -1 : 1;
  }
  return a.length - b.length;
}

const seen = new WeakMap<ReferenceEntry, Findable>();

/** What of an entry is searched by; made once, since each letter asks for all of them. */
export function findable(entry: ReferenceEntry): Findable {
  let found = seen.get(entry);
  if (!found) {
    const value = entry.value as Record<string, unknown>;
    const said = (name: string): string[] => (typeof value[name] === 'string' ? [value[name]] : []);
    // A pack of a version before this one says nothing of what else a behaviour is called.
    const also = Array.isArray(value.also) ? value.also.filter((one): one is string => typeof one === 'string') : said('trade_name');
    seen.set(entry, (found = { code: entry.id, name: [...said('name_vi'), ...said('name')][0] ?? '', also, text: entry.text }));
  }
  return found;
}

interface Words {
  name: readonly string[];
  phrases: readonly (readonly string[])[];
  others: readonly string[];
  rest: readonly string[];
}

/** Words of what was searched before: each keystroke asks for all of them again. */
const known = new WeakMap<Findable, Words>();

function wordsIn(thing: Findable): Words {
  let found = known.get(thing);
  if (!found) {
    const phrases = thing.also.map(wordsOf);
    known.set(thing, (found = { name: wordsOf(thing.name), phrases, others: phrases.flat(), rest: wordsOf(thing.text) }));
  }
  return found;
}

/** How many of the words stand in it; a letter or a digit alone only as a word. */
function countOf(thing: Findable, wanted: readonly string[]): number {
  return wanted.map(fold).filter((word) => (word.length > 1 ? thing.text.includes(word) : wordsIn(thing).rest.includes(word))).length;
}

/** How well it has them. */
function pointsOf(thing: Findable, wanted: readonly string[]): number {
  const { name, phrases, others, rest } = wordsIn(thing);
  const points = wanted.map((word) => Math.max(within(word, name, 12), within(word, others, 8), inRest(word, rest, thing.text)));
  const best = (words: readonly string[], most: number): number => phrases.reduce((top, each) => Math.max(top, phrase(words, each, most)), 0);
  let total = points.reduce((sum, each) => sum + each, 0) + Math.max(phrase(wanted, name, 400), best(wanted, 300), phrase(wanted, rest, 150));
  if (phrases.some((each) => each.length === wanted.length && follows(wanted, each))) total += 150;
  for (let at = 0; at + 1 < wanted.length; at++) {
    const pair = wanted.slice(at, at + 2);
    total += Math.max(phrase(pair, name, 20), best(pair, 15));
  }
  return total;
}

/** A whole word, as it was typed or without its diacritics; else the beginning of one. */
function within(word: string, words: readonly string[], most: number): number {
  if (words.includes(word)) return most;
  const bare = fold(word);
  // Who types no diacritics means every letter that they could stand on; a bare one a little more.
  const worth = word === bare ? most - 1 : Math.floor(most / 2);
  const folded = words.map(fold);
  if (folded.includes(bare)) return worth;
  return bare.length > 1 && folded.some((each) => each.startsWith(bare)) ? Math.floor(worth / 3) : 0;
}

function inRest(word: string, words: readonly string[], text: string): number {
  const bare = fold(word);
  if (words.includes(bare)) return 6;
  return bare.length > 1 && text.includes(bare) ? 1 : 0;
}

/** The words one right after the other; of the last one only the beginning may be typed yet. */
function phrase(wanted: readonly string[], words: readonly string[], most: number): number {
  if (wanted.length < 2) return 0;
  if (follows(wanted, words)) return most;
  const [bare, folded] = [words.map(fold), wanted.map(fold)];
  const worth = folded.every((each, at) => each === wanted[at]) ? Math.floor((most * 19) / 20) : Math.floor((most * 3) / 8);
  if (follows(folded, bare)) return worth;
  const last = folded.length - 1;
  for (let at = 0; at + last < bare.length; at++) {
    if (folded.every((each, step) => (step === last ? bare[at + step]?.startsWith(each) : bare[at + step] === each))) return Math.floor((worth * 7) / 8);
  }
  return 0;
}

function follows(wanted: readonly string[], words: readonly string[]): boolean {
  for (let at = 0; at + wanted.length <= words.length; at++) {
    if (wanted.every((each, step) => words[at + step] === each)) return true;
  }
  return false;
}

function wordsOf(text: string): string[] {
  return text.normalize('NFC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

const folds = new Map<string, string>();

/** Words come again and again. */
function fold(word: string): string {
  let found = folds.get(word);
  if (found === undefined) folds.set(word, (found = foldText(word)));
  return found;
}
