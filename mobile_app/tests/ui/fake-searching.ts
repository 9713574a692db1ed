/** The search over a made day: the phone's own rule, and a server that answers, or does not, by a word of the question. */
import { signal, type ReadonlySignal } from '@preact/signals';
import { SearchService } from '../../src/app/searching';
import type { Searching } from '../../src/app/search-services';
import type { OfflineData } from '../../src/app/services';
import { ranked, findable } from '../../src/domain/finding';
import type { LocalInspection } from '../../src/domain/model';
import { Refused, Unreached } from '../../src/net/api';
import type { Found, FoundHit, PartiesLookedUp, ReferenceEntry } from '../../src/wire';

const piece = (text: string, hit = false): { text: string; hit: boolean } => ({ text, hit });

const HIT: FoundHit = {
  kind: 'case', id: '0193600f-0000-7000-8000-000000000031', code: null, name: [piece('Công ty TNHH '), piece('Hoa Sen', true), piece(' Hà Nội')], number: [piece('VV-0101-2026-0031')],
  where: [piece('Số 9 phố Đông Tác, phường Kim Liên')], why: 'goods', excerpt: [piece('120 hộp bánh quy nhãn '), piece('Hoa Sen', true), piece(' không có hóa đơn')], state: 'sanctioned', at: '2026-11-02T02:00:00Z', unit: null, form: null,
};
const KNOWN: FoundHit = { ...HIT, kind: 'party', id: 'b1', name: [piece('Hộ kinh doanh '), piece('Hoa Sen', true)], number: [piece('0101234567')], why: null, excerpt: [], state: null, at: null };
const FOUND: Found = { groups: [{ kind: 'case', hits: [HIT], more: true }, { kind: 'party', hits: [KNOWN], more: false }], behind: 0 };

/** Answers "hoa sen" and nothing to "khong co gi"; is out of reach for the rest, and says that it has a fault for "loi". */
async function search(typed: string): Promise<Found> {
  if (typed.startsWith('hoa sen ')) throw new Unreached('no signal');
  if (typed.startsWith('hoa sen')) return structuredClone(FOUND);
  if (typed.startsWith('khong co')) return { groups: [], behind: 0 };
  if (typed.startsWith('loi')) throw new Refused(503, { type: '', title: '', status: 503, code: 'unavailable', text: { vi: 'Hệ thống tạm thời chưa phục vụ được. Hãy thử lại sau ít phút.', en: 'The system cannot answer right now. Try again in a few minutes.' }, retryable: true, detail: null }, null);
  throw new Unreached('no signal');
}

export function fakeSearching(visits: ReadonlySignal<readonly LocalInspection[]>, entries: readonly ReferenceEntry[]): Searching {
  const of = (kind: string): ReferenceEntry[] => entries.filter((entry) => entry.kind === kind);
  const offlineData = {
    state: signal({ bytes: 1, entries: 1, asOf: '2026-11-24T01:00:00Z' }),
    all: async (kind: string) => of(kind),
    search: async (kind: string, typed: string) => ranked(of(kind), typed, findable),
  } as unknown as OfflineData;
  const lookUpParty = async (number: string): Promise<PartiesLookedUp> => {
    if (number.startsWith('000000')) throw new Unreached('no signal');
    return { parties: number === '0101234567' ? [{ id: null, name: 'Hộ kinh doanh Hoa Sen', unit: { vi: 'Chi cục Quản lý thị trường thành phố Đà Nẵng', en: 'Đà Nẵng department' }, counting: 2 }] : [] };
  };
  return new SearchService({ search, lookUpParty }, signal('officer'), visits, signal([]), offlineData);
}
