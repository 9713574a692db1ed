/** An act that was refused for good, and whose reason the officer has read, is done on every screen. */
import { describe, expect, it } from 'vitest';
import { oldestOf } from '../../../src/app/unsent';
import type { LocalInspection, StoredAct } from '../../../src/domain/model';
import { FINAL, remedy } from '../../../src/outbox/sentences';
import { countsOf, itemsOf } from '../../../src/outbox/summary';
import { unsent } from '../../../src/ui/screens/home';

const NOW = { sendingActs: new Set<string>(), sending: false, holdOriginals: false };

function refused(code: string, read: boolean): StoredAct {
  return {
    id: 'a',
    recordId: 'r',
    seq: 1,
    state: 'parked',
    problem: { type: 'about:blank', title: '', status: 409, code, text: { vi: 'Hồ sơ đã được trình.', en: 'Submitted.' }, retryable: false, detail: null },
    quarantine: null,
    lastError: null,
    act: { type: 'inspection.submitted', made_at: '2026-11-24T02:30:00Z', content: {} },
    ...(read ? { read: true as const } : {}),
  } as unknown as StoredAct;
}
const local = (act: StoredAct): LocalInspection => ({ acts: [act], photos: [] }) as unknown as LocalInspection;

describe('a submission that another phone’s forestalled', () => {
  it('needs attention until it is read, and is not offered to be tried again', () => {
    const act = refused('file_submitted', false);
    const items = itemsOf([act], [], NOW);
    expect(items).toMatchObject([{ state: 'attention', final: true, whatToDo: { vi: expect.stringContaining('Không cần gửi lại') } }]);
    expect(countsOf([act], [], items, NOW).needsAttention).toBe(1);
    expect(unsent(local(act))).toBe(true);
    expect(oldestOf(items)).not.toBeNull();
  });

  it('then counts nowhere as work that is not sent', () => {
    const act = refused('file_submitted', true);
    const items = itemsOf([act], [], NOW);
    expect(items).toMatchObject([{ state: 'refused' }]);
    expect(countsOf([act], [], items, NOW).needsAttention).toBe(0);
    expect(unsent(local(act))).toBe(false);
    expect(oldestOf(items)).toBeNull();
  });

  it('may be tried again where that can help', () => {
    expect(itemsOf([refused('place_missing', true)], [], NOW)).toMatchObject([{ state: 'attention' }]);
    expect([...FINAL].every((code) => remedy(code).vi.startsWith('Không cần gửi lại'))).toBe(true);
  });
});
