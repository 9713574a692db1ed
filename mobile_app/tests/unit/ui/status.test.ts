import { beforeEach, describe, expect, it } from 'vitest';
import type { OutboxSummary } from '../../../src/app/services';
import { statusSentence } from '../../../src/ui/parts/status-line';
import { stateWords } from '../../../src/ui/screens/outbox';
import { language } from '../../../src/ui/words';
import { calm } from '../../ui/fake-services';

const say = (changed: Partial<OutboxSummary>) => statusSentence({ ...calm, ...changed });

beforeEach(() => {
  language.value = 'en';
});

describe('the status line tells the truth about unsent work', () => {
  it('all is stored only where nothing waits, nothing is unconfirmed and the server was reached', () => {
    expect(say({}).tone).toBe('good');
    expect(say({}).text).toMatch(/^All sent and stored/);
    expect(say({ unconfirmed: 1 }).text).toBe('All sent. Waiting for the server to confirm that it stored 1 photograph.');
    expect(say({ lastContact: null, reached: false }).text).toBe('Nothing is waiting to be sent. No contact with the server yet.');
    expect(say({ reached: false }).text).toMatch(/^Nothing is waiting to be sent. No connection; last contact/);
    expect(say({ reached: false, tried: false }).text).toMatch(/^Nothing is waiting to be sent. Last contact/);
  });

  it('counts what is only here, and says who sends it and when', () => {
    const unsent = { waitingActs: 1, waitingPhotos: 2, waitingBytes: 6_000_000 };
    expect(say({ ...unsent, sending: true }).text).toBe('Sending: 1 entry, 2 photographs (6\u00a0MB) left.');
    expect(say({ ...unsent, otherTabSends: true }).text).toMatch(/^Another window is sending/);
    expect(say({ ...unsent, reached: false }).text).toMatch(/^No connection: 1 entry, 2 photographs/);
    expect(say({ ...unsent, reached: false, tried: false }).text).not.toMatch(/connection/);
    expect(say(unsent).text).toMatch(/not sent yet/);
  });

  it('tells documents apart from photographs', () => {
    const unsent = { waitingPhotos: 3, waitingDocuments: 1, waitingBytes: 6_000_000 };
    expect(say(unsent).text).toMatch(/^2 photographs, 1 document \(6\u00a0MB\)/);
    expect(say({ ...unsent, waitingDocuments: 3 }).text).toMatch(/^3 documents \(6/);
    expect(say({ unconfirmed: 2, unconfirmedDocuments: 2 }).text).toMatch(/that it stored 2 documents\.$/);
  });

  it('originals held back wait for the officer, not for a connection', () => {
    expect(say({ waitingPhotos: 2, waitingBytes: 6_000_000, heldBack: 2 }).text).toBe('2 photographs (6\u00a0MB) held back until you press send.');
    expect(say({ waitingActs: 1, waitingPhotos: 2, waitingBytes: 6_000_000, heldBack: 2, reached: false }).text).toMatch(/^No connection/);
  });

  it('bad news stands before everything else', () => {
    const stopped = { vi: 'Thiết bị đã bị thu hồi.', en: 'The device was revoked.' };
    expect(say({ needsAttention: 2, waitingActs: 1, stopped }).text).toBe('2 items need your attention. In addition, 1 entry not sent yet.');
    expect(say({ stopped, waitingActs: 1 })).toMatchObject({ tone: 'warning', text: 'Sending has stopped: touch to see why. 1 entry only on this phone.', spoken: stopped.en });
  });

  it('what is spoken unasked does not change with every photograph', () => {
    expect(say({ waitingPhotos: 3, sending: true }).spoken).toBe(say({ waitingPhotos: 2, sending: true }).spoken);
  });
});

it('a photograph is not called stored before its byte receipt, an act that was received is', () => {
  expect(stateWords({ kind: 'photo', state: 'sending', percent: 40.9 })).toBe('Sending 40 %');
  expect(stateWords({ kind: 'photo', state: 'received', percent: null })).toBe('Sent, waiting for confirmation that it is stored');
  expect(stateWords({ kind: 'act', state: 'received', percent: null })).toBe('Received by the server');
  expect(stateWords({ kind: 'photo', state: 'stored', percent: null })).toBe('Stored on the server');
});
