/** Search for a behaviour or a business by what people type: phrases, whole words, diacritics,
 * synonyms.
 *
 * The server has the same rule (backend/law/rules/finding.py); tests/cases/search.json is checked
 * against both. Where the tone mark is put makes no difference ("hoá đơn", "hóa đơn"), and words that
 * people shorten ("ko") are read in full where that finds more. An entry has to contain every word. If none contains them all, those that contain
 * most of them are shown, which is better than an empty page. If some entries fit far better than
 * others, the others are left out.
 */
import type { ReferenceEntry } from '../wire';
import { SHORTENED } from '../wire/spellings';
import { foldText } from './fold-text';

export interface Findable {
  code: string;
  name: string;
  /** Other names that people use for it. */
  also: readonly string[];
  /** Code, names and further text, folded. */
  text: string;
}

/** Returns the entries that match what was typed, the best first and by code if two match
 * equally. Returns all of them in their given order if nothing was typed. */
export function ranked<T>(things: readonly T[], typed: string, of: (thing: T) => Findable): T[] {
  const asTyped = wordsOf(typed);
  if (asTyped.length === 0) return [...things];
  const all = things.map(of);
  const most = mostOf(all, asTyped);
  const full = inFull(asTyped);
  const mostInFull = full === asTyped ? most : mostOf(all, full);
  // A shop may have such a name: the full word counts only where it finds more.
  return mostInFull > most ? fitting(things, full, mostInFull, of) : fitting(things, asTyped, most, of);
}

function mostOf(all: readonly Findable[], wanted: readonly string[]): number {
  return all.reduce((most, thing) => Math.max(most, countOf(thing, wanted)), 0);
}

/** The words with those that people shorten written in full; the same list if there are none. */
function inFull(wanted: readonly string[]): readonly string[] {
  const full = wanted.map((word) => SHORTENED[word] ?? word);
  return full.some((word, at) => word !== wanted[at]) ? full.flatMap(wordsOf) : wanted;
}

function fitting<T>(things: readonly T[], wanted: readonly string[], most: number, of: (thing: T) => Findable): T[] {
  // All words, or at least two thirds of them.
  if (most === 0 || 3 * most < 2 * wanted.length) return [];
  const fit = things
    .filter((thing) => countOf(of(thing), wanted) === most)
    .map((thing) => ({ thing, code: of(thing).code, points: pointsOf(of(thing), wanted) }))
    .sort((a, b) => b.points - a.points || natural(a.code, b.code));
  return fit.filter(({ points }) => points * FAR >= (fit[0]?.points ?? 0)).map(({ thing }) => thing);
}

/** An entry with less than a fifth of the best one's points contains the words but is not what
 * was meant: "hàng giả" does not mean "trị giá hàng". */
const FAR = 5;

/** Whether an entry has every word that was typed. Results of `ranked` may be only the nearest
 * ones. */
export function hasAll(thing: Findable, typed: string): boolean {
  const wanted = wordsOf(typed);
  return [wanted, inFull(wanted)].some((words) => countOf(thing, words) === words.length);
}

/** Compares codes by their numbers: ND98-9 comes before ND98-10, and ND98 before ND115. */
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

/** The searchable part of an entry. It is computed once, because each keystroke needs that of
 * all entries. */
export function findable(entry: ReferenceEntry): Findable {
  let found = seen.get(entry);
  if (!found) {
    const value = entry.value as Record<string, unknown>;
    const said = (name: string): string[] => (typeof value[name] === 'string' ? [value[name]] : []);
    // A reference pack of an earlier version has no other names for behaviours.
    const also = Array.isArray(value.also) ? value.also.filter((one): one is string => typeof one === 'string') : said('trade_name');
    seen.set(entry, (found = { code: said('code')[0] ?? entry.id, name: [...said('name_vi'), ...said('name')][0] ?? '', also, text: entry.text }));
  }
  return found;
}

interface Words {
  name: readonly string[];
  phrases: readonly (readonly string[])[];
  others: readonly string[];
  rest: readonly string[];
}

/** Words of entries that were searched before; each keystroke needs all of them again. */
const known = new WeakMap<Findable, Words>();

function wordsIn(thing: Findable): Words {
  let found = known.get(thing);
  if (!found) {
    const phrases = thing.also.map(wordsOf);
    known.set(thing, (found = { name: wordsOf(thing.name), phrases, others: phrases.flat(), rest: wordsOf(thing.text) }));
  }
  return found;
}

/** How many of the words an entry contains. A single letter or digit counts only as a whole
 * word. */
function countOf(thing: Findable, wanted: readonly string[]): number {
  return wanted.map(fold).filter((word) => (word.length > 1 ? thing.text.includes(word) : wordsIn(thing).rest.includes(word))).length;
}

/** How well an entry matches the words. */
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

/** Points for a whole word, as typed or without its diacritics, else for the beginning
 * of a word. */
function within(word: string, words: readonly string[], most: number): number {
  if (words.includes(word)) return most;
  const bare = fold(word);
  // A word typed without diacritics may mean any word that has them; an exact match counts only
  // a little more.
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

/** Points for the words one right after the other. The last one may be only the beginning of a
 * word, as it is still being typed. */
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

/** The words of a text, each with its tone mark last: both ways to place it are one word. */
function wordsOf(text: string): string[] {
  return (text.normalize('NFC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(toneLast);
}

/** Grave, acute, tilde, hook above, dot below. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

function toneLast(word: string): string {
  const apart = word.normalize('NFD');
  if (apart === word) return word;
  return apart.replace(TONES, '') + (apart.match(TONES) ?? []).join('');
}

const folds = new Map<string, string>();

/** Folds a word. Results are cached, because the same words occur again and again. */
function fold(word: string): string {
  let found = folds.get(word);
  if (found === undefined) folds.set(word, (found = foldText(word)));
  return found;
}
