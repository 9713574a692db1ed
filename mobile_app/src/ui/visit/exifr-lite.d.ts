/** exifr has types only for its full build. These are for what we use of the small one. */
declare module 'exifr/dist/lite.esm.mjs' {
  export function parse(input: ArrayBuffer | Uint8Array, options: { pick?: string[]; gps?: boolean; reviveValues?: boolean }): Promise<Record<string, unknown> | undefined>;
}
