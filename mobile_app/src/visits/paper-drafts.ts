/** Drafts of papers made on site, as live signals by inspection. What is typed is shown before
 * it is on the disk. */
import { effect, signal, type Signal } from '@preact/signals';
import type { PaperDraft } from '../domain/model';
import type { VisitDeps } from './deps';
import { Saver } from './drafts';

export class PaperDrafts {
  private readonly byInspection = new Map<string, Signal<PaperDraft[]>>();
  private readonly saver: Saver<PaperDraft>;
  private readonly stops: (() => void)[];

  constructor(private readonly deps: Pick<VisitDeps, 'store' | 'officerId'>) {
    this.saver = new Saver(
      (draft) => deps.store.savePaper(draft),
      (draft) => `${draft.officerId} ${draft.id}`,
    );
    this.stops = [
      effect(() => {
        void deps.officerId.value;
        for (const [id, each] of this.byInspection) {
          each.value = [];
          this.load(id);
        }
      }),
      deps.store.watch(({ table, recordId }) => {
        if (table === 'papers' && recordId !== undefined && this.byInspection.has(recordId)) this.load(recordId);
      }),
    ];
  }

  of(inspectionId: string): Signal<PaperDraft[]> {
    let found = this.byInspection.get(inspectionId);
    if (!found) {
      this.byInspection.set(inspectionId, (found = signal([])));
      this.load(inspectionId);
    }
    return found;
  }

  /** Shows and saves a draft. Resolves when it, or a newer one, is on the disk. */
  async save(draft: PaperDraft): Promise<void> {
    const shown = this.of(draft.recordId);
    if (draft.officerId === this.deps.officerId.peek()) shown.value = [...shown.peek().filter((one) => one.id !== draft.id), draft];
    await this.saver.save(draft);
  }

  async drop(draft: PaperDraft): Promise<void> {
    await this.saver.flush();
    await this.deps.store.dropPaper(draft.officerId, draft.id);
    await this.read(draft.recordId);
  }

  flush(): Promise<void> {
    return this.saver.flush();
  }

  stop(): void {
    for (const stop of this.stops) stop();
  }

  /** Reads an inspection's drafts from the disk. What is being typed and is not there
   * yet takes precedence. */
  async read(inspectionId: string): Promise<PaperDraft[]> {
    const officerId = this.deps.officerId.peek();
    const rows = officerId === null ? [] : await this.deps.store.papersOfRecord(officerId, inspectionId);
    const shown = this.of(inspectionId);
    if (officerId !== this.deps.officerId.peek()) return shown.peek();
    const unsaved = shown.peek().flatMap((one) => this.saver.unsaved(`${one.officerId} ${one.id}`) ?? []);
    const newer = new Set(unsaved.map((one) => one.id));
    return (shown.value = [...rows.filter((row) => !newer.has(row.id)), ...unsaved]);
  }

  private load(inspectionId: string): void {
    // What could not be read now is read with the next change. The commands read for themselves.
    void this.read(inspectionId).catch(() => undefined);
  }
}
