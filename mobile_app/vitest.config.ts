import { defineConfig } from 'vitest/config';

/** The engine is tested in Node: what it needs from a browser is passed in, and IndexedDB is
 * fake-indexeddb. All files run one after another in one thread, which loads each module once. A
 * thread per file took twice the work. The set-up resets the state before each test. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/unit/**/*.test.ts'],
    setupFiles: ['tests/unit/support/setup.ts'],
    // Only a test that hangs should fail, on a slow machine as well: one test writes 200 keystrokes
    // among 100 photographs.
    testTimeout: 90_000,
    restoreMocks: true,
    pool: 'threads',
    isolate: false,
    fileParallelism: false,
  },
});
