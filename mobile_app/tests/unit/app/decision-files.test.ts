/** Signed decisions are on the phone before the visit, whole and checked, and stay there without a signal. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { DecisionFileKeeper } from '../../../src/app/decision-files';
import { Refused, Unreached } from '../../../src/net/api';
import type { Store } from '../../../src/store/store';
import { inspectionView } from '../support/inspections';
import { someBytes } from '../support/records';

const hash = (bytes: ArrayBuffer): string => createHash('sha256').update(new Uint8Array(bytes)).digest('hex');

function paper(id: string, file: ArrayBuffer, size = file.byteLength) {
  return {
    id, form: 'QĐ-KT', title: { vi: '', en: '' }, number: '1/QĐ-KT', issued_on: '2026-11-23', issued_at: '2026-11-23T02:00:00Z', issuer_name: '', issuer_title: '', issuer_unit: '', issuer_superior: null,
    code: '', content_mark: '', signature_level: 'B-LT', state: 'signed' as const, sha256: hash(file), size, media_type: 'application/pdf' as const,
  };
}

function phone(files: Record<string, ArrayBuffer | Error>, rows = new Map<string, unknown>()) {
  const asked: string[] = [];
  const line = { quiet: true, officer: 'an' as string | null, now: 0 };
  const held: unknown[] = [];
  const store = {
    meta: async (key: string) => rows.get(key),
    setMeta: async (key: string, value: unknown) => void rows.set(key, value),
    held: async () => held.map((value) => ({ value })),
  } as unknown as Store;
  const api = {
    async decisionFile(_inspection: string, id: string): Promise<ArrayBuffer> {
      asked.push(id);
      const answer = files[id];
      if (answer instanceof ArrayBuffer) return answer;
      throw answer ?? new Unreached('offline');
    },
  };
  const keeper = new DecisionFileKeeper(store, api, () => line.officer, () => line.quiet, () => line.now);
  return { asked, line, rows, held, files, keeper };
}

it('the file of each signed paper is fetched with the sync, and opens without a signal after the app was closed', async () => {
  const file = someBytes(9_000_000); // more than one record of the store
  const signed = paper('p', file);
  const first = phone({ p: file });
  first.held.push(inspectionView('i', { decision_papers: [signed] }));
  await first.keeper.keep();
  await first.keeper.keep();
  expect(first.asked).toEqual(['p']);
  expect([...first.keeper.here.value]).toEqual([signed.sha256]);
  const later = phone({}, first.rows);
  await later.keeper.look();
  expect(hash(await later.keeper.open('i', signed))).toBe(signed.sha256);
  expect(later.asked).toEqual([]);
});

it('bytes that are not the signed file are never kept, nor shown', async () => {
  const signed = paper('p', someBytes(50));
  const { keeper, held } = phone({ p: someBytes(60) });
  held.push(inspectionView('i', { decision_papers: [signed] }));
  await keeper.keep();
  expect(keeper.here.value.size).toBe(0);
  await expect(keeper.open('i', signed)).rejects.toMatchObject({ code: 'decision_file_other' });
});

it('a file that was damaged on the phone is fetched again', async () => {
  const file = someBytes(50);
  const signed = paper('p', file);
  const { keeper, held, rows, asked } = phone({ p: file });
  held.push(inspectionView('i', { decision_papers: [signed] }));
  await keeper.keep();
  rows.set(`decision-file:an:${signed.sha256}:0`, someBytes(10));
  expect(hash(await keeper.open('i', signed))).toBe(signed.sha256);
  expect(asked).toEqual(['p', 'p']);
});

it('one that the server refuses does not keep the others away; without a signal the rest waits', async () => {
  const file = someBytes(50);
  const refused = phone({ p: new Refused(404, { code: 'not_found' } as never, null), q: file });
  refused.held.push(inspectionView('i', { decision_papers: [paper('p', someBytes(40)), paper('q', file)] }));
  await refused.keeper.keep();
  expect([...refused.keeper.here.value]).toEqual([hash(file)]);
  const cut = phone({});
  cut.held.push(inspectionView('i', { decision_papers: [paper('p', someBytes(40)), paper('q', file)] }));
  await cut.keeper.keep();
  expect(cut.asked).toEqual(['p']);
});

it('a large scan waits until nothing is being sent; what is too large for the phone is not fetched', async () => {
  const large = someBytes(1_000_001);
  const { keeper, held, asked, line } = phone({ p: large });
  held.push(inspectionView('i', { decision_papers: [paper('p', large), paper('q', someBytes(5), 20_000_001)] }));
  line.quiet = false;
  await keeper.keep();
  expect(asked).toEqual([]);
  line.quiet = true;
  await keeper.keep();
  expect(asked).toEqual(['p']);
});

it('the files of an inspection that left the phone are deleted', async () => {
  const file = someBytes(50);
  const { keeper, held, rows } = phone({ p: file });
  held.push(inspectionView('i', { decision_papers: [paper('p', file)] }));
  await keeper.keep();
  held.pop();
  await keeper.keep();
  expect(keeper.here.value.size).toBe(0);
  expect(rows.get(`decision-file:an:${hash(file)}:0`)).toBeNull();
});

it('the phone remembers when it first heard of a change', async () => {
  const change = { id: 'c', kind: 'amended' as const, at: '2026-11-24T02:00:00Z', officer_name: '', reason: '', paper: null, number: null, issued_on: null, parts: [], undone_at: null };
  const { keeper, held, line } = phone({});
  held.push(inspectionView('i', { decision_changes: [change] }));
  line.now = Date.parse('2026-11-24T03:00:00Z');
  await keeper.keep();
  line.now += 60_000;
  await keeper.keep();
  expect(await keeper.heard()).toEqual({ c: '2026-11-24T03:00:00.000Z' });
});
