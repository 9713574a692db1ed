/** Information that an officer takes in: what cannot wait, and when it came in by a clock that was never compared. */
import { describe, expect, it } from 'vitest';
import { draftsOnlyHere } from '../../../src/app/informations-kept';
import { whenRegistered } from '../../../src/app/newly-registered';
import { lackingIn } from '../../../src/domain/informations';
import { NO_SIGNAL, phone, settled, written } from '../support/informing';

describe('what cannot wait', () => {
  it('says why to the desk, and is sent ahead of what was written before it', async () => {
    const { open, server } = await phone();
    const service = open();
    server.trouble = NO_SIGNAL;
    const calm = await written(service);
    const urgent = await written(service);
    const { typed } = service.drafts.value.find((one) => one.id === urgent)!;
    await service.save(urgent, { ...typed, urgent: ' Hàng chuyển đi tối nay ' });
    await service.register(calm);
    await service.register(urgent);
    await service.send();
    server.trouble = null;
    await service.send();
    expect([...server.registered]).toMatchObject([[urgent, { matter: { urgent: 'Hàng chuyển đi tối nay' } }], [calm, { matter: { urgent: null } }]]);
    expect(lackingIn({ typed: { ...typed, urgent: 'x'.repeat(501) }, texts: [], photos: [] })).toEqual(['urgent']);
  });

  it('is empty in what an earlier version of the app kept, and that is sent as it was', async () => {
    const { open, kept, server } = await phone();
    const first = open();
    const id = await written(first);
    const [name, before] = [...kept].find(([key]) => key.startsWith('informations:'))! as [string, { drafts: { typed: { urgent?: string } }[] }];
    for (const draft of before.drafts) delete draft.typed.urgent;
    kept.set(name, before);
    const service = open();
    await settled();
    expect(await draftsOnlyHere({ meta: async <T,>() => before as T }, 'an')).toHaveLength(1);
    await service.register(id);
    await service.send();
    expect(server.registered.get(id)).toMatchObject({ matter: { urgent: null, summary: 'Bán rượu không nhãn' } });
  });
});

describe('a clock that was never compared', () => {
  const DAY = 86_400_000;
  const TYPED = '2026-11-23T10:00:00Z';

  it.each([1, -1])('is set right afterwards in what it filled in (%d day ahead), written or waiting, and never in what the officer typed', async (days) => {
    const { open, server, clock, wall } = await phone();
    clock.value = { state: 'unknown' };
    wall.at += days * DAY;
    server.trouble = NO_SIGNAL;
    const service = open();
    const [draft, waits, typed] = [await written(service), await written(service), await written(service)];
    await service.save(typed, { ...service.drafts.value.find((one) => one.id === typed)!.typed, receivedAt: TYPED });
    await service.register(waits);
    clock.value = { state: 'off', offMs: -days * DAY };
    await settled();
    const told = (id: string) => [...service.drafts.value, ...service.queued.value].find((one) => one.id === id)!;
    for (const id of [draft, waits]) {
      expect(told(id).typed.receivedAt).toBe('2026-11-24T02:00:00Z');
      expect(told(id).corrected?.offMs).toBe(-days * DAY);
    }
    expect(told(typed).typed.receivedAt).toBe(TYPED);
    expect(told(typed).corrected).toBeUndefined();
    server.trouble = null;
    await service.send();
    expect(server.registered.get(waits)?.received_at).toBe('2026-11-24T02:00:00Z');
    // The screen was open meanwhile, and saves the time that it still shows.
    await service.save(draft, { ...told(draft).typed, receivedAt: told(draft).corrected!.from });
    await service.register(draft);
    await service.send();
    expect(server.registered.get(draft)?.received_at).toBe('2026-11-24T02:00:00Z');
  });

  it('that was right after all leaves no trace, and what was typed ahead of the true time is not registered', async () => {
    const { open, clock, wall } = await phone();
    clock.value = { state: 'unknown' };
    const service = open();
    const id = await written(service);
    clock.value = { state: 'right', offMs: 0 };
    await settled();
    const draft = service.drafts.value[0]!;
    expect([draft.unchecked, draft.corrected, draft.typed.receivedAt]).toEqual([undefined, undefined, '2026-11-24T02:00:00Z']);
    await service.save(id, { ...draft.typed, receivedAt: '2026-11-24T02:03:00Z' });
    await expect(service.register(id)).rejects.toMatchObject({ code: 'information_lacks' });
    wall.at += 60_000;
    await service.register(id);
    expect(service.queued.value).toHaveLength(1);
  });
});

describe('what the server has taken', () => {
  it('is told once, so that its list is asked for, and never again after a restart', async () => {
    const { open, server } = await phone();
    const service = open();
    await settled();
    let told = 0;
    whenRegistered(service, () => {
      told += 1;
    });
    server.trouble = NO_SIGNAL;
    await service.register(await written(service));
    await service.send();
    expect(told).toBe(0);
    server.trouble = null;
    await service.send();
    expect([told, service.queued.value[0]?.state]).toEqual([1, 'registered']);
    await service.send();
    expect(told).toBe(1);
    const again = open();
    whenRegistered(again, () => {
      told += 1;
    });
    await settled();
    expect([told, again.queued.value.length]).toEqual([1, 1]);
    await again.register(await written(again));
    await again.send();
    expect(told).toBe(2);
  });
});
