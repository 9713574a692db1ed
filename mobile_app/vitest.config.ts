import { defineConfig } from 'vitest/config';

/** The engine is tested in Node: what it needs of a browser is handed to it, IndexedDB is fake-indexeddb. */
export default defineConfig({
  test: { environment: 'node', include: ['tests/unit/**/*.test.ts'], testTimeout: 15_000, restoreMocks: true },
});
