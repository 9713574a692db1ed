/** Captured bytes that nothing names: found at each start, shown, and kept until an officer decides. */
import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { sha256Hex } from '../domain/canonical-json';
import { THROWN_AWAY } from '../store/meta';
import type { Store } from '../store/store';
import type { StrayBytes } from '../store/stray-bytes';
import type { Informations } from './information-services';
import { SAY_STRAY } from './sentences';
import { Trouble } from './services';
import type { Stray, StrayKeeper } from './stray-services';

/** What was thrown away, by whom and when: so much is kept of it. */
interface Thrown {
  id: string;
  size: number;
  officerId: string;
  at: string;
}

const MOST_THROWN = 50;

/** What the app captures, by its first bytes. Anything else keeps no type, and is saved all the same. */
const KINDS: readonly { begins: string; type: string; ending: string }[] = [
  { begins: '\xff\xd8\xff', type: 'image/jpeg', ending: 'jpg' },
  { begins: '\x89PNG', type: 'image/png', ending: 'png' },
  { begins: '%PDF-', type: 'application/pdf', ending: 'pdf' },
];
/** How an age file begins (age-encryption.org/v1). */
const SEALED = 'age-encryption.org/';

const textOf = (head: Uint8Array): string => String.fromCharCode(...head);

export class StrayService implements StrayKeeper {
  readonly found = signal<Stray[]>([]);
  readonly mayOpen = signal(false);
  private known: StrayBytes[] = [];

  constructor(
    private readonly store: Pick<Store, 'strays' | 'meta' | 'setMeta' | 'officers'>,
    private readonly officerId: ReadonlySignal<string | null>,
    private readonly informations: Pick<Informations, 'adopt'>,
    private readonly now: () => number,
  ) {
    effect(() => {
      this.found.value = [];
      if (officerId.value !== null) void this.look().catch(() => undefined);
    });
  }

  async adopt(id: string): Promise<string> {
    const one = this.one(id);
    const information = await this.informations.adopt({ id, size: one.size, sha256: await sha256Hex(await this.bytes(one)) });
    await this.look();
    return information;
  }

  async file(id: string): Promise<File> {
    const one = this.one(id);
    if (!this.mayOpen.peek()) throw new Trouble('stray_not_yours', SAY_STRAY.notYours);
    const bytes = await this.bytes(one);
    const { type, ending } = KINDS.find(({ begins }) => textOf(one.head).startsWith(begins)) ?? { type: 'application/octet-stream', ending: 'bin' };
    return new File([bytes], `hien-truong-${id}.${ending}`, { type });
  }

  async throwAway(id: string): Promise<void> {
    const { size } = this.one(id);
    const thrown = (await this.store.meta<Thrown[]>(THROWN_AWAY)) ?? [];
    if (await this.store.strays.drop(id)) {
      const note = { id, size, officerId: this.officerId.peek() ?? '', at: new Date(this.now()).toISOString() };
      await this.store.setMeta(THROWN_AWAY, [...thrown, note].slice(-MOST_THROWN), 'strict');
    }
    await this.look();
  }

  private one(id: string): StrayBytes {
    const found = this.known.find((each) => each.id === id);
    if (found === undefined) throw new Trouble('stray_gone', SAY_STRAY.gone);
    return found;
  }

  private async bytes(one: StrayBytes): Promise<ArrayBuffer> {
    const bytes = await this.store.strays.bytes(one);
    if (bytes === null) throw new Trouble('stray_gone', SAY_STRAY.gone);
    return bytes;
  }

  private async look(): Promise<void> {
    const officer = this.officerId.peek();
    const [found, officers] = await Promise.all([this.store.strays.find(), this.store.officers()]);
    if (officer !== this.officerId.peek()) return;
    this.known = found;
    this.mayOpen.value = officers.length === 1;
    this.found.value = found.map(({ id, size, at, head }) => ({ id, size, at: at === null ? null : new Date(at).toISOString(), kind: textOf(head).startsWith(SEALED) ? 'sealed' : 'file' }));
  }
}
