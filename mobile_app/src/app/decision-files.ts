/** The signed papers of decisions (QĐ-KT) on this phone, to be shown at a door without a signal.
 *
 * After each pull the missing files are fetched in the background, one at a time: those of
 * inspections that are still to be done first. A file is kept only if its SHA-256 is the one that
 * the server's view names. A file of one MB or more waits until nothing is being sent. */
import { signal } from '@preact/signals';
import { sha256Hex } from '../domain/canonical-json';
import type { DecisionPaper } from '../domain/decision';
import type { Api } from '../net/api';
import { Refused } from '../net/api';
import { CHUNK_BYTES } from '../store/schema';
import type { Store } from '../store/store';
import type { InspectionView, Text } from '../wire';
import { Trouble } from './services';
import type { DecisionFiles } from './visit-services';

/** The server takes no larger scan; a PDF of ours is some hundred kB. */
export const MOST_BYTES = 20_000_000;
/** All files together. Those of finished inspections are left out first. */
const MOST_KEPT = 80_000_000;
const LARGE = 1_000_000;

const OTHER_FILE: Text = {
  vi: 'Tệp tải về không khớp với bản đã ký. Hãy đồng bộ lại rồi mở lại; nếu vẫn vậy, báo người quản trị.',
  en: 'The file that came is not the one that was signed. Sync and open it again; if it stays so, tell the administrator.',
};

/** Size of each kept file, by its SHA-256. */
type Kept = Record<string, number>;

const listOf = (officerId: string): string => `decision-files:${officerId}`;
const pieceOf = (officerId: string, sha256: string, n: number): string => `decision-file:${officerId}:${sha256}:${n}`;
const heardOf = (officerId: string): string => `decision-heard:${officerId}`;

const DONE = new Set<InspectionView['state']>(['submitted', 'approved', 'refused', 'discarded']);

interface Wanted {
  inspectionId: string;
  paper: DecisionPaper;
}

export class DecisionFileKeeper implements DecisionFiles {
  readonly here = signal<ReadonlySet<string>>(new Set());
  private running: Promise<void> | null = null;
  private again = false;

  /** `quiet` tells whether the line is free: what is to be sent goes before a large file. */
  constructor(
    private readonly store: Pick<Store, 'meta' | 'setMeta' | 'held'>,
    private readonly api: Pick<Api, 'decisionFile'>,
    private readonly officer: () => string | null,
    private readonly quiet: () => boolean,
    private readonly now: () => number,
  ) {}

  /** Shows what is kept for the open officer. */
  async look(): Promise<void> {
    const officerId = this.officer();
    const kept = officerId === null ? {} : await this.kept(officerId);
    if (officerId === this.officer()) this.here.value = new Set(Object.keys(kept));
  }

  /** Notes the changes that this phone hears of, fetches what is missing, and deletes what is no
   * longer needed. Runs one at a time; a call in between makes it run once more. */
  keep(): Promise<void> {
    this.again = true;
    this.running ??= this.rounds().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  async open(inspectionId: string, paper: DecisionPaper): Promise<ArrayBuffer> {
    const officerId = this.officer();
    const bytes = officerId === null ? null : await this.read(officerId, paper);
    if (bytes !== null) return bytes;
    const fetched = await this.api.decisionFile(inspectionId, paper.id, paper.media_type);
    if ((await sha256Hex(fetched)) !== paper.sha256) throw new Trouble('decision_file_other', OTHER_FILE, true);
    // A full phone has no room for what can be fetched again. The file is shown all the same.
    if (officerId !== null) await this.put(officerId, paper, fetched).catch(() => undefined);
    return fetched;
  }

  async heard(): Promise<Record<string, string>> {
    const officerId = this.officer();
    return officerId === null ? {} : ((await this.store.meta<Record<string, string>>(heardOf(officerId))) ?? {});
  }

  private async rounds(): Promise<void> {
    while (this.again) {
      this.again = false;
      const officerId = this.officer();
      if (officerId !== null) await this.round(officerId);
    }
  }

  private async round(officerId: string): Promise<void> {
    const views = (await this.store.held(officerId, 'inspection')).map((row) => row.value as InspectionView);
    await this.note(officerId, views);
    const wanted = within(MOST_KEPT, views);
    await this.forget(officerId, new Set(wanted.map(({ paper }) => paper.sha256)));
    for (const { inspectionId, paper } of wanted) {
      const kept = await this.kept(officerId);
      if (paper.sha256 in kept || (paper.size >= LARGE && !this.quiet())) continue;
      if (this.officer() !== officerId) return;
      try {
        const bytes = await this.api.decisionFile(inspectionId, paper.id, paper.media_type);
        if ((await sha256Hex(bytes)) === paper.sha256) await this.put(officerId, paper, bytes);
      } catch (error) {
        // Refused: this one is not to be had now; the others may be. Without an answer the rest waits
        // for the next pull, and so it does on a full phone, which keeps what it has.
        if (!(error instanceof Refused)) return;
      }
    }
    await this.look();
  }

  /** Records when this phone first heard of each change. */
  private async note(officerId: string, views: InspectionView[]): Promise<void> {
    const before = (await this.store.meta<Record<string, string>>(heardOf(officerId))) ?? {};
    const changes = views.flatMap((view) => view.decision_changes ?? []);
    const at = new Date(this.now()).toISOString();
    const next = Object.fromEntries(changes.map(({ id }) => [id, before[id] ?? at]));
    if (Object.keys(next).some((id) => !(id in before)) || Object.keys(before).some((id) => !(id in next))) await this.store.setMeta(heardOf(officerId), next);
  }

  private async kept(officerId: string): Promise<Kept> {
    return (await this.store.meta<Kept>(listOf(officerId))) ?? {};
  }

  /** The pieces first, then the list that names them: a killed app leaves no file without its bytes. */
  private async put(officerId: string, { sha256 }: DecisionPaper, bytes: ArrayBuffer): Promise<void> {
    for (let n = 0; n * CHUNK_BYTES < bytes.byteLength; n++) {
      await this.store.setMeta(pieceOf(officerId, sha256, n), bytes.slice(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES));
    }
    await this.store.setMeta(listOf(officerId), { ...(await this.kept(officerId)), [sha256]: bytes.byteLength });
    if (this.officer() === officerId) this.here.value = new Set([...this.here.peek(), sha256]);
  }

  /** The kept file; null if it is not here, or is damaged and has to be fetched again. */
  private async read(officerId: string, { sha256 }: DecisionPaper): Promise<ArrayBuffer | null> {
    const size = (await this.kept(officerId))[sha256];
    if (size === undefined) return null;
    const whole = new Uint8Array(size);
    for (let n = 0; n * CHUNK_BYTES < size; n++) {
      const piece = await this.store.meta<ArrayBuffer | null>(pieceOf(officerId, sha256, n));
      if (piece) whole.set(new Uint8Array(piece), n * CHUNK_BYTES);
    }
    if ((await sha256Hex(whole.buffer)) === sha256) return whole.buffer;
    await this.forget(officerId, new Set(Object.keys(await this.kept(officerId)).filter((each) => each !== sha256)));
    return null;
  }

  private async forget(officerId: string, except: ReadonlySet<string>): Promise<void> {
    const kept = await this.kept(officerId);
    const gone = Object.entries(kept).filter(([sha256]) => !except.has(sha256));
    if (gone.length === 0) return;
    await this.store.setMeta(listOf(officerId), Object.fromEntries(Object.entries(kept).filter(([sha256]) => except.has(sha256))));
    for (const [sha256, size] of gone) {
      for (let n = 0; n * CHUNK_BYTES < size; n++) await this.store.setMeta(pieceOf(officerId, sha256, n), null);
    }
    await this.look();
  }
}

/** The files to keep: of inspections still to be done first, the latest decisions before others. */
function within(most: number, views: InspectionView[]): Wanted[] {
  const order = [...views].sort((a, b) => Number(DONE.has(a.state)) - Number(DONE.has(b.state)) || b.issued_at.localeCompare(a.issued_at));
  let sum = 0;
  return order.flatMap((view) => (view.decision_papers ?? []).map((paper) => ({ inspectionId: view.id, paper }))).filter(({ paper }) => {
    if (paper.size > MOST_BYTES || sum + paper.size > most) return false;
    sum += paper.size;
    return true;
  });
}
