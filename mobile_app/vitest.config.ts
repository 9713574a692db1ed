import { defineConfig } from 'vitest/config';

/**
 * The engine is tested in Node: what it needs of a browser is handed to it, IndexedDB is fake-indexeddb. In threads, as
 * processes take a third longer to start; each file in one of its own, as some replace what all of a process share.
 */
export default defineConfig({
  test: { environment: 'node', include: ['tests/unit/**/*.test.ts'], testTimeout: 15_000, restoreMocks: true, pool: 'threads' },
});
