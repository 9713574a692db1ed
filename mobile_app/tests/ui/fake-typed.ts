/** Texts being typed, kept while the trial is open. */
import type { Visits } from '../../src/app/visit-services';

export function fakeTyped(): Pick<Visits, 'typed' | 'keepTyped'> {
  const kept = new Map<string, string>();
  return {
    typed: async (of) => kept.get(of) ?? null,
    async keepTyped(of, text) {
      if (text === null) kept.delete(of);
      else kept.set(of, text);
    },
  };
}
