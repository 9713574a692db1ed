/** Searching what the phone holds, without a signal: as the server searches everything, and in the same order of kinds. */
import { earlierCases } from '../earlier-cases';
import { earlierInspections } from '../earlier-inspections';
import type { LocalInspection } from '../model';
import type { ReferenceEntry } from '../../wire';
import { looser, type Term } from './asking';
import { foldedWords } from './folding';
import { better, excerpt, fitted, hasAll, marked, rank, type Piece, type Said } from './marking';

/** Kinds of record in the order in which groups are shown. */
export const KINDS = ['case', 'inspection', 'information', 'paper', 'submission', 'plan', 'report', 'party', 'person', 'behaviour'] as const;
export type Kind = (typeof KINDS)[number];

/** What a text is, as a hit says where the words were found. */
export const TEXTS = ['number', 'party', 'identifier', 'address', 'goods', 'behaviour', 'summary', 'minutes', 'paper', 'comment', 'caption', 'explanation', 'filed', 'title'] as const;
export type What = (typeof TEXTS)[number];

/** One record that was found. */
export interface Hit {
  kind: Kind;
  /** Unlike that of any other hit of its kind. */
  key: string;
  name: Piece[];
  number: Piece[];
  where: Piece[];
  why: What | null;
  excerpt: Piece[];
  state: string | null;
  /** When it began, or the last that is known of it; null for what has no such day. */
  at: string | null;
  /** The screen on which this phone shows it; null if it has none of it. */
  href: string | null;
}

export interface Group {
  kind: Kind;
  hits: Hit[];
  /** There are others. */
  more: boolean;
}

/** A record on this phone as it is searched. */
export interface Held {
  kind: Kind;
  key: string;
  name: string;
  number: string;
  where: string;
  said: Said<What>[];
  state: string | null;
  at: string | null;
  href: string;
}

/** Finds the records that have all words, the best first; if a kind has none, those in which each word may be unfinished. */
export function find(records: readonly Held[], typed: string, terms: readonly Term[], limit: number): Group[] {
  return KINDS.flatMap((kind) => {
    const those = records.filter((record) => record.kind === kind);
    let wanted = terms;
    let fit = those.filter((record) => hasAll(wordsIn(record), wanted));
    const loose = fit.length === 0 ? looser(terms) : null;
    if (loose !== null) {
      wanted = loose;
      fit = those.filter((record) => hasAll(wordsIn(record), loose));
    }
    if (fit.length === 0) return [];
    const best = fit
      .map((record) => ({ record, rank: rank(record.name, record.number, typed, wanted) }))
      .sort((a, b) => better(a.rank, b.rank) || (b.record.at ?? '').localeCompare(a.record.at ?? ''));
    return [{ kind, hits: best.slice(0, limit).map(({ record }) => hitOf(record, wanted)), more: best.length > limit }];
  });
}

/** A record as a hit, with what matched in it. */
export function hitOf(record: Held, terms: readonly Term[]): Hit {
  const { kind, key, name, number, where, state, at, href } = record;
  const found = excerpt(record.said, terms, fitted(`${number} ${name} ${where}`, terms));
  return { kind, key, name: marked(name, terms), number: marked(number, terms), where: marked(where, terms), why: found?.why ?? null, excerpt: found?.pieces ?? [], state, at, href };
}

const known = new WeakMap<Held, string[]>();

/** The words of a record, each once; each keystroke needs those of all records. */
function wordsIn(record: Held): string[] {
  let words = known.get(record);
  if (!words) {
    const texts = [record.name, record.number, record.where, ...record.said.map(({ text }) => text)];
    known.set(record, (words = [...new Set(texts.flatMap(foldedWords))]));
  }
  return words;
}

const saying = (what: What, ...texts: (string | null | undefined)[]): Said<What>[] => texts.flatMap((text) => (text ? [{ what, text }] : []));

/** An inspection: what its decision, minutes, photographs and comments say, typed and not yet sent texts too. */
export function ofInspection(local: LocalInspection): Held {
  const { view } = local;
  const { decision } = view;
  const { subject } = decision;
  return {
    kind: 'inspection',
    key: local.id,
    name: subject.name,
    number: decision.number,
    where: subject.address,
    said: [
      ...saying('party', subject.trade_name, subject.representative),
      ...saying('identifier', subject.tax_code, subject.registration_number, subject.phone),
      ...saying('address', decision.place),
      ...saying('summary', ...decision.contents),
      ...[local.draft?.fields, local.minutes?.fields].flatMap((fields) => saying('minutes', paperTexts(fields).join(' · '))),
      ...saying('caption', ...local.photos.filter((photo) => photo.withdrawn === null).map((photo) => photo.caption)),
      ...saying('comment', ...local.comments.map(({ text }) => text)),
      // A server of the version before does not tell them.
      ...((view.filed as typeof view.filed | undefined) ?? []).flatMap((paper) => saying('filed', paper.title, paper.number, paper.sender)),
    ],
    state: local.state,
    at: view.issued_at,
    href: `/app/inspections/${local.id}`,
  };
}

/** A business of the register, with the cases and inspections of which its history tells. */
export function ofBusiness(entry: ReferenceEntry): Held[] {
  const text = (key: string): string => (typeof entry.value[key] === 'string' ? entry.value[key] : '');
  const href = `/app/reference/business/${encodeURIComponent(entry.id)}`;
  const [name, where] = [text('name'), text('address')];
  const party: Held = {
    kind: 'party',
    key: entry.id,
    name,
    number: text('tax_code'),
    where,
    said: [...saying('party', text('trade_name'), text('representative')), ...saying('identifier', text('registration_number'), text('phone'))],
    state: null,
    at: null,
    href,
  };
  const of = { name, where, state: null, href };
  const cases = earlierCases(entry.value).map((one): Held => ({ ...of, kind: 'case', key: one.caseId, number: one.number, said: [...saying('number', one.decisionNumber), ...saying('identifier', party.number)], at: one.sanctionedOn }));
  const inspections = earlierInspections(entry.value).map((one): Held => ({ ...of, kind: 'inspection', key: one.inspectionId, number: one.number, said: [...saying('behaviour', ...one.violations), ...saying('identifier', party.number)], at: one.issuedOn }));
  return [party, ...cases, ...inspections];
}

/** An information that this officer registered, as the server lists it: nothing of who informed is in it. */
export interface Registered {
  id: string;
  number: string;
  summary: string;
  state: string;
  registered_at: string;
}

export function ofInformation(one: Registered): Held {
  return { kind: 'information', key: one.id, name: one.summary, number: one.number, where: '', said: [], state: one.state, at: one.registered_at, href: `/app/informations/${one.id}` };
}

/** A behaviour of the catalogue. */
export function ofBehaviour(entry: ReferenceEntry): Held {
  const text = (key: string): string => (typeof entry.value[key] === 'string' ? entry.value[key] : '');
  return { kind: 'behaviour', key: text('code'), name: text('name_vi'), number: text('code'), where: text('legal_basis'), said: [], state: null, at: null, href: `/app/reference/violation/${encodeURIComponent(entry.id)}` };
}

/** Ids, hashes, days and codes of a paper's fields: the paper prints them in words, or not at all. */
const NO_WORDS = /^(?:[0-9a-f]{32,}|[0-9a-f-]{36}|\d{4}-\d\d-\d\d(?:[T ].*)?|[a-z]+(?:_[a-z]+)+)$/;

/** Fields that have letters and are read by programs alone: how a fine was reckoned, as JSON. */
const FOR_PROGRAMS = new Set(['reckoning']);

/** The texts of a paper's fields, at any depth. */
function paperTexts(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' || NO_WORDS.test(value) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => (FOR_PROGRAMS.has(name) ? [] : paperTexts(one)));
}
