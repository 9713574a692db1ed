/** Keys of the small facts in the store `meta`, each with the value stored under it. */

/** `Settings` as chosen by the officer. */
export const SETTINGS = 'settings';
/** ServerKey[]. Taken only from an answer to an authenticated request. */
export const SERVER_KEYS = 'serverKeys';
/** The address that QR codes lead to, as the server said it. */
export const PUBLIC_URL = 'publicUrl';
/** {offsetMs, at}: difference between our clock and the server's, as stored by
 * versions before CLOCK_SEEN. */
export const CLOCK = 'clock';
/** `Seen` (domain/clock.ts): both clocks at the last look, and the server's time then. */
export const CLOCK_SEEN = 'clockSeen';
/** {bytes, entries, asOf} of the reference pack. */
export const REFERENCE_STATE = 'referenceState';
export const REFERENCE_CURSOR = 'referenceCursor';
/** What officers threw away of bytes that nothing named (app/strays.ts): id, size, who and when. */
export const THROWN_AWAY = 'thrownAway';
/** Written strictly to flush what was written before it. The value has no meaning. */
export const FLUSHED = 'flushed';
/** Size of the probe before a visit, in bytes. Set only by tests. */
export const PROBE_BYTES = 'probeBytes';
/** The device's id and name, stored before its key is made at the first sign-in. */
export const DEVICE_NAME = 'deviceName';

/** A text that an officer typed and has not used yet. `of` is an inspection's id for the caption
 * of its next photograph. This was the first use and gave the key its prefix. For a reason `of`
 * consists of the act and the id of its object. */
export const typedOf = (officerId: string, of: string): string => `caption:${officerId}:${of}`;
/** `SupplementDraft`: an officer's typed answers to what was asked about a file. */
export const supplementOf = (officerId: string, inspectionId: string): string => `supplement:${officerId}:${inspectionId}`;
/** `OpinionDraft`: a supervisor's typed remarks on a draft of minutes. */
export const opinionOf = (officerId: string, inspectionId: string): string => `opinion:${officerId}:${inspectionId}`;
/** `ProposalChoices` as the server last sent them: whom this officer may name to a team. */
export const proposalChoicesOf = (officerId: string): string => `proposal-choices:${officerId}`;
/** Copies for parties (app/copies.ts): what the server has still to be told, and what is to be handed over. */
export const copiesOf = (officerId: string): string => `copies:${officerId}`;
/** Informations that an officer takes in (app/informations.ts): what is being written, and what has to be sent. What tells
 * who informed is in it only sealed. */
export const informationsOf = (officerId: string): string => `informations:${officerId}`;
/** Sync cursor of one officer. */
export const cursorOf = (officerId: string): string => `cursor:${officerId}`;
/** The epoch to which this officer's acts and bytes were last sent. */
export const epochOf = (officerId: string): string => `epoch:${officerId}`;
/** The last `last_seq` that was lower than the receipts on this phone imply. */
export const lostOf = (officerId: string): string => `lost:${officerId}`;
/** `Restored`: the server had fallen behind the receipts on this phone, and when
 * this phone noticed. */
export const restoredOf = (officerId: string): string => `restored:${officerId}`;
/** string[]: ids of notices that the officer has read on this phone. */
export const toldReadOf = (officerId: string): string => `told-read:${officerId}`;
/** Latest token of the server's signed time, for the `anchor` of acts. */
export const ANCHOR = 'anchor';
/** RFC 3339 or null: everything stored before this time is in a verified backup. */
export const BACKED_UP_THROUGH = 'backedUpThrough';
/** RFC 3339: time of the server's last answer. */
export const LAST_CONTACT = 'lastContact';
