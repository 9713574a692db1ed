/** How to install the app, and why a browser tab is not enough: a tab's storage may be deleted
 * after seven days. */
import { Button, Card, Collapsible, Notice } from '../parts';
import { installOffer, isApple } from '../install-prompt';
import { t } from '../words';

function Steps({ apple }: { apple: boolean }) {
  const steps = apple ? (['install.apple_1', 'install.apple_2', 'install.apple_3'] as const) : (['install.android_1', 'install.android_2', 'install.android_3'] as const);
  return (
    <ol>
      {steps.map((step) => (
        <li key={step}>{t(step)}</li>
      ))}
    </ol>
  );
}

/** The reason and the steps for this phone; those for the other kind of phone are folded. */
export function InstallHowTo() {
  const apple = isApple();
  const offer = installOffer.value;
  return (
    <>
      <Notice tone="warning" title={t('install.why_title')}>
        {t('install.why')}
      </Notice>
      <Card>
        <h2>{t(apple ? 'install.apple' : 'install.android')}</h2>
        <Steps apple={apple} />
        {offer && (
          <Button kind="primary" onPress={async () => void (await offer.prompt())}>
            {t('install.now')}
          </Button>
        )}
      </Card>
      <Collapsible title={t(apple ? 'install.android' : 'install.apple')}>
        <Steps apple={!apple} />
      </Collapsible>
    </>
  );
}
