/** Shown if the engine cannot start: no IndexedDB (private window), a full disk, or a database
 * of a newer version. */
import { Button } from './parts/button';
import { textOf } from './context';
import { say, t } from './words';

/** Shows the reason and a button to try again. */
export function NotStarted({ error }: { error: unknown }) {
  return (
    <main>
      <h1>{t('not_started.title')}</h1>
      <p>{t('not_started.text')}</p>
      <p>{say(textOf(error))}</p>
      <Button kind="primary" onPress={() => location.reload()}>
        {t('broken.reload')}
      </Button>
    </main>
  );
}
