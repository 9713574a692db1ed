/** Scanned codes are judged as on a real phone, by the keys of the shared table; the server is never reached. */
import { signal } from '@preact/signals';
import { SAY } from '../../src/app/sentences';
import { Trouble, type Checks } from '../../src/app/services';
import { judge } from '../../src/domain/statements';
import { verifyEd25519 } from '../../src/net/keys';
import type { ServerKey } from '../../src/wire';
import STATEMENTS from '../../../tests/cases/statements.json';

export const scannedChecks: Checks = {
  publicUrl: signal('https://tracuu.example.vn'),
  judge: (text) => judge(text, STATEMENTS.keys as unknown as ServerKey[], verifyEd25519),
  ask: async () => Promise.reject(new Trouble('unreached', SAY.noAnswer)),
};
