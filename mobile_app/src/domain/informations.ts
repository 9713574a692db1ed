/** Information that an officer takes in on site (Circular 27/2020 Art 8.1): what is typed in the clear, what is sealed, what
 * is missing, and what is sent. Pure.
 *
 * Who informed and what was said are never here in the clear: only sealed parts, which this phone cannot open. */
import type { RegisterInformation, Text } from '../wire';
import type { TimeFilledIn } from './information-times';
import { degrees, type Point } from './place-map';

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
export const MOST_URGENT = 500;
export const MOST_TEXTS = 8;
export const MOST_SUMMARY = 5_000;
export const MOST_AGAINST = 2_000;
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
  /** Why it cannot wait, e.g. goods about to be taken away; empty if it can. Who works on it reads it, so it names nobody. */
  urgent: string;
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
  /** By the order a superior has one party inspected at several places (Art 13.4). Not there in drafts from before. */
  severalPlaces?: boolean;
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

/** Letters of Art 8.1 as the desk calls them, for what is sealed of a draft. */
const SOURCE_WORDS: Record<Source, string> = { order: 'văn bản chỉ đạo của cấp trên', officer: 'công chức báo cáo', transfer: 'đơn vị khác chuyển', request: 'cơ quan khác đề nghị', media: 'phương tiện thông tin đại chúng', tip: 'tin báo, kiến nghị, đơn' };
const NATURE_WORDS: Record<Nature, string> = { tip: 'tin báo, phản ánh, kiến nghị', denunciation: 'tố cáo', complaint: 'khiếu nại' };

/** Where it happens, to be sealed: as the phone measured it, or as the officer pointed at it on the map. */
export interface SealedPoint extends Point {
  /** Radius in metres, as the phone said; null for a point of the map. */
  accuracyM: number | null;
}

/** The point as who opens it at the desk reads it, in the words of the citizens' form. In Vietnamese whatever the screen's
 * language, because it stays in the file. */
export const pointText = (point: SealedPoint): string => `Vị trí: ${degrees(point)} (${point.accuracyM === null ? 'chỉ trên bản đồ của điện thoại' : `điện thoại báo, chính xác đến ${Math.ceil(point.accuracyM)} m`})`;

/** A text sealed on this phone. */
export interface SealedPart {
  /** One for each time that the form was open; while it is open, each letter replaces it. */
  id: string;
  /** A place is sent as an account: it is a sentence about where. */
  kind: 'informant' | 'account' | 'place';
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
export interface InformationDraft extends TimeFilledIn {
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
    source: null, nature: 'tip', receivedAt, summary: '', urgent: '', goods: '', fields: [], place: '',
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
/** Whether the officer said why it cannot wait. */
export const isUrgent = ({ urgent }: Pick<Typed, 'urgent'>): boolean => said(urgent) !== '';
const lengthOf = (text: string): number => [...said(text)].length;

/** An account in pieces that the server takes, without what is blank around it: what is longer than one is sent as several. */
export function accountPieces(text: string): string[] {
  const letters = [...said(text)];
  const pieces: string[] = [];
  for (let at = 0; at < letters.length; at += MOST_ACCOUNT) pieces.push(letters.slice(at, at + MOST_ACCOUNT).join(''));
  return pieces;
}

/** The names of the sealed texts of one part of the form, from 0. */
export const partName = (part: string, at: number): string => (at === 0 ? part : `${part} ${at + 1}`);
export const isPartOf = ({ id }: Pick<SealedPart, 'id'>, part: string): boolean => id === part || (id.startsWith(`${part} `) && /^\d+$/.test(id.slice(part.length + 1)));

const letterWanted = (typed: Typed): boolean => typed.source === 'order' || (hasLetter(typed.source) && [typed.letterFrom, typed.letterNumber, typed.letterDay ?? ''].some((text) => said(text) !== ''));
/** As the server reads a collaborator's reference: capital letters without accents and digits; no name fits. */
const REFERENCE = /^(?=.*[0-9])[A-Z0-9]{1,12}([-/.][A-Z0-9]{1,12}){0,3}$/;

export type Lacking = 'source' | 'received_at' | 'received_ahead' | 'summary' | 'suspects' | 'about' | 'named' | 'letter' | 'against' | 'collaborator' | 'urgent' | 'sealed';

/** As far as the server takes a time to lie ahead of its own clock. */
const AHEAD_MS = 120_000;

/** What is missing or cannot be right, in the order of the screen. `now` is the true time in ms, as far as it is known. */
export function lackingIn({ typed, texts, photos }: Pick<InformationDraft, 'typed' | 'texts' | 'photos'>, now: number | null = null): Lacking[] {
  const wrong: [boolean, Lacking][] = [
    [typed.source === null, 'source'],
    [typed.source === 'tip' && typed.nature === 'complaint' && (lengthOf(typed.against) < 3 || lengthOf(typed.against) > MOST_AGAINST), 'against'],
    [typed.receivedAt === null, 'received_at'],
    [now !== null && typed.receivedAt !== null && Date.parse(typed.receivedAt) > now + AHEAD_MS, 'received_ahead'],
    [letterWanted(typed) && (said(typed.letterFrom) === '' || typed.letterDay === null || (typed.source === 'order' && said(typed.letterNumber) === '')), 'letter'],
    [typed.source === 'officer' && said(typed.collaborator) !== '' && !REFERENCE.test(said(typed.collaborator)), 'collaborator'],
    [texts.length > MOST_TEXTS || photos.length > MOST_PHOTOS, 'sealed'],
    [lengthOf(typed.summary) < 3 || lengthOf(typed.summary) > MOST_SUMMARY, 'summary'],
    [lengthOf(typed.urgent) > MOST_URGENT, 'urgent'],
    [typed.suspects.length > MOST_SUSPECTS || typed.suspects.some((one) => said(one.name) === '' && (said(one.address) !== '' || said(one.taxCode) !== '')), 'suspects'],
    [typed.aboutOfficer === null, 'about'],
    [typed.aboutOfficer === 'listed' && typed.named.length === 0, 'named'],
  ];
  return wrong.filter(([is]) => is).map(([, key]) => key);
}

/** The account that counts is the last one: what was told, and not where. */
const placesFirst = (texts: readonly SealedPart[]): SealedPart[] => [...texts.filter((one) => one.kind === 'place'), ...texts.filter((one) => one.kind !== 'place')];

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
      urgent: said(typed.urgent) || null,
    },
    sealed: placesFirst(texts).map(({ kind, keyId, sealed }) => ({ kind: kind === 'place' ? 'account' : kind, key_id: keyId, sealed })),
    attachments: photos.map(({ id, keyId, sha256, size }) => ({ id, key_id: keyId, sha256, size })),
    informant_secret: typed.informantSecret,
    wants_answer: typed.wantsAnswer,
    named_officers: typed.aboutOfficer === 'listed' ? typed.named : [],
    about_unnamed_officer: typed.aboutOfficer === 'unlisted',
    collaborator: source === 'officer' ? said(typed.collaborator) || null : null,
    order: letterWanted(typed) ? { issued_by: said(typed.letterFrom), number: said(typed.letterNumber), issued_on: typed.letterDay ?? '' } : null,
    several_places: source === 'order' && typed.severalPlaces === true,
    about: complaint ? { against: said(typed.against), case_id: null, remote: false } : null,
    link: source === 'media' ? said(typed.link) || null : null,
  };
}

/** The summary of what was never finished: nothing of it lies open, as nothing of a citizen's report does. */
export const UNFINISHED = 'Bản nháp báo tin trên điện thoại, công chức chưa ghi xong: mở phần niêm phong rồi ghi tóm tắt.';

/** Of a draft that its officer called urgent: it stands first on the board, and why is sealed. */
export const UNFINISHED_URGENT = 'Công chức ghi là khẩn: lý do nằm trong phần niêm phong.';

/** Whether anything was put into a draft. */
export const holdsAnything = ({ typed, texts, photos }: InformationDraft): boolean => texts.length + photos.length > 0 || JSON.stringify(typed) !== JSON.stringify(emptyInformation(typed.receivedAt));

/** Everything that was typed for the work of a draft, in lines for who opens it at the desk, as one account or several. In
 * Vietnamese, as it stays in the file. It is to be sealed: an officer who has not finished has not looked yet whether it names
 * the informant. */
export function unfinishedTexts({ typed }: Pick<InformationDraft, 'typed'>): string[] {
  const lines: [string, string][] = [
    ['Nguồn tin', typed.source === null ? '' : SOURCE_WORDS[typed.source]],
    ['Loại', typed.source === 'tip' ? NATURE_WORDS[typed.nature] : ''],
    ['Khiếu nại', typed.against],
    ['Tiếp nhận lúc', typed.receivedAt ?? ''],
    ['Văn bản', [typed.letterFrom, typed.letterNumber, typed.letterDay ?? ''].map(said).filter((part) => part !== '').join(', ')],
    ['Kiểm tra tại nhiều địa điểm', typed.source === 'order' && typed.severalPlaces === true ? 'có' : ''],
    ['Cộng tác viên', typed.collaborator],
    ['Địa chỉ bài viết', typed.link],
    ['Tóm tắt', typed.summary],
    ['Vì sao không chờ được', typed.urgent],
    ['Địa điểm', typed.place],
    ['Hàng hóa', typed.goods],
    ...typed.suspects.map((one): [string, string] => ['Bị phản ánh', [one.name, one.address, one.taxCode].map(said).filter((part) => part !== '').join(', ')]),
  ];
  return accountPieces(['Bản nháp trên điện thoại, chưa ghi xong.', ...lines.filter(([, text]) => said(text) !== '').map(([name, text]) => `${name}: ${said(text)}`)].join('\n'));
}

/** Whether the officer has said if it is about an officer. */
export const isAnswered = ({ typed }: Pick<InformationDraft, 'typed'>): boolean => typed.aboutOfficer === 'no' || typed.aboutOfficer === 'unlisted' || (typed.aboutOfficer === 'listed' && typed.named.length > 0);

/** A draft as it leaves a phone that may never send it. `rest` are the unfinishedTexts(), sealed. It is a tip, which is verified
 * before anything rests on it (Circular 27/2020 Art 8.3), and unless the officer said that it is about no officer, it goes to the
 * auditors of the nation, who say so. */
export function orderOfUnfinished(draft: InformationDraft, rest: readonly Pick<SealedPart, 'keyId' | 'sealed'>[]): RegisterInformation {
  const { typed, texts, photos, updatedAt } = draft;
  const open = emptyInformation(typed.receivedAt ?? updatedAt);
  const listed = typed.aboutOfficer === 'listed' && typed.named.length > 0;
  const about = typed.aboutOfficer === 'no' ? 'no' : listed ? 'listed' : 'unlisted';
  const all = [...rest.map((one) => ({ id: 'rest', kind: 'account' as const, at: updatedAt, ...one })), ...texts];
  const { informantSecret, wantsAnswer, named } = typed;
  return orderOf({ typed: { ...open, source: 'tip', summary: UNFINISHED, urgent: isUrgent(typed) ? UNFINISHED_URGENT : '', aboutOfficer: about, named, informantSecret, wantsAnswer }, texts: all, photos });
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

/** What phones make: JPEG, PNG, WebP, HEIC, by the first bytes (media/sniff.py). */
export function isPicture(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 12));
  return head.startsWith('\xff\xd8\xff') || head.startsWith('\x89PNG\r\n\x1a\n') || (head.startsWith('RIFF') && head.slice(8) === 'WEBP') || (head.slice(4, 8) === 'ftyp' && !head.slice(8).startsWith('avi'));
}
