import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KINDS, TEXTS } from '../../../src/domain/searching/held';
import { bytes, day, language, money, span, t, until } from '../../../src/ui/words';
import { byHandEn } from '../../../src/ui/words/by-hand.en';
import { byHandVi } from '../../../src/ui/words/by-hand.vi';
import { decisionEn } from '../../../src/ui/words/decision.en';
import { decisionVi } from '../../../src/ui/words/decision.vi';
import { decisionsEn } from '../../../src/ui/words/decisions.en';
import { decisionsVi } from '../../../src/ui/words/decisions.vi';
import { proposalTone } from '../../../src/ui/decisions/proposal';
import { flowEn } from '../../../src/ui/words/flow.en';
import { flowVi } from '../../../src/ui/words/flow.vi';
import { papersEn } from '../../../src/ui/words/papers.en';
import { filingsEn } from '../../../src/ui/words/filings.en';
import { filingsVi } from '../../../src/ui/words/filings.vi';
import { informationsEn } from '../../../src/ui/words/informations.en';
import { informationsVi } from '../../../src/ui/words/informations.vi';
import { FIELDS, NATURES, SOURCES, type Lacking } from '../../../src/domain/informations';
import { papersVi } from '../../../src/ui/words/papers.vi';
import { placesEn } from '../../../src/ui/words/places.en';
import { placesVi } from '../../../src/ui/words/places.vi';
import { shellEn } from '../../../src/ui/words/shell.en';
import { shellVi } from '../../../src/ui/words/shell.vi';
import { stateTone } from '../../../src/ui/flow/state';
import { groups } from '../../../src/ui/screens/home';
import { itemTone } from '../../../src/ui/screens/outbox';

const UI = new URL('../../../src/ui/', import.meta.url);
const sources = readdirSync(UI, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/words\/\w+\.(vi|en)\.ts$/.test(name))
  .map((name) => ({ name, text: readFileSync(new URL(name, UI), 'utf8') }));
const all = sources.map((source) => source.text).join('\n');
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');

/** Keys that screens compose from a value of the model, such as `state.${state}`. */
const composed = new Set([
  ...Object.keys(stateTone).map((state) => `state.${state}`),
  ...groups.map((group) => `home.${group}`),
  ...Object.keys(itemTone).map((state) => `outbox.${state}`),
  ...['supplement_asked', 'verifying', 'agreed', 'taken_over'].map((status) => `file.${status}`),
  ...['used', 'same', 'wrong', 'other'].map((reason) => `beside.reason_${reason}`),
  ...['yes', 'none', 'open'].map((right) => `papers.explain_${right}`),
  ...['changed', 'withdrawn', 'lapsed'].map((standing) => `visit.decision_${standing}`),
  ...['in_force', 'changed', 'withdrawn', 'lapsed', 'awaiting', 'sent_back'].map((standing) => `decision.${standing}`),
  ...Object.keys(proposalTone).flatMap((state) => [`proposal.${state}`, `home.proposal_${state}`]),
  ...['individual', 'household', 'organisation'].map((kind) => `propose.${kind}`),
  ...['waits', 'paper', 'sheets', 'differs'].map((outcome) => `visit.sheets_${outcome}`),
  ...['individual', 'household', 'organisation'].map((kind) => `by_hand.${kind}`),
  ...['contents', 'place', 'team', 'duration_days'].map((part) => `decision.part_${part}`),
  ...['flight', 'dispersal', 'harm'].map((risk) => `sign.risk_${risk}`),
  ...SOURCES.flatMap((source) => [`informations.source_${source}`, `informations.means_${source}`]),
  ...NATURES.map((nature) => `informations.nature_${nature}`),
  ...FIELDS.map((field) => `informations.field_${field}`),
  ...['name', 'phone', 'email', 'address', 'identity_number', 'note'].map((name) => `informations.informant_${name}`),
  ...['account', 'informant'].map((kind) => `informations.sealed_${kind}`),
  ...KINDS.flatMap((kind) => [`search.kind_${kind}`, `search.one_${kind}`]),
  ...TEXTS.map((what) => `search.in_${what}`),
  ...(['source', 'received_at', 'summary', 'suspects', 'about', 'named', 'letter', 'against', 'collaborator', 'sealed'] satisfies Lacking[]).map((key) => `informations.lack_${key}`),
  ...['received', 'verifying', 'violation', 'no_violation', 'unverifiable', 'proposed', 'forwarded', 'redirected', 'no_action', 'merged', 'split', 'accepted', 'not_accepted', 'resolved', 'withdrawn', 'discontinued'].map((state) => `informations.state_${state}`),
]);

const holes = (sentence: string): string[] => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort();

describe.each([
  ['shell', shellVi as Record<string, string>, shellEn as Record<string, string>],
  ['flow', flowVi as Record<string, string>, flowEn as Record<string, string>],
  ['by hand', byHandVi as Record<string, string>, byHandEn as Record<string, string>],
  ['decision', decisionVi as Record<string, string>, decisionEn as Record<string, string>],
  ['decisions', decisionsVi as Record<string, string>, decisionsEn as Record<string, string>],
  ['papers', papersVi as Record<string, string>, papersEn as Record<string, string>],
  ['filings', filingsVi as Record<string, string>, filingsEn as Record<string, string>],
  ['informations', informationsVi as Record<string, string>, informationsEn as Record<string, string>],
  ['places', placesVi as Record<string, string>, placesEn as Record<string, string>],
])('the words of %s', (_name, vi, en) => {
  it('are the same keys in both languages, with the same holes', () => {
    expect(Object.keys(en)).toEqual(Object.keys(vi));
    for (const key of Object.keys(vi)) expect(holes(en[key] ?? ''), key).toEqual(holes(vi[key] ?? ''));
  });

  it('are all used by some screen', () => {
    expect(Object.keys(vi).filter((key) => !composed.has(key) && !all.includes(`'${key}'`))).toEqual([]);
  });

  it('tell one from many in English only', () => {
    for (const [key, sentence] of Object.entries(vi)) expect(sentence.includes('|'), key).toBe(false);
    for (const [key, sentence] of Object.entries(en)) if (sentence.includes('|')) expect(sentence, key).toMatch(/^[^|]*\{count\}[^|]*\|[^|]*\{count\}[^|]*$/);
  });
});

it('no screen speaks Vietnamese of its own: all of it is in the catalogues', () => {
  const own = ['Tiếng Việt', 'Hiện Trường'];
  const speaking = sources.filter(({ name }) => name.endsWith('.tsx')).flatMap(({ name, text }) => {
    const code = own.reduce((rest, word) => rest.replaceAll(word, ''), withoutComments(text));
    const found = code.match(/[^\s'"`<>]*[ăâđêôơưáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữự][^\s'"`<>]*/gi);
    return found ? [`${name}: ${found.slice(0, 3).join(', ')}`] : [];
  });
  expect(speaking).toEqual([]);
});

describe('numbers and times', () => {
  it('are written as each language writes them', () => {
    language.value = 'vi';
    expect(bytes(34_400_000)).toBe('34\u00a0MB');
    expect(bytes(1_250)).toBe('1,3\u00a0kB');
    expect(money(1_250_000)).toBe('1.250.000\u00a0₫');
    expect(day('2026-11-24')).toBe('24/11/2026');
    language.value = 'en';
    expect(bytes(1_250)).toBe('1.3\u00a0kB');
    expect(span(2 * 86_400_000)).toBe('2 days');
    expect(span(-3_660_000)).toBe('1 hour 1 minute');
    expect(t('visit.photos_some', { count: 1 })).toBe('1 photograph');
    expect(t('visit.photos_some', { count: 2 })).toBe('2 photographs');
    language.value = 'vi';
  });

  it('what is no time stands as it came', () => {
    expect(day('hôm qua')).toBe('hôm qua');
  });
});

describe('the end of a time limit', () => {
  it('is the last day that counts, and not the midnight after it', () => {
    // 30/10/2026 00:00 in Vietnam: Law 15/2012 Art 66 counts days, and the last one is the 29th.
    expect(until('2026-10-29T17:00:00Z')).toBe('hết ngày 29/10/2026');
  });

  it('has its hour where hours are counted', () => {
    expect(until('2026-03-07T10:30:00Z')).toBe('17:30 ngày 07/03/2026');
  });

  it('is what came if it is no time', () => {
    expect(until('–')).toBe('–');
  });
});
