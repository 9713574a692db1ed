/** Applies the officer's settings to the document: its language and its colours. */
import { effect } from '@preact/signals';
import type { Settings } from '../app/services';
import { language } from './words';

const barColours = { light: '#ffffff', dark: '#18202a' } as const;

/** Follows the settings until the returned function is called. If no theme is chosen, the
 * phone's own is used. */
export function followSettings(settings: Settings): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => {
    const root = document.documentElement;
    const theme = settings.theme.value;
    language.value = settings.language.value;
    root.lang = settings.language.value;
    if (theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme;
    const shown = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', barColours[shown]);
  };
  const stop = effect(apply);
  dark.addEventListener('change', apply);
  return () => {
    stop();
    dark.removeEventListener('change', apply);
  };
}
