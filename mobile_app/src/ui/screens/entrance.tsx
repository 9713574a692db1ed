/** The screens before an officer works: install, sign in, set a PIN, unlock. The state decides,
 * never the address. */
import { useState } from 'preact/hooks';
import type { Access, KnownOfficer } from '../../app/services';
import { Button, LanguageSwitch, Page } from '../parts';
import { useServices } from '../context';
import { t } from '../words';
import { part } from '../part';
import { InstallHowTo } from './install';
import { SetPin } from './set-pin';
import { SignIn } from './sign-in';
import { Unlock } from './unlock';

const Rescue = part(() => import('./rescue').then((module) => module.RescueScreen));

/** Shows the screen for the next step towards an open app. */
export function Entrance({ access }: { access: Access }) {
  const { health } = useServices();
  const [inTab, setInTab] = useState(false);
  const [signedIn, setSignedIn] = useState<string | null>(null);
  const [rescued, setRescued] = useState<KnownOfficer | null>(null);
  const [other, setOther] = useState<KnownOfficer | 'new' | null>(null);

  if (access.state === 'empty' && !health.standalone.value && !inTab) {
    return (
      <Page title={t('install.title')} actions={<Button onPress={() => setInTab(true)}>{t('install.stay')}</Button>}>
        <p>{t('install.lead')}</p>
        <InstallHowTo />
        <p class="small">{t('install.stay_means')}</p>
        <LanguageSwitch />
      </Page>
    );
  }
  if (rescued !== null) return <Rescue officer={rescued} onBack={() => setRescued(null)} />;
  const done = (username: string): void => {
    setSignedIn(username);
    setOther(null);
  };
  if (access.state !== 'locked') return <SignIn onDone={done} />;
  const newcomers = access.officers.filter((officer) => officer.pinMissing);
  // If several officers signed in and left before setting a PIN, the engine has the session of
  // the last one.
  const newcomer = newcomers.find((officer) => officer.username === signedIn) ?? newcomers[0];
  if (newcomer && other === null) return <SetPin officer={newcomer} onOther={() => setOther('new')} />;
  if (other !== null || access.officers.length === 0) {
    const username = other === 'new' || other === null ? '' : other.username;
    return <SignIn username={username} onDone={done} onRescue={setRescued} onBack={access.officers.length > 0 ? () => setOther(null) : undefined} />;
  }
  return <Unlock officers={access.officers} onSignIn={(officer) => setOther(officer ?? 'new')} onRescue={setRescued} />;
}
