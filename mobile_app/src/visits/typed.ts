/** Texts that are typed and not in an act yet: a caption or a reason. They are kept from the
 * first letter on, because the app may be killed before the button is pressed. */
import type { Store } from '../store/store';
import { typedOf } from '../store/meta';
import { Saver } from './drafts';

interface Typed {
  key: string;
  /** Null if nothing is typed there any more. An empty text was emptied by hand. */
  text: string | null;
}

export class TypedSaver extends Saver<Typed> {
  constructor(private readonly store: Store) {
    super(
      ({ key, text }) => store.setMeta(key, text ?? undefined),
      ({ key }) => key,
    );
  }

  keep(officerId: string, of: string, text: string | null): Promise<void> {
    return this.save({ key: typedOf(officerId, of), text });
  }

  /** What this officer last typed there and did not use; null if there is nothing. */
  async kept(officerId: string, of: string): Promise<string | null> {
    const key = typedOf(officerId, of);
    const unsaved = this.unsaved(key);
    return unsaved ? unsaved.text : ((await this.store.meta<string>(key)) ?? null);
  }
}
