/** Android's own offer to install, kept until the officer presses our button. Chromium only; elsewhere it stays null. */
import { signal } from '@preact/signals';

/** Chromium's event; not in the DOM's types because it is no standard. */
interface BeforeInstallPrompt extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

/** The offer, once Chromium has made it. */
export const installOffer = signal<BeforeInstallPrompt | null>(null);

/** Starts to listen; before anything is drawn, because the event comes once and early. */
export function listenForInstallOffer(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    installOffer.value = event as BeforeInstallPrompt;
  });
  addEventListener('appinstalled', () => {
    installOffer.value = null;
  });
}

/** Whether this is an iPhone or iPad (which calls itself a Macintosh, but is touched): there only Safari's share menu installs. */
export function isApple(browser: Pick<Navigator, 'userAgent' | 'maxTouchPoints'> = navigator): boolean {
  return /iPhone|iPad|iPod/.test(browser.userAgent) || (/Macintosh/.test(browser.userAgent) && browser.maxTouchPoints > 1);
}
