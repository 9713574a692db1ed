/** An address that leads nowhere, with a way home. */
import { LinkButton, Page } from '../parts';
import { t } from '../words';

/** Shown for every route that is not known. */
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
