/** The leader's phone in tests: a real store over fake-indexeddb, a real key and real forms.
 * Only clocks and locks are simulated. */
import { signal, type Signal } from '@preact/signals';
import { onTestFinished } from 'vitest';
import { actHash, bytesToSign } from '../../../src/domain/acts';
import { fromBase64url } from '../../../src/domain/canonical-json';
import type { Draft, Drawing, LocalInspection, StoredAct } from '../../../src/domain/model';
import { IndexedStore } from '../../../src/store/indexed';
import type { Store } from '../../../src/store/store';
import type { VisitDeps } from '../../../src/visits/deps';
import { createVisits, type VisitEngine } from '../../../src/visits/visits';
import type { CapturedPhoto } from '../../../src/app/visit-services';
import type { InspectionView } from '../../../src/wire';
import { formOf } from './cases';
import { LEADER, PHONE, inspectionView } from './inspections';
import { phoneKey } from './keys';
import { newId } from './records';

type Key = Awaited<ReturnType<typeof phoneKey>>;

let databases = 0;

export class TestPhone {
  visits: VisitEngine;
  /** ms since 1970; advances a second with every read. */
  clock = Date.parse('2026-11-24T02:30:00Z');

  private constructor(
    readonly store: Store,
    readonly officerId: Signal<string | null>,
    readonly key: Key,
    readonly deps: VisitDeps,
    readonly officer = LEADER,
  ) {
    this.visits = createVisits(deps);
  }

  static async make(views: InspectionView[] = [inspectionView(newId())], change: (deps: VisitDeps) => Partial<VisitDeps> = () => ({}), officer = LEADER): Promise<TestPhone> {
    const key = await phoneKey();
    const store = new IndexedStore({ name: `visits-${(databases += 1)}`, reserveBytes: 1000 });
    const officerId = signal<string | null>(officer);
    const deps: VisitDeps = {
      store,
      officerId,
      deviceId: () => PHONE,
      sign: key.sign,
      now: () => (phone.clock += 1000),
      monoMs: () => phone.clock - 1_700_000_000_000 + 0.5,
      anchor: () => 'anchor-token',
      lock: mutex(),
      officerNumber: () => '01-QLTT001',
      forms: {
        form: async (form, version) => (version <= newest(form) ? formOf(form, version) : null),
        newestVersion: async (form) => (/^M?BB/.test(form) ? newest(form) : null),
      },
    };
    const phone: TestPhone = new TestPhone(store, officerId, key, { ...deps, ...change(deps) }, officer);
    onTestFinished(() => {
      phone.visits.stop();
      store.close();
    });
    await phone.tell(...views);
    return phone;
  }

  /** Simulates that the app was killed and started again: only the disk remains. */
  async restart(): Promise<void> {
    this.visits.stop();
    this.visits = createVisits(this.deps);
    await this.visits.settled();
  }

  /** Applies inspections as sync brings them. */
  async tell(...views: InspectionView[]): Promise<void> {
    const rows = views.map((view) => ({ officerId: this.officer, kind: 'inspection', id: view.id, value: view }));
    await this.store.applySync(this.officer, rows, [], {}, false);
    await this.visits.settled();
  }

  local(id: string): LocalInspection {
    const found = this.visits.one(id).peek();
    if (!found) throw new Error(`inspection ${id} is not shown`);
    return found;
  }

  acts(id?: string): Promise<StoredAct[]> {
    return id === undefined ? this.store.actsOf(this.officer) : this.store.actsOfRecord(this.officer, id);
  }

  async types(id: string): Promise<string[]> {
    return (await this.acts(id)).map(({ act }) => act.type);
  }

  /** Fills minutes in as an inspector does, and writes them. */
  async fill(id: string, form: 'BB-KT' | 'BB-KKT' = 'BB-KT', changed: Record<string, unknown> = {}): Promise<string> {
    const draft = await this.visits.draft(id, form);
    await this.visits.saveDraft(filled(draft, changed));
    return this.visits.writeMinutes(id);
  }

  /** A whole visit up to the submission. */
  async visit(id: string): Promise<void> {
    const { visits } = this;
    await visits.open(id);
    await visits.fixPlace(id, PLACE);
    await visits.announce(id, PLACE);
    await visits.takePhoto(id, photograph(1));
    await this.fill(id);
    await visits.sign(id, { role: 'leader', name: 'Nguyễn Văn An', drawing: DRAWING, refusal: null });
    await visits.sign(id, { role: 'subject', name: 'Lê Thị Hoa', drawing: DRAWING, refusal: null });
  }

  /** Checks that this officer's log has no gap and is chained by hashes, and that the device
   * signed every act. Returns its length. */
  async checkLog(): Promise<number> {
    const acts = await this.acts();
    let prev: string | null = null;
    for (const [index, { act, seq }] of acts.entries()) {
      if (seq !== index + 1 || act.seq !== seq) throw new Error(`act ${index + 1} of the log has the number ${seq}`);
      if (act.prev !== prev) throw new Error(`act ${seq} is not chained to the one before`);
      if (!(await this.key.check(fromBase64url(act.signature ?? ''), bytesToSign(act)))) throw new Error(`act ${seq} is not signed`);
      prev = await actHash(act);
    }
    const head = await this.store.head(this.officer);
    if (head.seq !== acts.length || head.head !== prev) throw new Error('the head is not that of the last act');
    return acts.length;
  }
}

export const PLACE = {
  latitude_e7: 210_285_110, longitude_e7: 1_058_542_300, accuracy_mm: 6_000, altitude_mm: null,
  source: 'fused' as const, fixed_at: '2026-11-24T02:29:00Z', mocked: null,
};

export const DRAWING = { width: 300, height: 150, strokes: [[[10, 10, 0], [60, 40, 120]]] } as unknown as Drawing;

/** A photograph whose bytes differ by `seed`. */
export function photograph(seed: number, changed: Partial<CapturedPhoto> = {}): CapturedPhoto {
  const bytes = Uint8Array.from({ length: 64 }, (_, index) => (index * 31 + seed * 7 + (seed >> 8)) % 256).buffer;
  return { bytes, mediaType: 'image/jpeg', way: 'camera', caption: `Ảnh ${seed}`, place: PLACE, ...changed };
}

/** Fills a new draft in as an inspector does. */
export function filled(draft: Draft, changed: Record<string, unknown> = {}): Draft {
  const own =
    draft.form === 'BB-KT'
      ? { contents: [{ content: 'Việc niêm yết giá', result: 'Có niêm yết' }], subject_opinion: 'Không có ý kiến' }
      : { cause: 'closed', observed: 'Cửa cuốn khóa, gọi không ai trả lời.', authority: [{ name: 'Trần Thị Xã', position: 'Phó Chủ tịch', agency: 'UBND phường Mẫu Đơn' }] };
  const close = { ended_at: '2026-11-24T09:00:00Z', team_opinion: 'Không có kiến nghị', pages: 2, read_back: true };
  return { ...draft, fields: { ...draft.fields, ...own, ...close, ...changed } };
}

function mutex(): VisitDeps['lock'] {
  let last: Promise<unknown> = Promise.resolve();
  return (_, work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}

/** The newest version of a form on this phone, which has all of them. */
function newest(form: string): number {
  return ['MBB01', 'BB-KT', 'BB-KKT'].includes(form) ? 3 : 2;
}
