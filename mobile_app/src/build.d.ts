/** Set by the build: see vite.config.ts. */
declare const __BUILD__: string;
declare const __VERSION__: string;
