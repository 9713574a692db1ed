/** The forms that sync brought: JSON Schema with labels in both languages,
 * each version separately. */
import type { Store } from '../store/store';
import type { Services } from './services';

interface HeldForm {
  form: string;
  version: number;
  schema: Record<string, unknown>;
}

export function formsOf(store: Store, officerId: () => string | null): Pick<Services, 'form' | 'newestVersion'> {
  return {
    async form(form, version) {
      const id = officerId();
      const row = id === null ? undefined : await store.heldOne(id, 'form', `${form}/${version}`);
      return (row?.value as HeldForm | undefined)?.schema ?? null;
    },
    async newestVersion(form) {
      const id = officerId();
      const rows = id === null ? [] : await store.held(id, 'form');
      const versions = rows.map((row) => row.value as HeldForm).filter((each) => each.form === form);
      return versions.length === 0 ? null : Math.max(...versions.map((each) => each.version));
    },
  };
}
