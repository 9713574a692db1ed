/** Names of the small facts in the store `meta`, each with what stands under it. */

/** `Settings` as the officer chose them. */
export const SETTINGS = 'settings';
/** ServerKey[]: taken only from an answer to an authenticated request. */
export const SERVER_KEYS = 'serverKeys';
/** {offsetMs, at}: how far our clock was from the server's, as versions before CLOCK_SEEN kept it. */
export const CLOCK = 'clock';
/** `Seen` (domain/clock.ts): both clocks at the last look, and the server's time then. */
export const CLOCK_SEEN = 'clockSeen';
/** {bytes, entries, asOf} of the reference pack. */
export const REFERENCE_STATE = 'referenceState';
export const REFERENCE_CURSOR = 'referenceCursor';
/** Written strictly so that what was written before it is flushed; its value means nothing. */
export const FLUSHED = 'flushed';
/** Bytes of the probe before a visit; only tests set it. */
export const PROBE_BYTES = 'probeBytes';
/** The device's id and name from before its key is made at the first sign-in. */
export const DEVICE_NAME = 'deviceName';

/** What an officer typed and has not used: an inspection's id for the caption of its next photograph, which was the first
 * of them and gave the prefix; for a reason the act that it is for, and the id of what that is about. */
export const typedOf = (officerId: string, of: string): string => `caption:${officerId}:${of}`;
/** `SupplementDraft`: what an officer typed to answer what was asked of a file. */
export const supplementOf = (officerId: string, inspectionId: string): string => `supplement:${officerId}:${inspectionId}`;
/** `OpinionDraft`: the remarks that a supervisor typed on a draft of minutes. */
export const opinionOf = (officerId: string, inspectionId: string): string => `opinion:${officerId}:${inspectionId}`;
/** Sync cursor of one officer. */
export const cursorOf = (officerId: string): string => `cursor:${officerId}`;
/** The epoch that this officer's acts and bytes were last sent to. */
export const epochOf = (officerId: string): string => `epoch:${officerId}`;
/** The last `last_seq` that was behind what this phone had receipts for. */
export const lostOf = (officerId: string): string => `lost:${officerId}`;
/** `Restored`: the server had gone back behind what this phone has receipts for, and when this phone saw it. */
export const restoredOf = (officerId: string): string => `restored:${officerId}`;
/** string[]: ids of what the officer was told and has read on this phone. */
export const toldReadOf = (officerId: string): string => `told-read:${officerId}`;
/** Latest token of the server's signed time, for `anchor` of acts. */
export const ANCHOR = 'anchor';
/** RFC 3339 or null: everything stored before stands in a verified backup. */
export const BACKED_UP_THROUGH = 'backedUpThrough';
/** RFC 3339 of the last answer of the server. */
export const LAST_CONTACT = 'lastContact';
