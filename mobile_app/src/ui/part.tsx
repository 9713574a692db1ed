/** Parts of the app that are fetched when they are first wanted. The service worker has them all; without it (the first visit,
 * a private window, a part of a version that has gone) fetching may fail, and that must not leave a screen that does nothing. */
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

/** A component that is fetched when it is first drawn, or says that it could not be. */
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
