/** Texts as the search compares them: words without case and diacritics, and where each stands in the text.
 *
 * The server has the same rule (backend/insight/rules/search/folding.py); tests/cases/searching.json is computed by it and
 * checked against this one.
 */

export interface Word {
  folded: string;
  /** Where its letters stand in the text, in units of UTF-16. */
  begin: number;
  end: number;
}

/** A number with dots between its thousands is one number: 25.000.000 is found as 25000000 too. */
const WORD = /\p{Nd}{1,3}(?:\.\p{Nd}{3})+(?!\p{Nd})|\p{Nd}+|[\p{L}\p{Nl}\p{No}]+/gu;
const SAME: Record<string, string> = { đ: 'd', Đ: 'd', ð: 'd', Ð: 'd', ł: 'l', ø: 'o' };
const PLAIN = /^[\x00-\x7f]*$/;
const DIGIT = /^\p{Nd}/u;

/** Whether a word, as it is compared, is a number. */
export const isNumber = (word: string): boolean => DIGIT.test(word);

/** Returns the words of a text in their order. Letters and digits make words, all else parts them. */
export function wordsOf(text: string): Word[] {
  const { bare, origin } = folded(text);
  const found: Word[] = [];
  for (const match of bare.matchAll(WORD)) {
    const [begin, end] = [match.index, match.index + match[0].length];
    const last = origin[end - 1] ?? 0;
    // A mark that follows the last letter belongs to it.
    found.push({ folded: match[0].replaceAll('.', ''), begin: origin[begin] ?? 0, end: endOf(text, last, origin[end] ?? text.length) });
  }
  return found;
}

/** Returns the words of a text as they are compared. */
export function foldedWords(text: string): string[] {
  return (folded(text).bare.match(WORD) ?? []).map((word) => word.replaceAll('.', ''));
}

function endOf(text: string, last: number, following: number): number {
  let end = last + lengthAt(text, last);
  while (end < following && isMark(letterAt(text, end))) end += lengthAt(text, end);
  return end;
}

const letterAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 0);
const lengthAt = (text: string, at: number): number => letterAt(text, at).length;

/** The text without case and diacritics, and for each unit of it the place in `text` that it is from. */
function folded(text: string): { bare: string; origin: number[] } {
  const origin: number[] = [];
  if (PLAIN.test(text)) {
    for (let at = 0; at < text.length; at++) origin.push(at);
    return { bare: text.toLowerCase(), origin };
  }
  let bare = '';
  let at = 0;
  for (const letter of text) {
    const plain = bareOf(letter);
    for (let unit = 0; unit < plain.length; unit++) origin.push(at);
    bare += plain;
    at += letter.length;
  }
  return { bare, origin };
}

/** Letters that are kept: all that Vietnamese papers have, and a bound for who pastes every one that there is. */
const MOST_KEPT = 5000;
const kept = new Map<string, string>();

/** The letter without case and diacritics, which may be none or several. */
function bareOf(letter: string): string {
  const known = kept.get(letter);
  if (known !== undefined) return known;
  let bare = '';
  for (const one of caseless((SAME[letter] ?? letter).normalize('NFKD'))) if (!isMark(one)) bare += SAME[one] ?? one;
  if (kept.size < MOST_KEPT) kept.set(letter, bare);
  return bare;
}

/** Full case folding, as Unicode defines it: ß is ss, and both forms of a small sigma are one letter. */
function caseless(text: string): string {
  let found = '';
  // ı is the one small letter whose capital (I) is that of another.
  for (const letter of text) found += letter === 'ı' ? letter : letter.toLowerCase().toUpperCase().toLowerCase();
  return found;
}

const ATTACHED = '\u0345';

/** Whether a letter is a combining mark, which attaches to the one before. Marks that are letters in all but name (the
 * vowels of Thai) have no combining class, and JavaScript does not tell classes: in canonical order all others stand
 * before this one, which has the highest. */
function isMark(letter: string): boolean {
  if (letter < '\u0300') return false;
  return letter === ATTACHED || !(ATTACHED + letter).normalize('NFD').startsWith(ATTACHED);
}
