/** Starts the app: first the engine, then the screens. */
import './ui/styles/tokens.css';
import './ui/styles/base.css';
import './ui/styles/parts.css';
import { render } from 'preact';
import { createServices } from './app/create';
import { App } from './ui/app';
import { listenForInstallOffer } from './ui/install-prompt';
import { NotStarted } from './ui/not-started';

listenForInstallOffer();

const place = document.getElementById('app');
if (place) {
  createServices().then(
    (services) => render(<App services={services} />, place),
    (error: unknown) => render(<NotStarted error={error} />, place),
  );
}
