/** Inspections as live signals, folded again when this tab or another has written to the store.
 *
 * A keystroke changes only one draft and folds nothing. The sender updates photographs often; these
 * changes are gathered for a moment and folded together.
 */
import { computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { overlay, withDraft } from '../domain/inspection';
import type { Draft, InspectionState, LocalInspection, StoredAct, StoredPhoto } from '../domain/model';
import type { HeldRow } from '../store/store';
import type { InspectionView } from '../wire';
import type { VisitDeps } from './deps';
import type { DraftSaver } from './drafts';
import { sharing } from './sharing';

/** How long changes of photographs are gathered, in ms: the sender records every part
 * that it sent. */
const GATHERED_MS = 200;

/** Order of the list: what was returned, what is under way, what is to begin, what waits for
 * others, what is finished. */
const RANK: Record<InspectionState, number> = {
  returned: 0, revising: 1, announced: 1, opened: 1, decided: 2, submitted: 3, discarded: 4, approved: 5, refused: 5,
};

/** What the store holds of one inspection. */
interface Rows {
  view: InspectionView | null;
  gone: boolean;
  acts: StoredAct[];
  photos: StoredPhoto[];
  draft: Draft | undefined;
}

export class LiveInspections {
  readonly all: ReadonlySignal<LocalInspection[]>;
  private readonly ids = signal<readonly string[]>([]);
  private readonly byId = new Map<string, Signal<LocalInspection | null>>();
  /** Reads are numbered when they begin, so that an earlier one never overwrites a later one. */
  private ticket = 0;
  private readonly shown = new Map<string, number>();
  /** The number at which each draft was last shown as typed. A read that began before that has
   * an older draft. */
  private readonly typed = new Map<string, number>();
  /** Inspections whose acts this tab is writing. The writer folds these itself. */
  private readonly ownWrites = new Set<string>();
  private readonly later = new Map<string, ReturnType<typeof setTimeout>>();
  private working: Promise<unknown> = Promise.resolve();
  private readonly stops: (() => void)[];

  constructor(
    private readonly deps: Pick<VisitDeps, 'store' | 'officerId'>,
    private readonly drafts: DraftSaver,
  ) {
    this.all = computed(() => this.ids.value.flatMap((id) => this.signalOf(id).value ?? []).sort(byUrgency));
    this.stops = [
      effect(() => {
        const officerId = deps.officerId.value;
        this.forget();
        if (officerId !== null) this.work(() => this.loadAll(officerId));
      }),
      deps.store.watch((what) => this.written(what)),
    ];
  }

  one(id: string): ReadonlySignal<LocalInspection | null> {
    return this.signalOf(id);
  }

  /** Resolves when everything written before this call is folded. */
  async settled(): Promise<void> {
    const due = [...this.later.keys()];
    for (const id of due) this.foldNow(id);
    for (let seen: unknown = null; seen !== this.working; ) {
      seen = this.working;
      await this.working;
    }
  }

  stop(): void {
    for (const stop of this.stops) stop();
    for (const timer of this.later.values()) clearTimeout(timer);
    this.later.clear();
  }

  /** Shows a draft immediately, before it is on the disk. */
  showDraft(draft: Draft): void {
    const shown = this.signalOf(draft.recordId);
    const local = shown.peek();
    if (!local || draft.officerId !== this.deps.officerId.peek()) return;
    this.typed.set(draft.recordId, ++this.ticket);
    shown.value = withDraft(local, draft);
  }

  /** Runs a write of our own. The store's notifications about it fold nothing; the
   * caller folds afterwards. */
  async whileWriting<T>(id: string, write: () => Promise<T>): Promise<T> {
    this.ownWrites.add(id);
    try {
      return await write();
    } finally {
      this.ownWrites.delete(id);
    }
  }

  /** Reads one inspection from the store, shows it and returns it; null if it is not here. */
  async reload(officerId: string, id: string): Promise<LocalInspection | null> {
    const ticket = ++this.ticket;
    return this.show(ticket, officerId, id, await this.rows(officerId, id));
  }

  /** Reads one inspection from the store without showing it, so that a mere question does not
   * notify those who watch. */
  async read(officerId: string, id: string): Promise<LocalInspection | null> {
    const ticket = ++this.ticket;
    return this.fold(ticket, officerId, id, await this.rows(officerId, id));
  }

  private async rows(officerId: string, id: string): Promise<Rows> {
    const { store } = this.deps;
    const [held, acts, photos, draft] = await Promise.all([
      store.heldOne(officerId, 'inspection', id),
      store.actsOfRecord(officerId, id),
      store.photosOfRecord(officerId, id),
      store.draft(officerId, id),
    ]);
    return { ...(await this.viewOf(officerId, id, held)), acts, photos, draft };
  }

  /** The server's view, else the one that was kept when the work began. */
  private async viewOf(officerId: string, id: string, held: HeldRow | undefined): Promise<Pick<Rows, 'view' | 'gone'>> {
    if (held) return { view: held.value as InspectionView, gone: false };
    const view = (await this.deps.store.meta<InspectionView>(keptKey(officerId, id))) ?? null;
    // One that began here from a sheet is not gone: the server does not know it yet.
    return { view, gone: !view?.hand_signed };
  }

  /** Keeps the view with which work on an inspection begins. The work can then go on whatever
   * a sync brings. */
  async keepView(officerId: string, view: InspectionView): Promise<void> {
    await this.deps.store.setMeta(keptKey(officerId, view.id), view);
  }

  private async loadAll(officerId: string): Promise<void> {
    const { store } = this.deps;
    const ticket = ++this.ticket;
    const [held, acts, photos, drafts] = await Promise.all([
      store.held(officerId, 'inspection'),
      store.actsOf(officerId),
      store.photosOf(officerId),
      store.drafts(officerId),
    ]);
    const actsOf = grouped(acts);
    const photosOf = grouped(photos);
    const draftOf = new Map(drafts.map((draft) => [draft.recordId, draft]));
    const heldOf = new Map(held.map((row) => [row.id, row]));
    for (const id of new Set([...heldOf.keys(), ...actsOf.keys(), ...draftOf.keys(), ...this.ids.peek()])) {
      const view = await this.viewOf(officerId, id, heldOf.get(id));
      this.show(ticket, officerId, id, { ...view, acts: actsOf.get(id) ?? [], photos: photosOf.get(id) ?? [], draft: draftOf.get(id) });
    }
  }

  private fold(ticket: number, officerId: string, id: string, { view, gone, acts, photos, draft }: Rows): LocalInspection | null {
    const typed = officerId === this.deps.officerId.peek() && ticket < (this.typed.get(id) ?? 0) ? this.signalOf(id).peek()?.draft : null;
    const newest = typed ?? this.drafts.pending(officerId, id) ?? draft ?? null;
    return view ? overlay(view, acts, photos, newest, gone, officerId) : null;
  }

  private show(ticket: number, officerId: string, id: string, rows: Rows): LocalInspection | null {
    const local = this.fold(ticket, officerId, id, rows);
    // The app was locked or another officer unlocked it meanwhile. That officer must not see
    // what was read.
    if (officerId !== this.deps.officerId.peek() || ticket < (this.shown.get(id) ?? 0)) return local;
    this.shown.set(id, ticket);
    const shown = this.signalOf(id);
    shown.value = local && sharing(shown.peek(), local);
    const listed = this.ids.peek().includes(id);
    if (local && !listed) this.ids.value = [...this.ids.peek(), id];
    if (!local && listed) this.ids.value = this.ids.peek().filter((each) => each !== id);
    return local;
  }

  private written(what: { table: string; recordId?: string }): void {
    const officerId = this.deps.officerId.peek();
    if (officerId === null) return;
    const { table, recordId } = what;
    if (table === 'held') this.work(() => this.loadAll(officerId));
    else if (recordId === undefined || this.ownWrites.has(recordId)) return;
    else if (table === 'acts') this.foldNow(recordId);
    else if (table === 'photos' && !this.later.has(recordId)) this.later.set(recordId, setTimeout(() => this.foldNow(recordId), GATHERED_MS));
    else if (table === 'drafts' && !this.drafts.pending(officerId, recordId)) this.work(() => this.reloadDraft(officerId, recordId));
  }

  private foldNow(id: string): void {
    clearTimeout(this.later.get(id));
    this.later.delete(id);
    const officerId = this.deps.officerId.peek();
    if (officerId !== null) this.work(() => this.reload(officerId, id));
  }

  /** Shows a draft that another tab wrote. */
  private async reloadDraft(officerId: string, id: string): Promise<void> {
    const draft = await this.deps.store.draft(officerId, id);
    const shown = this.signalOf(id);
    const local = shown.peek();
    if (!local || officerId !== this.deps.officerId.peek() || this.drafts.pending(officerId, id)) return;
    shown.value = withDraft(local, draft ?? null);
  }

  /** Runs reads one after another. A failed read leaves what is shown, and the next
   * change reads again. */
  private work(read: () => Promise<unknown>): void {
    this.working = this.working.then(read).catch(() => undefined);
  }

  private forget(): void {
    this.ids.value = [];
    for (const each of this.byId.values()) each.value = null;
    this.shown.clear();
    this.typed.clear();
  }

  private signalOf(id: string): Signal<LocalInspection | null> {
    let found = this.byId.get(id);
    if (!found) {
      found = signal(null);
      this.byId.set(id, found);
    }
    return found;
  }
}

/** Key of a kept view among the store's small facts. Sync never touches these. */
function keptKey(officerId: string, id: string): string {
  return `inspection ${officerId} ${id}`;
}

function grouped<T extends { recordId: string }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const group = found.get(row.recordId);
    if (group) group.push(row);
    else found.set(row.recordId, [row]);
  }
  return found;
}

function byUrgency(left: LocalInspection, right: LocalInspection): number {
  const [a, b] = [left.view.decision, right.view.decision];
  return Number(left.gone ?? false) - Number(right.gone ?? false) || RANK[left.state] - RANK[right.state] || (a.start_on < b.start_on ? -1 : a.start_on > b.start_on ? 1 : 0) || (a.number < b.number ? -1 : 1);
}
