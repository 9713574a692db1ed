/** The shell over the fake engine: run `npx vite --config tests/ui/vite.config.ts`, then open
 * /app/. The scene's name is in window.name, such as "outbox en". The console has `fake` for
 * changing the engine's state. */
import '../../src/ui/styles/tokens.css';
import '../../src/ui/styles/base.css';
import '../../src/ui/styles/parts.css';
import { render } from 'preact';
import { App } from '../../src/ui/app';
import { fakeServices } from './fake-services';
import { scenes } from './scenes';

const [name = 'home', language = 'vi'] = window.name.split(' ');
const fake = fakeServices();
fake.set.language.value = language === 'en' ? 'en' : 'vi';
scenes[name]?.set?.(fake);
Object.assign(window, { fake, scenes: Object.fromEntries(Object.entries(scenes).map(([key, scene]) => [key, scene.path])) });
const place = document.getElementById('app');
if (place) render(<App services={fake} />, place);
