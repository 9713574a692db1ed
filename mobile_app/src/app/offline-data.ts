/** Data about the officer's area on the phone: businesses, violations, units, calendars. Fetched
 * by differences, searched offline. */
import { signal } from '@preact/signals';
import { earlierCases } from '../domain/earlier-cases';
import { earlierInspections } from '../domain/earlier-inspections';
import { findable, ranked } from '../domain/finding';
import { foldText, searchWords } from '../domain/fold-text';
import { dayInVietnam } from '../domain/moments';
import type { Landmark } from '../domain/place-map';
import type { DecisionIssued, ReferenceEntry, ReferencePage } from '../wire';
import { Refused, type Api } from '../net/api';
import { REFERENCE_CURSOR, REFERENCE_STATE } from '../store/meta';
import type { Store } from '../store/store';
import type { CaseRow, History, HistoryRow, OfflineData } from './services';

const SHOWN = 50;

interface Kept {
  bytes: number;
  entries: number;
  asOf: string;
}

interface Cursor {
  /** The pack belongs to one officer, because the histories in it depend on that officer's
   * scope. For another officer on the same phone it is fetched from the beginning. */
  officerId: string;
  cursor: string;
}

export class OfflineDataService implements OfflineData {
  readonly state = signal<Kept | null>(null);
  private readonly cache = new Map<string, Promise<ReferenceEntry[]>>();
  private running: Promise<void> | null = null;

  /** `officer` returns the id of the open officer; null while locked. `timeMs` is the present time by
   * the phone's corrected clock; null if unknown. */
  constructor(
    private readonly store: Store,
    private readonly api: Api,
    private readonly officer: () => string | null,
    private readonly timeMs: () => number | null = () => null,
  ) {
    store.watch(({ table }) => {
      if (table === 'reference') this.cache.clear();
    });
  }

  async begin(): Promise<void> {
    this.state.value = (await this.store.meta<Kept>(REFERENCE_STATE)) ?? null;
  }

  refresh(): Promise<void> {
    this.running ??= this.fetchAll().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  async search(kind: 'business' | 'violation', text: string, limit = SHOWN): Promise<ReferenceEntry[]> {
    const time = this.timeMs();
    if (kind === 'violation' && time !== null) return this.searchOn(dayInVietnam(time), text, limit);
    return ranked(await this.all(kind), text, findable).slice(0, limit);
  }

  async searchOn(day: string, text: string, limit: number): Promise<ReferenceEntry[]> {
    // The server sends the rows of all days: an act is named by the law of the day on which it ended.
    const known = (await this.all('violation')).filter((entry) => isInForce(entry, day));
    return ranked(known, text, findable).slice(0, limit);
  }

  async behaviourOn(day: string, code: string): Promise<ReferenceEntry | null> {
    return (await this.all('violation')).find((entry) => entry.value.code === code && isInForce(entry, day)) ?? null;
  }

  async get(kind: string, id: string): Promise<ReferenceEntry | null> {
    if (!(await this.ours())) return null;
    return (await this.store.reference(kind, id)) ?? null;
  }

  async landmarks(): Promise<Landmark[]> {
    return (await this.all('business')).flatMap(({ id, value }) => {
      const { name, latitude_e7: latitude, longitude_e7: longitude } = value as Record<string, unknown>;
      return typeof name === 'string' && typeof latitude === 'number' && typeof longitude === 'number' ? [{ id, name, latitude_e7: latitude, longitude_e7: longitude }] : [];
    });
  }

  async history(decision: DecisionIssued): Promise<History> {
    const found = new Map<string, HistoryRow>();
    const cases = new Map<string, CaseRow>();
    for (const entry of await this.all('business')) {
      const match = sameSubject(entry, decision);
      if (!match) continue;
      const history = historyOf(entry, match);
      const own = history.find((row) => row.number === decision.number)?.inspectionId;
      for (const row of history) {
        if (row.number !== decision.number && !found.has(row.inspectionId)) found.set(row.inspectionId, row);
      }
      for (const one of earlierCases(entry.value)) {
        const ofThisVisit = own !== undefined && one.inspectionId === own;
        if (!ofThisVisit && !cases.has(one.caseId)) cases.set(one.caseId, { ...one, match });
      }
    }
    const earlier = [...found.values()].sort((a, b) => b.issuedOn.localeCompare(a.issuedOn));
    return { asOf: this.state.value?.asOf ?? null, earlier, cases: [...cases.values()] };
  }

  private async fetchAll(): Promise<void> {
    const officerId = this.officer();
    if (officerId === null) return;
    const kept = await this.store.meta<Cursor>(REFERENCE_CURSOR);
    let cursor = kept?.officerId === officerId ? kept.cursor : null;
    for (;;) {
      const page = await this.page(cursor);
      // Another officer may have unlocked the app meanwhile: this pack is not theirs.
      if (this.officer() !== officerId) return;
      await this.apply(page, officerId, cursor === null && kept !== undefined && kept.officerId !== officerId);
      if (!page.more) return;
      cursor = page.cursor;
    }
  }

  private async page(cursor: string | null): Promise<ReferencePage> {
    try {
      return await this.api.reference(cursor);
    } catch (error) {
      if (cursor === null || !(error instanceof Refused && error.problem.code === 'cursor_expired')) throw error;
      return this.api.reference(null);
    }
  }

  private async apply(page: ReferencePage, officerId: string, ofAnother: boolean): Promise<void> {
    const state: Kept = { bytes: page.total_bytes, entries: page.total_entries, asOf: page.as_of };
    const resets: string[] = ofAnother ? ['business', 'violation', 'unit', 'calendar'] : page.reset;
    const at: Cursor = { officerId, cursor: page.cursor };
    // Only a complete pack has a date. If it is cut off, the next start continues from the cursor
    // and still shows the older date.
    const meta = page.more ? { [REFERENCE_CURSOR]: at } : { [REFERENCE_CURSOR]: at, [REFERENCE_STATE]: state };
    await this.store.applyReference(page.entries, page.removed, resets, meta);
    if (!page.more) this.state.value = state;
  }

  async all(kind: 'business' | 'violation'): Promise<ReferenceEntry[]> {
    if (!(await this.ours())) return [];
    let entries = this.cache.get(kind);
    if (!entries) {
      entries = this.store.referenceOf(kind);
      this.cache.set(kind, entries);
    }
    return entries;
  }

  private async ours(): Promise<boolean> {
    const kept = await this.store.meta<Cursor>(REFERENCE_CURSOR);
    return kept !== undefined && kept.officerId === this.officer();
  }
}

function sameSubject(entry: ReferenceEntry, decision: DecisionIssued): HistoryRow['match'] | null {
  const { subject } = decision;
  const value = entry.value as Record<string, unknown>;
  if (subject.subject_id !== null && entry.id === subject.subject_id) return 'subject';
  const digits = (text: unknown): string => (typeof text === 'string' ? text.replace(/[^0-9]/g, '') : '');
  if (digits(subject.tax_code) !== '' && digits(subject.tax_code) === digits(value.tax_code)) return 'tax_code';
  const plain = (text: unknown): string => (typeof text === 'string' ? searchWords(foldText(text)).join(' ') : '');
  const named = plain(value.name) !== '' && plain(value.name) === plain(subject.name);
  return named && plain(value.address) !== '' && plain(value.address) === plain(subject.address) ? 'name_and_address' : null;
}

function historyOf(entry: ReferenceEntry, match: HistoryRow['match']): HistoryRow[] {
  return earlierInspections(entry.value).map((row) => ({ ...row, match }));
}

/** Whether a behaviour may be named on a day: `valid_from` is its first day, `valid_to` the first on
 * which it is history (backend/law/rules/editions.py). */
function isInForce({ value }: ReferenceEntry, day: string): boolean {
  const { valid_from: from, valid_to: to } = value as Record<string, unknown>;
  return !(typeof from === 'string' && day < from) && !(typeof to === 'string' && to <= day);
}
