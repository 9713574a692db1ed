/** The phone searches what it holds by the server's rule: tests/cases/searching.json is computed by the server's program. */
import { describe, expect, it } from 'vitest';
import { LONGEST, MOST_WORDS, looser, read, type Term } from '../../../src/domain/searching/asking';
import { foldedWords, wordsOf } from '../../../src/domain/searching/folding';
import { excerpt, fitted, hasAll, marked, rank, type Piece, type Said } from '../../../src/domain/searching/marking';
import { cases } from '../support/cases';

type Pairs = [string, boolean][];

const table = cases<{
  limits: { letters: number; words: number };
  letters: { text: string; words: string }[];
  words: { text: string; words: [string, string][] }[];
  questions: { typed: string; refused?: string; terms?: Pairs; looser?: Pairs | null }[];
  marks: { text: string; typed: string; all: boolean; pieces: Pairs; rank: number[] }[];
  said: Said[];
  excerpts: { typed: string; known: string; why: string | null; pieces: Pairs }[];
}>('searching');

const plainTerms = (terms: readonly Term[] | null): Pairs | null => terms && terms.map(({ word, unfinished }) => [word, unfinished]);
const plainPieces = (pieces: readonly Piece[]): Pairs => pieces.map(({ text, hit }) => [text, hit]);
const termsOf = (typed: string): Term[] => {
  const question = read(typed);
  return question && 'terms' in question ? question.terms : [];
};

describe('the words of a text are those of the server', () => {
  it.each(table.letters.map((row) => [row.text.codePointAt(1)?.toString(16), row] as const))('letters from U+%s on', (_, { text, words }) => {
    expect(foldedWords(text).join(' ')).toBe(words);
    expect(wordsOf(text).map(({ folded }) => folded).join(' ')).toBe(words);
  });

  it.each(table.words.map((row) => [row.text, row.words] as const))('%s', (text, words) => {
    expect(wordsOf(text).map(({ folded, begin, end }) => [folded, text.slice(begin, end)])).toEqual(words);
  });
});

describe('a question is read as the server reads it', () => {
  it('has the same limits', () => expect({ letters: LONGEST, words: MOST_WORDS }).toEqual(table.limits));

  it.each(table.questions.map((row) => [row.typed.slice(0, 40), row] as const))('%s', (_, { typed, refused, terms, looser: loose }) => {
    const question = read(typed);
    if (refused !== undefined) expect(question).toEqual({ wrong: refused });
    else expect([plainTerms(termsOf(typed)), plainTerms(looser(termsOf(typed)))]).toEqual([terms, loose]);
  });
});

describe('hits are found, ranked and marked as the server does', () => {
  it.each(table.marks.map((row) => [row.typed, row.text, row] as const))('%s in %s', (typed, text, row) => {
    const terms = termsOf(typed);
    expect(hasAll(foldedWords(text), terms)).toBe(row.all);
    expect(plainPieces(marked(text, terms))).toEqual(row.pieces);
    expect(rank(text, '12345/BB-VPHC', typed, terms)).toEqual(row.rank);
  });

  it.each(table.excerpts.map((row) => [row.typed, row] as const))('an excerpt for %s', (typed, { known, why, pieces }) => {
    const terms = termsOf(typed);
    const found = excerpt(table.said, terms, fitted(known, terms));
    expect([found?.why ?? null, plainPieces(found?.pieces ?? [])]).toEqual([why, pieces]);
  });
});
