/** What somebody typed, as a question to the words of records.
 *
 * Every word must be in the record, in any order. The last one may be unfinished, as one types; in a second try (`looser`)
 * each may. Digits from three on are found anywhere in a number. The server's rule is backend/insight/rules/search/asking.py.
 */
import { foldedWords, isNumber } from './folding';

/** Letters and words of a question. A question of more is refused, not cut: who pasted a page is told so. */
export const LONGEST = 200;
export const MOST_WORDS = 12;
const SHORTEST_PART = 3;
const MOST_DIGITS = 24;
const LONGEST_WORD = 40;

export interface Term {
  word: string;
  /** Also the beginning of a longer word. */
  unfinished: boolean;
}

/** The words of a question; why it is none; or null if nothing was typed. */
export type Question = { terms: Term[] } | { wrong: 'search_too_long' | 'search_without_words' } | null;

/** Reads what was typed. */
export function read(typed: string): Question {
  const letters = [...typed];
  if (letters.length > LONGEST) return { wrong: 'search_too_long' };
  const words = foldedWords(typed);
  if (words.length === 0) return typed.trim() === '' ? null : { wrong: 'search_without_words' };
  if (words.length > MOST_WORDS) return { wrong: 'search_too_long' };
  // Who typed a space or a mark behind a word has finished it.
  const goesOn = /[\p{L}\p{N}]/u.test(letters.at(-1) ?? '');
  return { terms: unique(words.map((word, at) => termOf(word, goesOn && at === words.length - 1))) };
}

/** The question in which each word may be unfinished; null if that asks for nothing new. */
export function looser(terms: readonly Term[]): Term[] | null {
  const loose = terms.map((term) => (term.unfinished || isNumber(term.word) || [...term.word].length < 2 ? term : { ...term, unfinished: true }));
  return loose.some((term, at) => term !== terms[at]) ? loose : null;
}

/** Whether a word of a text, as it is compared, is what was typed. */
export function fits({ word, unfinished }: Term, other: string): boolean {
  if (!unfinished) return word === other;
  return isNumber(word) ? other.includes(word) : other.startsWith(word);
}

function termOf(word: string, unfinished: boolean): Term {
  const letters = [...word];
  if (isNumber(word)) return { word: letters.slice(0, MOST_DIGITS).join(''), unfinished: letters.length >= SHORTEST_PART };
  return { word: letters.slice(0, LONGEST_WORD).join(''), unfinished };
}

function unique(terms: Term[]): Term[] {
  return terms.filter((term, at) => terms.findIndex((other) => other.word === term.word && other.unfinished === term.unfinished) === at);
}
