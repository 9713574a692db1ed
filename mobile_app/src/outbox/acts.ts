/** Sends acts to the server in the order of `seq`. Every answer is applied to its act before the
 * next batch is sent. */
import type { StoredAct } from '../domain/model';
import { ReceiptWrong, checkReceipt } from '../domain/receipts';
import type { ActResult, ServerKey, Text } from '../wire';
import { Refused } from '../net/api';
import { othersMayCome } from '../app/restores';
import { go, keysOf, type Port, type Round } from './port';
import { RECEIPT_WRONG, othersToCome } from './sentences';

export const MAX_ACTS = 100;
/** Below the server's 256 kB, with room for the JSON around the acts. */
export const MAX_BYTES = 250_000;

/** Refusals that the server regards as final but that pass: an inspection that the server does
 * not have (yet), or a token of another officer when this officer's is about to follow. */
const WAITS = new Set(['record_unknown', 'act_of_another_officer']);

/** Refusals that name something from somebody else's phone. After a restore that phone has yet
 * to send it again. */
const OTHERS: Readonly<Record<string, Text>> = {
  photos_not_in_force: { vi: 'ảnh', en: 'photographs' },
  minutes_not_in_force: { vi: 'biên bản', en: 'the minutes' },
  signatures_unknown: { vi: 'chữ ký', en: 'signatures' },
  places_unknown: { vi: 'vị trí', en: 'positions' },
  documents_unknown: { vi: 'giấy tờ', en: 'papers' },
  not_announced: { vi: 'việc công bố quyết định', en: 'the announcement' },
  not_opened: { vi: 'việc nhận cuộc kiểm tra', en: 'the taking up' },
};

/** Acts whose officer waits for what the server makes of them: it comes with the sync. */
const ANSWERED_BY_SYNC: ReadonlySet<string> = new Set(['decision.proposed']);

export interface ActsSent {
  sent: number;
  /** The server took acts whose outcome only a sync tells. */
  ask: boolean;
  /** Acts that stay waiting until a later round. */
  left: number;
}

/** Sends all waiting acts. Rejects as the Api does if a whole request failed. The outcome is
 * then unknown, and the same acts are sent again. */
export async function sendActs(port: Port, round: Round, sending: (ids: string[]) => void): Promise<ActsSent> {
  const total: ActsSent = { sent: 0, ask: false, left: 0 };
  const [keys, othersCome] = [await keysOf(port), await othersMayCome(port.store, round.officerId, port.now())];
  for (const batch of batches(await port.store.actsInState(round.officerId, 'waiting'))) {
    sending(batch.map((each) => each.id));
    try {
      await deliver(port, round, batch, { keys, othersCome }, total);
    } finally {
      sending([]);
    }
  }
  return total;
}

/** Splits acts into batches of at most 100 acts and 250 kB, in the order of `seq`. A single act
 * forms a batch if necessary. */
export function batches(acts: readonly StoredAct[]): StoredAct[][] {
  const out: StoredAct[][] = [];
  let batch: StoredAct[] = [];
  let bytes = 0;
  for (const each of [...acts].sort((a, b) => a.seq - b.seq)) {
    const size = new TextEncoder().encode(JSON.stringify(each.act)).length + 1;
    if (batch.length > 0 && (batch.length === MAX_ACTS || bytes + size > MAX_BYTES)) {
      out.push(batch);
      [batch, bytes] = [[], 0];
    }
    batch.push(each);
    bytes += size;
  }
  if (batch.length > 0) out.push(batch);
  return out;
}

/** What a round knows in advance: keys to check receipts, and whether it still waits for
 * colleagues' phones after a restore. */
interface Known {
  keys: ServerKey[];
  othersCome: boolean;
}

async function deliver(port: Port, round: Round, batch: StoredAct[], known: Known, total: ActsSent): Promise<void> {
  go(round);
  let results: ActResult[];
  try {
    ({ results } = await port.api.sendActs(batch.map((each) => each.act)));
  } catch (error) {
    if (!(error instanceof Refused) || !isAboutContent(error.status)) throw error;
    // The server accepted nothing of this batch. It is halved until the act that the server cannot
    // read is alone and does not hold up the others.
    if (batch.length === 1) {
      await port.store.updateAct(batch[0]!.id, { state: 'parked', problem: error.problem });
      return;
    }
    const middle = batch.length >> 1;
    await deliver(port, round, batch.slice(0, middle), known, total);
    await deliver(port, round, batch.slice(middle), known, total);
    return;
  }
  for (const [index, stored] of batch.entries()) {
    const change = await changeBy(port, stored, results[index]!, known);
    if (change.state === 'waiting') total.left += 1;
    else total.sent += 1;
    if (change.state === 'received' && ANSWERED_BY_SYNC.has(stored.act.type)) total.ask = true;
    await port.store.updateAct(stored.id, change);
  }
}

/** Returns the changes to an act that follow from its answer
 * (docs/exchange/offline-sync.md, "Send acts"). */
async function changeBy(port: Port, stored: StoredAct, result: ActResult, { keys, othersCome }: Known): Promise<Partial<StoredAct>> {
  const { receipt, quarantine, problem } = result;
  if (result.status === 'refused') {
    const passing = problem === null || problem.retryable;
    if (passing) return { state: 'waiting', tries: stored.tries + 1, lastError: problem?.text ?? null };
    if (WAITS.has(problem.code)) return { state: 'waiting', tries: stored.tries + 1, lastError: problem.text, problem };
    // Its receipt shows that the server had it before the restore. What it depends on will come
    // from a colleague's phone.
    const lacking = OTHERS[problem.code];
    if (othersCome && stored.others !== 'given_up' && stored.receipt !== null && lacking) {
      return { state: 'waiting', tries: stored.tries + 1, lastError: othersToCome(lacking), problem: null, others: 'awaited' };
    }
    return { state: 'parked', problem, lastError: null, others: null };
  }
  try {
    if (receipt === null) throw new ReceiptWrong('no receipt');
    await checkReceipt(receipt, stored.act, keys, port.verify);
  } catch (error) {
    if (!(error instanceof ReceiptWrong)) throw error;
    // The receipt is not believed. The act stays waiting, and the fault is shown.
    return { state: 'waiting', tries: stored.tries + 1, problem: RECEIPT_WRONG, lastError: RECEIPT_WRONG.text };
  }
  return { state: quarantine ? 'held' : 'received', receipt, quarantine, problem: null, lastError: null, others: null };
}

/** Whether a status is about the batch itself. 408, 425 and 429 are about the moment. */
function isAboutContent(status: number): boolean {
  return status === 400 || status === 413 || status === 415 || status === 422;
}
