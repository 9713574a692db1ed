/** What was typed for the next photograph: kept from the first letter, for an app may be killed between it and the shutter. */
import type { Store } from '../store/store';
import { captionOf } from '../store/meta';
import { Saver } from './drafts';

interface Typed {
  key: string;
  text: string;
}

export class CaptionSaver extends Saver<Typed> {
  constructor(private readonly store: Store) {
    super(
      ({ key, text }) => store.setMeta(key, text === '' ? undefined : text),
      ({ key }) => key,
    );
  }

  keep(officerId: string, inspectionId: string, text: string): Promise<void> {
    return this.save({ key: captionOf(officerId, inspectionId), text });
  }

  /** What this officer typed last for this inspection and took no photograph with; '' where nothing was. */
  async kept(officerId: string, inspectionId: string): Promise<string> {
    const key = captionOf(officerId, inspectionId);
    return this.unsaved(key)?.text ?? (await this.store.meta<string>(key)) ?? '';
  }
}
