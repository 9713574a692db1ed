/** Wires the engine. The only module that knows all of its parts. */
import { computed, effect } from '@preact/signals';
import { verifyEd25519 } from '../net/keys';
import { NotSignedIn, Refused, Unreached } from '../net/api';
import { Client } from '../net/client';
import { Sender } from '../outbox/outbox';
import { createRescue, recipientAmong } from '../rescue/rescue';
import { IndexedStore } from '../store/indexed';
import { ANCHOR, SERVER_KEYS } from '../store/meta';
import { createVisits } from '../visits/visits';
import type { ServerKey } from '../wire';
import { AccountService } from './accounts';
import { CheckService } from './checks';
import { ClockKeeper } from './clock';
import { ColleaguePictures } from './colleague-pictures';
import { CopyService } from './copies';
import { DecisionService } from './decisions';
import { DecisionFileKeeper } from './decision-files';
import { signer } from './device';
import { inBrowser, type Environment } from './environment';
import { formsOf } from './forms';
import { Handshakes } from './handshakes';
import { HealthWatch } from './health';
import { InformationService } from './informations';
import { whenRegistered } from './newly-registered';
import { lockBy } from './locks';
import { NumberKeeper } from './numbers';
import { OfflineDataService } from './offline-data';
import { inSentences, troubleOf } from './sentences';
import { NoticeBoard } from './notices';
import { RestoreService } from './restores';
import { SearchService } from './searching';
import type { Services } from './services';
import { createUpdates, type Updates } from './service-worker';
import { SettingsService } from './settings';
import { StrayService } from './strays';
import { Puller } from './sync';
import { ToldService } from './told';
import { saidOf } from './phone-facts';
import { heldOf, oldestOf, onPhoneOnly, unsentOf } from './unsent';

/** The sender does not pull again if the last pull is more recent than this. */
const FRESH_MS = 5_000;
/** The reference pack changes slowly. It is requested automatically at this interval, and
 * whenever the officer asks. */
const REFERENCE_MS = 3_600_000;

export interface CreateOptions {
  environment?: Environment;
  store?: IndexedStore;
  updates?: Updates;
  /** Rounds of PBKDF2. Tests use few. */
  pinRounds?: number;
  /** Pauses within one upload before it is taken up again, ms; tests shorten them. */
  pauses?: number[];
  /** Delay before new writes are sent automatically, in ms. Tests lengthen it. */
  newsMs?: number;
}

/** Creates the engine of this page. No officer is open yet. */
export async function createServices(options: CreateOptions = {}): Promise<Services> {
  const env = options.environment ?? inBrowser();
  const store = options.store ?? new IndexedStore({ onOutdated: () => location.reload() });
  const lock = lockBy(env.locks);
  const api = new Client({ fetch: env.fetch, origin: env.origin, now: env.now }, (work) => lock('hientruong-refresh', work));
  const unsent = (officerId: string): Promise<number> => unsentOf(store, officerId);
  const handshakes = new Handshakes(store, env.now);
  const accounts = new AccountService(store, api, env, handshakes, (officerId) => onPhoneOnly(store, officerId), options.pinRounds);
  const settings = new SettingsService(store, env.deviceName);
  const says = async (officerId: string): Promise<{ unsent: number; says: string }> => {
    const held = await heldOf(store, officerId);
    return { unsent: held.acts + held.photos, says: saidOf(held, health.storage.peek(), health.persisted.peek(), env.now()) };
  };
  const puller = new Puller(store, api, handshakes, says, () => accounts.officer?.id ?? null, (page) => health.heard(page.app_minimum ?? null));
  const updates = options.updates ?? createUpdates();
  const clock = new ClockKeeper(store, env);
  const checks = new CheckService(store, api, verifyEd25519, env.origin);
  const health = new HealthWatch(store, env, updates, async () => (accounts.officer ? unsent(accounts.officer.id) : 0), clock.offsetMs);
  const offlineData = new OfflineDataService(store, api, () => accounts.officer?.id ?? null, () => clock.timeMs());
  const officerId = computed(() => (accounts.access.value.state === 'open' ? accounts.access.value.officer.id : null));

  let pulled = { officerId: '', at: 0 };
  async function pull(id: string, anew = false): Promise<void> {
    if (!anew && pulled.officerId === id && Math.abs(env.now() - pulled.at) < FRESH_MS) return;
    await puller.pull(id);
    pulled = { officerId: id, at: env.now() };
    // First the clock: what is sent afterwards may have been filled in before it was ever compared.
    await contacted();
    afterPull();
  }
  async function contacted(): Promise<void> {
    const contact = api.lastContact();
    if (contact) await clock.heard(contact);
  }

  const port = { store, api, verify: verifyEd25519, now: env.now, origin: env.origin, fetch: env.fetch };
  const outbox = new Sender({
    ...port,
    officerId: () => officerId.peek(),
    pull,
    sessionEnded: (error) => accounts.sessionEnded(error),
    signInNeeded: () => accounts.signInNeeded.peek(),
    holdOriginals: () => settings.originalsOnlyWhenISay.peek(),
    locks: env.locks,
    wakeLock: env.wakeLock,
    onReturn: env.onReturn,
    random: env.random,
    contacted,
    // Shows errors on the browser's console. Absent before Safari 15.4 and in Node.
    report: (error) => globalThis.reportError?.(error),
    ...(options.pauses ? { pauses: options.pauses } : {}),
    ...(options.newsMs === undefined ? {} : { newsMs: options.newsMs }),
  });

  const isQuiet = (): boolean => {
    const { reached, sending, stopped, waitingActs, waitingPhotos, heldBack } = outbox.summary.peek();
    return reached && !sending && stopped === null && waitingActs === 0 && waitingPhotos <= heldBack;
  };
  const pictures = new ColleaguePictures(store, api, () => officerId.peek(), isQuiet, env.now);

  const decisionFiles = new DecisionFileKeeper(store, api, () => officerId.peek(), isQuiet, () => clock.timeMs() ?? env.now());
  effect(() => {
    if (officerId.value !== null) void decisionFiles.look().catch(() => undefined);
  });

  const forms = formsOf(store, () => officerId.peek());
  const device = async () => {
    const row = await store.deviceKey();
    if (!row) throw new Error('no device key: nobody ever signed in');
    return row;
  };
  const visits = createVisits({
    store,
    officerId,
    deviceId: async () => (await device()).deviceId,
    sign: async (bytes) => signer(await device())(bytes),
    now: env.now,
    monoMs: env.monoMs,
    clock,
    anchor: async () => (await store.meta<string>(ANCHOR)) ?? null,
    lock,
    forms,
    officerNumber: () => accounts.officer?.officer_number ?? null,
  });
  const numbers = new NumberKeeper(store, api, [visits.papers, visits.numbers], () => officerId.peek(), () => clock.timeMs() ?? env.now());
  // Failures are those of the connection, which the outbox shows. What is not fetched now is
  // fetched with the next pull.
  const afterPull = (): void => {
    void checks.begin().catch(() => undefined);
    void numbers.refill().catch(() => undefined);
    void decisionFiles.keep().catch(() => undefined);
    void decisions.keepChoices().catch(() => undefined);
    void copies.send().catch(() => undefined);
    void informations.send().catch(() => undefined);
  };
  const notices = new NoticeBoard(store, officerId);
  const decisions = new DecisionService(store, api, officerId, (proposed, again) => visits.proposals.propose(proposed, again), () => syncNow(), env.now);
  const copies = new CopyService(store, api, officerId, lock, () => clock.timeMs() ?? env.now(), async (id) => (await store.actsInState(id, 'waiting')).length > 0);
  const informations = new InformationService(store, api, officerId, lock, () => clock.timeMs(), clock.standing);
  whenRegistered(informations, () => {
    const id = officerId.peek();
    if (id !== null) void pull(id, true).catch(() => undefined);
  });
  const searching = new SearchService(api, officerId, visits.all, informations.registered, offlineData);
  accounts.answered = contacted;
  accounts.beforeLock = async () => {
    await Promise.all([visits.flush(), informations.flush()]);
  };
  const actsAreSent = computed(() => outbox.summary.value.waitingActs === 0);
  effect(() => {
    // The server takes the handing over of a paper once it has the paper.
    if (actsAreSent.value) void copies.send().catch(() => undefined);
  });
  const strays = new StrayService(store, officerId, informations, () => clock.timeMs() ?? env.now());
  const told = new ToldService(store, officerId, api, env.now);
  const restores = new RestoreService(store, officerId);
  const rescue = createRescue(store, officerId, async () => recipientAmong((await store.meta<ServerKey[]>(SERVER_KEYS)) ?? []), env.now);

  async function syncNow(): Promise<boolean> {
    const id = officerId.peek();
    if (id === null) return false;
    try {
      // Told before the pull, so that the pull removes it. If that fails, it is told again next time.
      await told.tellRead().catch(() => undefined);
      await puller.pull(id);
      pulled = { officerId: id, at: env.now() };
      await contacted();
      afterPull();
    } catch (error) {
      if (error instanceof NotSignedIn) accounts.sessionEnded(error);
      else if (!(error instanceof Unreached || error instanceof Refused)) throw troubleOf(error);
      return false;
    } finally {
      void outbox.sendNow();
    }
    void refreshReference();
    return true;
  }
  async function refreshReference(): Promise<void> {
    if (env.now() - Date.parse(offlineData.state.peek()?.asOf ?? '1970-01-01T00:00:00Z') < REFERENCE_MS) return;
    // If the data cannot be updated now, those on the phone stay in use.
    await offlineData.refresh().catch(() => undefined);
  }

  await Promise.all([settings.begin(), health.begin(), clock.begin(), offlineData.begin(), checks.begin()]);
  await accounts.begin();
  effect(() => {
    if (officerId.value === null) return outbox.stop();
    void settings.begin();
    outbox.start();
    // Its own failures are shown by the outbox. A failing store shows at the officer's next action.
    void syncNow().catch(() => undefined);
  });
  effect(() => {
    const needed = accounts.signInNeeded.value;
    outbox.look();
    if (needed === null && officerId.peek() !== null) void outbox.sendNow();
  });
  effect(() => {
    void settings.originalsOnlyWhenISay.value;
    outbox.look();
  });
  effect(() => {
    health.oldestUnsent.value = oldestOf(outbox.items.value);
  });
  // A full phone has no room for the reserve. It is tried again when the officer returns to the
  // app, who may have made room.
  const keepReserve = (): Promise<void> => store.keepReserve().catch(() => undefined);
  void keepReserve();
  env.onReturn(() => void Promise.all([health.measure(), refreshReference(), keepReserve()]));

  return {
    accounts: inSentences(accounts),
    checks: inSentences(checks),
    restores: inSentences(restores),
    notices: notices.all,
    told: inSentences(told),
    decisions: inSentences(decisions),
    copies: inSentences(copies),
    informations: inSentences(informations),
    visits: inSentences(visits),
    pictures: inSentences(pictures),
    filings: inSentences(visits.filings),
    papers: inSentences({
      ...visits.papers,
      pdf: (id: string) => api.paperPdf(id),
      signing: (id: string, written: string) => api.paperSignature(id, written),
      signDigitally: (id: string, written: string, seen: string, passphrase: string, code: string | null) => api.signPaper(id, written, seen, passphrase, code),
      storedFile: (id: string) => api.paperFile(id),
    }),
    opinions: inSentences({ ...visits.opinions, look: (id: string) => api.inspection(id), picture: (id: string) => api.viewPicture(id) }),
    decisionFiles: inSentences(decisionFiles),
    handSigned: inSentences(visits.handSigned),
    outbox: inSentences(outbox),
    offlineData: inSentences(offlineData),
    searching: inSentences(searching),
    rescue: inSentences(rescue),
    strays: inSentences(strays),
    health: inSentences(health),
    clock,
    settings: inSentences(settings),
    syncNow,
    ...forms,
  };
}
