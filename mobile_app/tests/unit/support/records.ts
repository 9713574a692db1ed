/** Acts and photographs as the visits make them, for tests of the layers below. */
import { UNSENT } from '../../../src/visits/contents';
import type { StoredAct, StoredPhoto } from '../../../src/domain/model';

export const LAN = '01890000-0000-7000-8000-00000000aaaa';
export const MINH = '01890000-0000-7000-8000-00000000bbbb';
export const SHOP = '01890000-0000-7000-8000-000000000001';

let counter = 0;
export function newId(): string {
  counter += 1;
  return `0193${counter.toString(16).padStart(4, '0')}-0000-7000-8000-000000000000`;
}

/** An act that follows `prev`. Its signature is not a real one. */
export function anAct(seq: number, prev: string | null, more: Partial<StoredAct> = {}): StoredAct {
  const id = newId();
  const officerId = more.officerId ?? LAN;
  const recordId = more.recordId ?? SHOP;
  return {
    id,
    officerId,
    recordId,
    seq,
    act: {
      id,
      record: { kind: 'inspection', id: recordId },
      type: 'inspection.opened',
      content: { decision_id: SHOP },
      officer_id: officerId,
      made_at: '2026-11-24T02:30:00Z',
      mono_ms: 1,
      anchor: null,
      device_id: SHOP,
      seq,
      prev,
      signature: 'none',
    },
    state: 'waiting',
    receipt: null,
    quarantine: null,
    problem: null,
    tries: 0,
    lastError: null,
    ...more,
  };
}

export function aPhoto(act: StoredAct, bytes: ArrayBuffer, more: Partial<StoredPhoto> = {}): StoredPhoto {
  return {
    id: newId(),
    officerId: act.officerId,
    recordId: act.recordId,
    actId: act.id,
    sha256: '0'.repeat(64),
    size: bytes.byteLength,
    mediaType: 'image/jpeg',
    way: 'camera',
    caption: null,
    takenAt: '2026-11-24T02:30:00Z',
    place: null,
    ...UNSENT,
    ...more,
  };
}

/** Bytes that differ everywhere, so that a wrong order is noticed. */
export function someBytes(size: number, seed = 7): ArrayBuffer {
  const out = new Uint8Array(size);
  let state = seed;
  for (let at = 0; at < size; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    out[at] = state >>> 16;
  }
  return out.buffer;
}

/** The position of the first difference between two buffers; null if they hold the same bytes. */
export function firstDifference(a: ArrayBuffer | null | undefined, b: ArrayBuffer): number | null {
  if (!a || a.byteLength !== b.byteLength) return Math.min(a?.byteLength ?? 0, b.byteLength);
  const [left, right] = [new Uint8Array(a), new Uint8Array(b)];
  for (let at = 0; at < left.length; at++) if (left[at] !== right[at]) return at;
  return null;
}
