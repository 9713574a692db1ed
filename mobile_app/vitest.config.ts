import { defineConfig } from 'vitest/config';

/**
 * The engine is tested in Node: what it needs of a browser is handed to it, IndexedDB is fake-indexeddb. All files run one after the
 * other in one thread, which reads each module once: a thread for each file took twice the work. The set-up makes each test begin anew.
 */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/unit/**/*.test.ts'],
    setupFiles: ['tests/unit/support/setup.ts'],
    // What hangs is told; how fast a machine is, is not asked: one test writes 200 keystrokes among 100 photographs.
    testTimeout: 90_000,
    restoreMocks: true,
    pool: 'threads',
    isolate: false,
    fileParallelism: false,
  },
});
