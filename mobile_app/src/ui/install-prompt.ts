/** Android's offer to install the app, kept until the officer presses our button. Chromium only;
 * elsewhere it stays null. */
import { signal } from '@preact/signals';

/** Chromium's event. It is not a standard, so the DOM's types lack it. */
interface BeforeInstallPrompt extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

/** The offer, once Chromium has made it. */
export const installOffer = signal<BeforeInstallPrompt | null>(null);

/** Starts to listen. Must run before anything is rendered, because the event fires
 * once and early. */
export function listenForInstallOffer(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    installOffer.value = event as BeforeInstallPrompt;
  });
  addEventListener('appinstalled', () => {
    installOffer.value = null;
  });
}

/** Whether this is an iPhone or iPad (which calls itself a Macintosh but has a touch screen). On
 * these only Safari's share menu installs an app. */
export function isApple(browser: Pick<Navigator, 'userAgent' | 'maxTouchPoints'> = navigator): boolean {
  return /iPhone|iPad|iPod/.test(browser.userAgent) || (/Macintosh/.test(browser.userAgent) && browser.maxTouchPoints > 1);
}
