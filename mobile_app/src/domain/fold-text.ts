/** Text as it is searched: without diacritics and in lower case, like fold() of the server's database. */

const FOLDED: Record<string, string> = { đ: 'd', ð: 'd', ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };

/** "Phường Đông Anh" is found by "phuong dong anh", and the other way round. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[đðøłßæœı]/g, (letter) => FOLDED[letter] ?? letter)
    .normalize('NFC');
}

/** The words of a search, folded; nothing where nothing was typed. */
export function searchWords(text: string): string[] {
  return foldText(text).split(/\s+/u).filter(Boolean);
}

/** Whether every word stands in the text, which must be folded already (as a ReferenceEntry's `text` is). */
export function matches(folded: string, words: readonly string[]): boolean {
  return words.every((word) => folded.includes(word));
}
