/** exifr ships types for its full build only; this is what is used of the small one. */
declare module 'exifr/dist/lite.esm.mjs' {
  export function parse(input: ArrayBuffer | Uint8Array, options: { pick?: string[]; gps?: boolean; reviveValues?: boolean }): Promise<Record<string, unknown> | undefined>;
}
