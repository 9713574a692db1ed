/** Information that an officer takes in on site (Circular 27/2020 Art 8.1): what is typed in the clear, what is sealed, what
 * is missing, and what is sent. Pure.
 *
 * Who informed and what was said are never here in the clear: only sealed parts, which this phone cannot open. */
import type { RegisterInformation, Text } from '../wire';

/** Letters a to e of Art 8.1, in their order: order a, officer b, transfer c, request d, media đ, tip e. */
export const SOURCES = ['order', 'officer', 'transfer', 'request', 'media', 'tip'] as const;
export type Source = (typeof SOURCES)[number];
export const NATURES = ['tip', 'denunciation', 'complaint'] as const;
export type Nature = (typeof NATURES)[number];
export const FIELDS = ['smuggled', 'fake', 'banned', 'intellectual_property', 'food_safety', 'origin', 'labels', 'price', 'measurement', 'petrol', 'e_commerce', 'consumers', 'trade', 'other'] as const;
export type Matters = (typeof FIELDS)[number];

/** Limits as the server has them (schemas/intake). */
export const MOST_PHOTOS = 10;
export const MOST_PHOTO_BYTES = 12_000_000;
/** Photographs are sent in pieces of so many bytes, the last one shorter. */
export const PIECE_BYTES = 512 * 1024;
export const MOST_ACCOUNT = 20_000;
const MOST_TEXTS = 8;
const MOST_SUSPECTS = 20;

export interface Suspect {
  subjectId: string | null;
  kind: 'individual' | 'household' | 'organisation' | null;
  name: string;
  address: string;
  taxCode: string;
}

/** What is typed for the work. It names no informant. */
export interface Typed {
  source: Source | null;
  nature: Nature;
  /** RFC 3339 in UTC; null while empty. */
  receivedAt: string | null;
  summary: string;
  goods: string;
  fields: Matters[];
  place: string;
  suspects: Suspect[];
  informantSecret: boolean;
  wantsAnswer: boolean;
  /** Whether it is about an officer of the force: it must be answered. `unlisted`: one whom this phone cannot name. */
  aboutOfficer: 'no' | 'listed' | 'unlisted' | null;
  named: string[];
  collaborator: string;
  letterFrom: string;
  letterNumber: string;
  letterDay: string | null;
  link: string;
  against: string;
}

/** Who informed, as typed. It is sealed at once and kept nowhere else. */
export interface InformantTyped {
  name: string;
  phone: string;
  email: string;
  address: string;
  identity_number: string;
  note: string;
}

export const NOBODY: InformantTyped = { name: '', phone: '', email: '', address: '', identity_number: '', note: '' };

/** A text sealed on this phone. */
export interface SealedPart {
  /** One for each time that the form was open; while it is open, each letter replaces it. */
  id: string;
  kind: 'informant' | 'account';
  keyId: string;
  /** An age file in base64. */
  sealed: string;
  at: string;
}

/** A photograph sealed on this phone. Its bytes are in the store `chunks` under its id. */
export interface SealedPhoto {
  id: string;
  keyId: string;
  /** Of the sealed bytes. */
  sha256: string;
  size: number;
  at: string;
}

/** What is being written. */
export interface InformationDraft {
  id: string;
  typed: Typed;
  texts: SealedPart[];
  photos: SealedPhoto[];
  updatedAt: string;
}

export interface SentPhoto extends SealedPhoto {
  /** When the server had it sealed beside the information, by its clock. */
  takenAt: string | null;
  /** How many of its pieces the server has. */
  pieces: number;
  problem: Text | null;
  /** Its bytes are not on this phone any more. */
  forgotten: boolean;
}

/** What has to be sent, or was. waiting: not answered · refused: with a reason, and kept · registered: it has its number. */
export interface QueuedInformation extends Omit<InformationDraft, 'photos'> {
  state: 'waiting' | 'refused' | 'registered';
  photos: SentPhoto[];
  number: string | null;
  /** By the server's clock. */
  registeredAt: string | null;
  /** Why it is refused, or waits. */
  problem: Text | null;
  /** What was sealed is not on this phone any more, so that it is never sent again. */
  forgotten: boolean;
}

export function emptyInformation(receivedAt: string | null): Typed {
  return {
    source: null, nature: 'tip', receivedAt, summary: '', goods: '', fields: [], place: '',
    suspects: [{ subjectId: null, kind: null, name: '', address: '', taxCode: '' }],
    informantSecret: true, wantsAnswer: true, aboutOfficer: null, named: [],
    collaborator: '', letterFrom: '', letterNumber: '', letterDay: null, link: '', against: '',
  };
}

/** Whether this source has an informant (Art 10: they are told if there is no violation). */
export const hasInformant = (source: Source | null): boolean => source === 'transfer' || source === 'request' || source === 'tip';
/** Whether it may come by a letter; an order of a superior must (Art 8.1.a). */
export const hasLetter = (source: Source | null): boolean => source === 'order' || source === 'transfer' || source === 'request';

const said = (text: string): string => text.normalize('NFC').trim();
const letterWanted = (typed: Typed): boolean => typed.source === 'order' || (hasLetter(typed.source) && [typed.letterFrom, typed.letterNumber, typed.letterDay ?? ''].some((text) => said(text) !== ''));
/** As the server reads a collaborator's reference: capital letters without accents and digits; no name fits. */
const REFERENCE = /^(?=.*[0-9])[A-Z0-9]{1,12}([-/.][A-Z0-9]{1,12}){0,3}$/;

export type Lacking = 'source' | 'received_at' | 'summary' | 'suspects' | 'about' | 'named' | 'letter' | 'against' | 'collaborator' | 'sealed';

/** What is missing or cannot be right, in the order of the screen. */
export function lackingIn({ typed, texts, photos }: Pick<InformationDraft, 'typed' | 'texts' | 'photos'>): Lacking[] {
  const wrong: [boolean, Lacking][] = [
    [typed.source === null, 'source'],
    [typed.source === 'tip' && typed.nature === 'complaint' && said(typed.against).length < 3, 'against'],
    [typed.receivedAt === null, 'received_at'],
    [letterWanted(typed) && (said(typed.letterFrom) === '' || typed.letterDay === null || (typed.source === 'order' && said(typed.letterNumber) === '')), 'letter'],
    [typed.source === 'officer' && said(typed.collaborator) !== '' && !REFERENCE.test(said(typed.collaborator)), 'collaborator'],
    [texts.length > MOST_TEXTS || photos.length > MOST_PHOTOS, 'sealed'],
    [said(typed.summary).length < 3, 'summary'],
    [typed.suspects.length > MOST_SUSPECTS || typed.suspects.some((one) => said(one.name) === '' && (said(one.address) !== '' || said(one.taxCode) !== '')), 'suspects'],
    [typed.aboutOfficer === null, 'about'],
    [typed.aboutOfficer === 'listed' && typed.named.length === 0, 'named'],
  ];
  return wrong.filter(([is]) => is).map(([, key]) => key);
}

/** What is sent. Call it only if nothing is missing. */
export function orderOf({ typed, texts, photos }: Pick<QueuedInformation, 'typed' | 'texts'> & { photos: readonly SealedPhoto[] }): RegisterInformation {
  const source = typed.source ?? 'tip';
  const complaint = source === 'tip' && typed.nature === 'complaint';
  return {
    nature: source === 'tip' ? typed.nature : 'tip',
    source,
    received_at: typed.receivedAt ?? '',
    matter: {
      summary: said(typed.summary),
      fields: typed.fields,
      goods: said(typed.goods),
      suspects: typed.suspects
        .filter((one) => said(one.name) !== '')
        .map((one) => ({ subject_id: one.subjectId, kind: one.kind, name: said(one.name), tax_code: said(one.taxCode) || null, address: said(one.address) || null })),
      place: { address: said(typed.place) || null, area_code: null, latitude_e7: null, longitude_e7: null },
    },
    sealed: texts.map(({ kind, keyId, sealed }) => ({ kind, key_id: keyId, sealed })),
    attachments: photos.map(({ id, keyId, sha256, size }) => ({ id, key_id: keyId, sha256, size })),
    informant_secret: typed.informantSecret,
    wants_answer: typed.wantsAnswer,
    named_officers: typed.aboutOfficer === 'listed' ? typed.named : [],
    about_unnamed_officer: typed.aboutOfficer === 'unlisted',
    collaborator: source === 'officer' ? said(typed.collaborator) || null : null,
    order: letterWanted(typed) ? { issued_by: said(typed.letterFrom), number: said(typed.letterNumber), issued_on: typed.letterDay ?? '' } : null,
    about: complaint ? { against: said(typed.against), case_id: null, remote: false } : null,
    link: source === 'media' ? said(typed.link) || null : null,
  };
}

/** What is not safe at the server yet: the information itself, or photographs of it. A photograph that the server cannot
 * use stays here, and waits for nothing. */
export function waitsOf(one: QueuedInformation): number {
  const photos = one.photos.filter((photo) => photo.takenAt === null && photo.problem === null && !photo.forgotten).length;
  return one.state === 'registered' ? photos : photos + 1;
}

/** Photographs of it that the server does not have and whose bytes are here. */
export const photosHere = (one: QueuedInformation): SentPhoto[] => one.photos.filter((photo) => photo.takenAt === null && !photo.forgotten);

/** Whether it goes into a rescue file: anything of it that the server does not have, refused or not. */
export const isOnlyHere = (one: QueuedInformation): boolean => one.state !== 'registered' || photosHere(one).length > 0;

/** In how many pieces a photograph is sent. */
export const piecesOf = ({ size }: Pick<SealedPhoto, 'size'>): number => Math.ceil(size / PIECE_BYTES);

/** Whether the officer has to do something about it. */
export const needsAttention = (one: QueuedInformation): boolean => one.state === 'refused' || one.photos.some((photo) => photo.problem !== null);
