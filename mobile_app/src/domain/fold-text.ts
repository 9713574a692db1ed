/** Text for searching: without diacritics and in lower case, like fold() of the server's
 * database (unaccent, lower). */

/** What the server's unaccent dictionary replaces besides letters with marks, as far as it
 * occurs in names and addresses. */
const REPLACED: Record<string, string> = {
  đ: 'd', ð: 'd', ø: 'o', ł: 'l', ħ: 'h', ŧ: 't', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ı: 'i', ŋ: 'n', º: 'o', ª: 'a',
  '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '―': '-', '‘': "'", '’': "'", '‚': ',', '“': '"', '”': '"', '„': ',,', '…': '...',
  '«': '<<', '»': '>>', '×': '*', '÷': '/', '©': '(c)', '®': '(r)', '½': ' 1/2', '¼': ' 1/4', ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl',
};
const REPLACEABLE = new RegExp(`[${Object.keys(REPLACED).join('')}]`, 'gu');

/** Folds a text, so that "Phường Đông Anh" and "phuong dong anh" find each other. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(REPLACEABLE, (letter) => REPLACED[letter] ?? letter)
    .normalize('NFC');
}

/** Returns the words of a search, folded; empty if nothing was typed. */
export function searchWords(text: string): string[] {
  return foldText(text).split(/\s+/u).filter(Boolean);
}

/** Whether a text contains every word. The text must be folded already, as a ReferenceEntry's
 * `text` is. */
export function matches(folded: string, words: readonly string[]): boolean {
  return words.every((word) => folded.includes(word));
}
