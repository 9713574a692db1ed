/** Shown for an address that does not exist, with a link to the home screen. */
import { LinkButton, Page } from '../parts';
import { t } from '../words';

/** Used for every unknown route. */
export function NotFound() {
  return (
    <Page
      title={t('not_found.title')}
      actions={
        <LinkButton kind="primary" href="/app/">
          {t('not_found.home')}
        </LinkButton>
      }
    >
      <p>{t('not_found.text')}</p>
    </Page>
  );
}
