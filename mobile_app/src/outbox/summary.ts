/** The outbox in plain words: what waits, what is being sent, what needs a person. Pure. */
import type { StoredAct, StoredPhoto } from '../domain/model';
import { titleOfAct } from '../domain/words-of-acts';
import type { OutboxItem, OutboxSummary } from '../app/services';
import type { Text } from '../wire';
import { awaitsOwner } from './owner';
import { DO, FINAL, WHY, remedy } from './sentences';

/** How many finished items are still listed. */
const SHOWN_FINISHED = 30;

export interface Now {
  /** Acts in a request that is under way. */
  sendingActs: ReadonlySet<string>;
  /** A round runs in this tab. */
  sending: boolean;
  holdOriginals: boolean;
  /** Decisions on held acts since, by act id, from the last sync. */
  decided?: ReadonlyMap<string, 'admitted' | 'dismissed'>;
  /** Photographs as the server numbers them, by inspection. This phone's others follow them. */
  told?: ReadonlyMap<string, readonly string[]>;
  /** Inspections in which discarding is only asked for. */
  newer?: ReadonlySet<string>;
}

/** Returns the items that need attention first, then those that wait in the order of sending,
 * then the latest finished ones. */
export function itemsOf(acts: readonly StoredAct[], photos: readonly StoredPhoto[], now: Now): OutboxItem[] {
  const byAct = new Map(photos.map((photo) => [photo.actId, photo]));
  const numbers = numbersOf(acts, photos, now.told);
  const items: OutboxItem[] = [];
  for (const act of acts) {
    const photo = byAct.get(act.id);
    if (photo) items.push(photoItem(act, photo, numbers.get(photo.id) ?? 1, now));
    else items.push(actItem(act, now));
  }
  const rank = (item: OutboxItem): number => (item.state === 'attention' ? 0 : isDone(item) ? 2 : 1);
  const done = items.filter(isDone).slice(-SHOWN_FINISHED).reverse();
  return [...items.filter((item) => rank(item) === 0), ...items.filter((item) => rank(item) === 1), ...done];
}

/** The numbers of the status line. */
export function countsOf(
  acts: readonly StoredAct[],
  photos: readonly StoredPhoto[],
  items: readonly OutboxItem[],
  now: Now,
): Pick<OutboxSummary, 'waitingActs' | 'waitingPhotos' | 'waitingDocuments' | 'waitingBytes' | 'heldBack' | 'unconfirmed' | 'unconfirmedDocuments' | 'needsAttention'> {
  const waiting = photos.filter((photo) => photo.state === 'waiting' || photo.state === 'sending');
  const sent = photos.filter((photo) => photo.state === 'sent');
  const documents = (all: readonly StoredPhoto[]): number => all.filter((one) => one.kind === 'document').length;
  return {
    waitingActs: acts.filter((act) => act.state === 'waiting' || awaitsOwner(act)).length,
    waitingPhotos: waiting.length,
    waitingDocuments: documents(waiting),
    waitingBytes: waiting.reduce((sum, photo) => sum + photo.size - photo.sentBytes, 0),
    heldBack: now.holdOriginals ? waiting.length : 0,
    unconfirmed: sent.length,
    unconfirmedDocuments: documents(sent),
    needsAttention: items.filter((item) => item.state === 'attention').length,
  };
}

function actItem(act: StoredAct, now: Now): OutboxItem {
  const base = { key: `act:${act.id}`, kind: 'act' as const, recordId: act.recordId, title: titleOfAct(act.act, null, now.newer?.has(act.recordId)), percent: null, act, photo: null };
  return { ...base, ...standing(act, now) };
}

function standing(act: StoredAct, now: Now): Pick<OutboxItem, 'state' | 'why' | 'whatToDo' | 'final' | 'awaited'> {
  if (awaitsOwner(act)) return { state: 'waiting', why: act.problem?.text ?? null, whatToDo: DO.owner };
  if (act.state === 'parked') {
    const code = act.problem?.code ?? '';
    if (act.read && FINAL.has(code)) return { state: 'refused', why: act.problem?.text ?? null, whatToDo: null };
    return { state: 'attention', why: act.problem?.text ?? act.lastError, whatToDo: remedy(code), ...(FINAL.has(code) ? { final: true as const } : {}) };
  }
  if (act.state === 'held' && now.decided?.get(act.id) === 'admitted') return { state: 'received', why: null, whatToDo: null };
  if (act.state === 'held' && now.decided?.get(act.id) === 'dismissed') return { state: 'received', why: WHY.dismissed, whatToDo: null };
  if (act.state === 'held') return { state: 'received', why: act.quarantine?.text ?? null, whatToDo: BESIDE.has(act.quarantine?.code ?? '') ? DO.beside : DO.supervisor };
  if (act.state === 'received') return { state: 'received', why: null, whatToDo: null };
  if (act.problem) return { state: 'attention', why: act.problem.text, whatToDo: remedy(act.problem.code) };
  if (now.sendingActs.has(act.id)) return { state: 'sending', why: null, whatToDo: null };
  const awaited = act.others === 'awaited' ? { awaited: true as const } : {};
  return { state: 'waiting', why: act.lastError, whatToDo: act.lastError ? DO.nothing : null, ...awaited };
}

/** Quarantine codes of minutes beside. Nobody admits these: they take effect by themselves once
 * the leader names their writer. */
const BESIDE: ReadonlySet<string> = new Set(['minutes_not_owned']);

/** Marks a number as provisional: the server numbers photographs in the order in
 * which they arrive. */
function provisional({ vi, en }: Text): Text {
  return { vi: `${vi} (số tạm)`, en: `${en} (temporary number)` };
}

function photoItem(act: StoredAct, photo: StoredPhoto, number: number, now: Now): OutboxItem {
  const known = now.told?.get(photo.recordId)?.includes(photo.id) ?? false;
  const base = {
    key: `photo:${photo.id}`,
    kind: 'photo' as const,
    recordId: photo.recordId,
    title: known || photo.kind ? titleOfAct(act.act, number) : provisional(titleOfAct(act.act, number)),
    percent: null,
    act,
    photo,
  };
  if (act.state === 'parked' || act.problem) return { ...base, ...standing(act, now) };
  if (photo.problem) {
    return { ...base, state: 'attention', why: photo.problem.text, whatToDo: remedy(photo.problem.code) };
  }
  switch (photo.state) {
    case 'stored':
      return { ...base, ...(act.state === 'waiting' ? standing(act, now) : { ...standing(act, now), state: 'stored' as const }) };
    case 'sent':
      return { ...base, state: 'received', why: WHY.unconfirmed, whatToDo: null };
    case 'parked':
      return { ...base, state: 'attention', why: photo.lastError, whatToDo: remedy('') };
    default:
      return { ...base, ...underWay(photo, now) };
  }
}

function underWay(photo: StoredPhoto, now: Now): Pick<OutboxItem, 'state' | 'percent' | 'why' | 'whatToDo'> {
  const percent = photo.sentBytes > 0 ? Math.min(99, Math.floor((100 * photo.sentBytes) / photo.size)) : null;
  if (photo.state === 'sending' && now.sending) return { state: 'sending', percent: percent ?? 0, why: null, whatToDo: null };
  if (photo.lastError) return { state: 'waiting', percent, why: photo.lastError, whatToDo: DO.nothing };
  if (now.holdOriginals) return { state: 'waiting', percent, why: WHY.heldBack, whatToDo: DO.sendOriginals };
  return { state: 'waiting', percent, why: null, whatToDo: null };
}

function isDone(item: OutboxItem): boolean {
  return item.state === 'stored' || item.state === 'refused' || (item.kind === 'act' && item.state === 'received');
}

/** Numbers such as "Ảnh 3": the place among all photographs of the inspection, as on every other
 * screen (domain/inspection.ts, photosOf). */
function numbersOf(acts: readonly StoredAct[], photos: readonly StoredPhoto[], told: Now['told']): Map<string, number> {
  const seq = new Map(acts.map((act) => [act.id, act.seq]));
  const numbers = new Map<string, number>();
  for (const ids of told?.values() ?? []) ids.forEach((id, index) => numbers.set(id, index + 1));
  const counts = new Map<string, number>();
  for (const photo of [...photos].sort((a, b) => (seq.get(a.actId) ?? Infinity) - (seq.get(b.actId) ?? Infinity))) {
    if (photo.kind || numbers.has(photo.id)) continue;
    const next = (counts.get(photo.recordId) ?? told?.get(photo.recordId)?.length ?? 0) + 1;
    counts.set(photo.recordId, next);
    numbers.set(photo.id, next);
  }
  return numbers;
}
