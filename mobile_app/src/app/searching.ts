/** Searches as somebody types: on this phone without a signal, and at the server in the officer's whole scope. */
import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import { findable, hasAll } from '../domain/finding';
import type { LocalInspection } from '../domain/model';
import { looser, read, type Question, type Term } from '../domain/searching/asking';
import { find, hitOf, ofBehaviour, ofBusiness, ofInformation, ofInspection, KINDS, type Group, type Held, type Hit, type Kind, type Registered } from '../domain/searching/held';
import { NotSignedIn, Refused, Unreached, type Api } from '../net/api';
import type { Found, FoundHit, PartyLookedUp, ReferenceEntry, Text } from '../wire';
import { SAY, SAY_SEARCH, unreached } from './sentences';
import type { Everywhere, Here, Searching } from './search-services';
import type { OfflineData } from './services';

/** Behaviours and businesses that are looked at for a question that nothing has all words of. */
const NEAREST = 20;
/** Hits of this phone that are shown beside what the server named. */
const OWN = 5;
/** If the server says to wait and not how long. */
const AGAIN_SECONDS = 1;

export class SearchService implements Searching {
  readonly typed = signal('');
  readonly held: ReadonlySignal<unknown>;
  private asked = 0;
  private readonly seen = new WeakMap<LocalInspection, Held>();
  private readonly businesses = new WeakMap<ReferenceEntry, Held[]>();
  private readonly informations = new WeakMap<Registered, Held>();

  /** `wait` resolves after as many ms. */
  constructor(
    private readonly api: Pick<Api, 'search' | 'lookUpParty'>,
    officerId: ReadonlySignal<string | null>,
    private readonly visits: ReadonlySignal<readonly LocalInspection[]>,
    private readonly registered: ReadonlySignal<readonly Registered[]>,
    private readonly offlineData: OfflineData,
    private readonly wait: (ms: number) => Promise<void> = (ms) => new Promise((done) => void setTimeout(done, ms)),
  ) {
    this.held = computed(() => [officerId.value, visits.value, registered.value, offlineData.state.value?.asOf]);
    effect(() => {
      // What one officer looked for is no business of the next one on this phone.
      if (officerId.value === null) {
        this.typed.value = '';
        this.asked += 1;
      }
    });
  }

  async lookUp(number: string, purpose: string): Promise<PartyLookedUp[]> {
    return (await this.api.lookUpParty(number.normalize('NFC').trim(), purpose.normalize('NFC').trim())).parties;
  }

  async here(typed: string, limit: number): Promise<Here> {
    const question = read(typed.normalize('NFC'));
    if (question === null) return { groups: [], near: false, wrong: null };
    if ('wrong' in question) return { groups: [], near: false, wrong: wrongOf(question) };
    const { terms } = question;
    const groups = find(await this.records(), typed, terms, limit);
    const behaviours = await this.behaviours(typed, terms);
    if (behaviours.length > 0) groups.push({ kind: 'behaviour', hits: behaviours.slice(0, limit), more: behaviours.length > limit });
    if (groups.length > 0) return { groups, near: false, wrong: null };
    return { groups: await this.nearest(typed, terms), near: true, wrong: null };
  }

  async everywhere(typed: string): Promise<Everywhere> {
    const mine = (this.asked += 1);
    for (;;) {
      try {
        const found = await this.api.search(typed.normalize('NFC'));
        if (mine !== this.asked) return { state: 'old' };
        return { state: 'found', ...(await this.shown(found, typed)), behindMinutes: Math.ceil(found.behind / 60) };
      } catch (error) {
        if (mine !== this.asked) return { state: 'old' };
        if (!(error instanceof Refused && error.status === 429)) return failed(error);
        await this.wait(1000 * (error.retryAfterSeconds ?? AGAIN_SECONDS));
        if (mine !== this.asked) return { state: 'old' };
      }
    }
  }

  /** Everything on this phone but the behaviours. What is here whole stands in the place of what a history tells of it. */
  private async records(): Promise<Held[]> {
    const inspections = this.inspections();
    const whole = new Set(inspections.map(({ key }) => key));
    const businesses = (await this.offlineData.all('business')).flatMap((entry) => kept(this.businesses, entry, ofBusiness));
    return [...inspections, ...this.registered.peek().map((one) => kept(this.informations, one, ofInformation)), ...businesses.filter(({ kind, key }) => kind !== 'inspection' || !whole.has(key))];
  }

  private inspections(): Held[] {
    return this.visits.peek().map((one) => kept(this.seen, one, ofInspection));
  }

  /** Behaviours by the catalogue's own ranking, which knows other names of them, as far as they have all words. */
  private async behaviours(typed: string, terms: readonly Term[]): Promise<Hit[]> {
    const ranked = await this.offlineData.search('violation', typed);
    return ranked.filter((entry) => hasAll(findable(entry), typed)).map((entry) => hitOf(ofBehaviour(entry), looser(terms) ?? terms));
  }

  private async nearest(typed: string, terms: readonly Term[]): Promise<Group[]> {
    const wanted = looser(terms) ?? terms;
    const groups: Group[] = [];
    for (const [kind, entries] of [['party', await this.offlineData.search('business', typed, NEAREST)], ['behaviour', await this.offlineData.search('violation', typed, NEAREST)]] as const) {
      const hits = entries.flatMap((entry) => (kind === 'party' ? ofBusiness(entry).slice(0, 1) : [ofBehaviour(entry)])).map((record) => hitOf(record, wanted));
      if (hits.length > 0) groups.push({ kind, hits, more: false });
    }
    return groups;
  }

  /** The server's hits, each with the screen on which this phone shows it. Inspections on this phone that the server did not
   * name are shown too, as what was typed here may not be there yet; and behaviours that have another name there. */
  private async shown(found: Found, typed: string): Promise<{ groups: Group[]; near: boolean }> {
    const places = new Map<string, string>();
    for (const { kind, key, href } of await this.records()) places.set(`${kind} ${key}`, href);
    for (const entry of await this.offlineData.all('violation')) places.set(`behaviour ${String(entry.value.code)}`, ofBehaviour(entry).href);
    const groups = found.groups.map(({ kind, hits, more }): Group => ({ kind, more, hits: hits.map((hit, at) => ofServer(hit, at, places)) }));
    const question = read(typed.normalize('NFC'));
    if (!question || !('terms' in question)) return { groups, near: false };
    const { terms } = question;
    add(groups, 'inspection', find(this.inspections(), typed, terms, OWN)[0]?.hits ?? []);
    add(groups, 'behaviour', (await this.behaviours(typed, terms)).slice(0, OWN));
    if (groups.length === 0) return { groups: await this.nearest(typed, terms), near: true };
    return { groups: groups.sort((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind)), near: false };
  }
}

/** Adds hits that a kind does not have yet. */
function add(groups: Group[], kind: Kind, hits: readonly Hit[]): void {
  const there = groups.find((group) => group.kind === kind);
  const others = hits.filter(({ key }) => !there?.hits.some((hit) => hit.key === key));
  if (there) there.hits.push(...others);
  else if (others.length > 0) groups.push({ kind, hits: others, more: false });
}

function ofServer(hit: FoundHit, at: number, places: ReadonlyMap<string, string>): Hit {
  const kind: Kind = hit.kind;
  const key = hit.id ?? hit.code ?? String(at);
  return { kind, key, name: hit.name, number: hit.number, where: hit.where, why: hit.why, excerpt: hit.excerpt, state: hit.state, at: hit.at, href: places.get(`${kind} ${key}`) ?? null };
}

function kept<K extends object, V>(known: WeakMap<K, V>, key: K, make: (key: K) => V): V {
  let found = known.get(key);
  if (found === undefined) known.set(key, (found = make(key)));
  return found;
}

function wrongOf(question: Extract<Question, { wrong: string }>): Text {
  return question.wrong === 'search_too_long' ? SAY_SEARCH.tooLong : SAY_SEARCH.noWords;
}

function failed(error: unknown): Everywhere {
  if (error instanceof NotSignedIn) return { state: 'signed_out', text: error.problem?.text ?? SAY.signInAgain };
  if (error instanceof Unreached) return { state: 'unreached', text: unreached(error).text };
  if (error instanceof Refused) return { state: error.status === 422 ? 'wrong' : 'busy', text: error.problem.text };
  throw error;
}
