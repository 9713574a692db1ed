/** What the store offers for bytes that nothing names, and for those that change together with a note. */

/** Bytes without a name. */
export interface StrayBytes {
  id: string;
  size: number;
  /** When they were captured by the phone's clock, ms since 1970, as their id says; null if it does not. */
  at: number | null;
  /** The first bytes, which tell what they are. */
  head: Uint8Array<ArrayBuffer>;
}

export interface Strays {
  find(): Promise<StrayBytes[]>;
  /** All bytes; null if they are not here. */
  bytes(one: Pick<StrayBytes, 'id' | 'size'>): Promise<ArrayBuffer | null>;
  /** Deletes them, unless something names them by now. Returns whether they were deleted. */
  drop(id: string): Promise<boolean>;
}

/** What changes in `chunks` together with a note in `meta`. */
export interface BytesChange {
  put?: { id: string; bytes: ArrayBuffer };
  drop?: readonly string[];
}
