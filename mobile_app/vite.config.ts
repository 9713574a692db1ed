import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/** Eight characters that change with every source file. The settings show them, and an officer
 * can read them out. */
function buildId(): string {
  const digest = createHash('sha256');
  const names = readdirSync('src', { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = names.map((entry) => join(entry.parentPath, entry.name)).sort();
  for (const path of [...paths, 'package-lock.json']) digest.update(readFileSync(path));
  return digest.digest('hex').slice(0, 8);
}

/** The version, which is stated in one place for server and phone. */
function version(): string {
  const stated = /^VERSION = "(\d+\.\d+\.\d+)"$/m.exec(readFileSync(join('..', 'asgi.py'), 'utf8'));
  if (stated?.[1] === undefined) throw new Error('asgi.py states no VERSION');
  return stated[1];
}

/** No polyfill script and nothing inlined: the page's Content-Security-Policy has no `unsafe-`. */
export default defineConfig({
  base: '/app/',
  define: { __BUILD__: JSON.stringify(buildId()), __VERSION__: JSON.stringify(version()) },
  plugins: [
    preact(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/worker',
      filename: 'sw.ts',
      registerType: 'prompt',
      injectRegister: false,
      // iife: with the other formats Vite 8 warns of an option that the plugin still sets.
      injectManifest: { rollupFormat: 'iife', globPatterns: ['**/*.{js,css,html,svg,png,woff2,webmanifest}'] },
      manifest: {
        id: '/app/',
        name: 'Hiện Trường',
        short_name: 'Hiện Trường',
        description: 'Kiểm tra thị trường tại hiện trường, kể cả khi không có mạng.',
        lang: 'vi',
        start_url: '/app/',
        scope: '/app/',
        display: 'standalone',
        // A person who signs turns the phone for more room, as the sign screen
        // suggests (visit.css, pad.tsx).
        orientation: 'any',
        background_color: '#ffffff',
        theme_color: '#0b4f6c',
        icons: [
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
    }),
  ],
  build: {
    outDir: 'dist',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    // Most bundled packages require only that their notice is distributed with them.
    license: { fileName: 'licences.md' },
  },
});
