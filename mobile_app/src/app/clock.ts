/** The phone's clock against the server's, from contact to contact, over restarts: what prefills, "Bây giờ" and acts go by. */
import { signal } from '@preact/signals';
import { heardServerClock } from '../domain/bounds';
import { heard, look, standing, timeNow, type Look, type Seen, type Standing } from '../domain/clock';
import { CLOCK, CLOCK_SEEN } from '../store/meta';
import type { Store } from '../store/store';
import type { Environment } from './environment';
import type { Clock } from './services';

/** So often it looks by itself: what a change of the clock hides is never more than this and what the phone slept. */
const EVERY_MS = 60_000;

export class ClockKeeper implements Clock {
  readonly standing = signal<Standing>({ state: 'unknown' });
  /** Server's clock minus ours in ms; the least that it can be where the clock was set back and more is not known. */
  readonly offsetMs = signal<number | null>(null);
  private seen: Seen | null = null;
  /** A monotonic clock begins anew with each page, and in each window. */
  private readonly page = crypto.randomUUID();

  constructor(
    private readonly store: Store,
    private readonly env: Pick<Environment, 'now' | 'monoMs' | 'onReturn'>,
  ) {}

  /** Takes up what was kept, also what a version before this one kept. */
  async begin(): Promise<void> {
    this.seen = (await this.store.meta<Seen>(CLOCK_SEEN)) ?? null;
    if (this.seen === null) {
      const told = await this.store.meta<{ offsetMs: number; at: string }>(CLOCK);
      const wallMs = told ? Date.parse(told.at) : Number.NaN;
      if (told && !Number.isNaN(wallMs)) {
        const serverMs = wallMs + told.offsetMs;
        this.seen = { wallMs, monoMs: 0, page: '', serverMs, contactMs: serverMs, lost: false };
      }
    }
    this.look();
    this.env.onReturn(() => this.look());
    const timer: unknown = setInterval(() => void this.keep(), EVERY_MS);
    // In Node a timer holds the process; a browser's has no such word.
    (timer as { unref?: () => void }).unref?.();
  }

  /** Takes in what an answer of the server said of its clock. */
  async heard(contact: { serverMs: number; localMs: number }): Promise<void> {
    this.seen = heard(contact, this.now());
    this.show();
    await this.write();
  }

  /** Looks at both clocks now; what it finds is shown and goes into what follows. */
  look(): Standing {
    if (this.seen !== null) this.seen = look(this.seen, this.now());
    this.show();
    return this.standing.peek();
  }

  timeMs(): number | null {
    this.look();
    return timeNow(this.seen, this.env.now());
  }

  /** Looks, and keeps it for the next start. Another window may have heard the server since: what it kept is then the newer. */
  async keep(): Promise<void> {
    const kept = await this.store.meta<Seen>(CLOCK_SEEN).catch(() => undefined);
    if (kept && kept.page !== this.page && kept.contactMs > (this.seen?.contactMs ?? 0)) this.seen = kept;
    this.look();
    await this.write();
  }

  private now(): Look {
    return { wallMs: this.env.now(), monoMs: this.env.monoMs(), page: this.page };
  }

  private show(): void {
    const [found, before] = [standing(this.seen), this.standing.peek()];
    const seen = this.seen;
    if (seen !== null) heardServerClock(seen.lost ? 0 : seen.serverMs - seen.wallMs, seen.serverMs);
    const minutes = (one: Standing): number => ('offMs' in one ? Math.round(one.offMs / 60_000) : 0);
    if (found.state !== before.state || minutes(found) !== minutes(before)) this.standing.value = found;
    if (seen !== null && (this.offsetMs.peek() === null || this.standing.peek() === found)) this.offsetMs.value = seen.serverMs - seen.wallMs;
  }

  /** Only for the next start: a full disk must not stop what asked for it. */
  private async write(): Promise<void> {
    if (this.seen !== null) await this.store.setMeta(CLOCK_SEEN, this.seen).catch(() => undefined);
  }
}
