import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

/** Configuration for trials of the shell over a fake engine, without a service worker. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/app/',
  define: { __BUILD__: JSON.stringify('trial'), __VERSION__: JSON.stringify('0.0.0') },
  plugins: [preact()],
  server: { port: 8639, strictPort: true, host: '127.0.0.1', fs: { allow: ['../..'] } },
});
