/** Parts of the app that are fetched when first needed.
 *
 * The service worker has them all. Without it (on the first visit, in a private window, or
 * for a part of an old version) fetching may fail. The screen must then show that instead
 * of doing nothing.
 */
import type { ComponentType } from 'preact';
import { lazy } from 'preact-iso';
import { Button, LinkButton, Page } from './parts';
import { t } from './words';

function NotFetched() {
  return (
    <Page
      title={t('part.title')}
      actions={
        <>
          <Button kind="primary" onPress={() => location.reload()}>
            {t('broken.reload')}
          </Button>
          <LinkButton href="/app/">{t('not_found.home')}</LinkButton>
        </>
      }
    >
      <p>{t('part.text')}</p>
    </Page>
  );
}

/** A component that is fetched when it is first rendered. If it cannot be fetched, a
 * message is shown. */
export function part<Props>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const fetched = async (): Promise<{ default: ComponentType<Props> }> => {
    try {
      return { default: await load() };
    } catch {
      return { default: NotFetched };
    }
  };
  return lazy(fetched);
}
