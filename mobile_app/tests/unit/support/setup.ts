/** Each test begins like a new page. All files run in one process, so state that would end with
 * a page is removed here. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, vi } from 'vitest';
import { heardServerClock } from '../../../src/domain/bounds';
import { language } from '../../../src/ui/words';

const begun = new Set<ReturnType<typeof setInterval>>();

beforeEach(() => {
  heardServerClock(0);
  language.value = 'vi';
  const real = globalThis.setInterval;
  vi.spyOn(globalThis, 'setInterval').mockImplementation((...given) => {
    const timer = real(...given);
    begun.add(timer);
    return timer;
  });
});

afterEach(() => {
  for (const timer of begun) clearInterval(timer);
  begun.clear();
});
