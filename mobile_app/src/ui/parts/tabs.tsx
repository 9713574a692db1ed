/** The app's four tabs, within reach of the thumb. */
import { useLocation } from 'preact-iso';
import { t } from '../words';
import type { ShellKey } from '../words/shell.vi';
import { Icon, type IconName } from './icon';

const places: { href: string; words: ShellKey; icon: IconName }[] = [
  { href: '/app/', words: 'tabs.home', icon: 'home' },
  { href: '/app/reference', words: 'tabs.reference', icon: 'search' },
  { href: '/app/outbox', words: 'tabs.outbox', icon: 'outbox' },
  { href: '/app/settings', words: 'tabs.settings', icon: 'settings' },
];

/** Navigation between them; the present one is marked. */
export function Tabs() {
  const { path } = useLocation();
  return (
    <nav class="tabs" aria-label={t('tabs.label')}>
      <ul role="list">
        {places.map((place) => (
          <li key={place.href}>
            <a href={place.href} aria-current={path === place.href.replace(/\/$/, '') ? 'page' : undefined}>
              <Icon name={place.icon} />
              {t(place.words)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
