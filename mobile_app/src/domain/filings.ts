/** Documents of others that a team obtains on site: drafts on this phone, and what was filed. Pure. */
import type { FiledView, Place, Text } from '../wire';
import { isAct } from './acts';
import type { ActContents, LocalInspection, StoredAct, StoredPhoto } from './model';

/** The largest document; the server and the desk take as much (schemas/fieldwork/filing.py). */
export const MOST_BYTES = 2_000_000_000;
/** From this size on the phone asks before it copies. */
export const ASK_BYTES = 100_000_000;
/** The most pages of one document from the camera: each is kept whole until it is filed. */
export const MOST_PAGES = 40;

export type FiledKind = ActContents['document.filed']['document_kind'];
export type FiledFact = NonNullable<ActContents['document.filed']['proves_fact']>;

/** A file, or a page of the camera, that is on this phone and not filed yet. Its bytes are in the
 * store under its id. */
export interface FilingPart {
  id: string;
  name: string;
  size: number;
  mediaType: string;
  /** Hex; null while it is being copied, or if the app was killed then. */
  sha256: string | null;
}

/** What an officer has typed and chosen for a document that is not filed yet. Saved with
 * every keystroke. */
export interface FilingDraft {
  officerId: string;
  id: string;
  recordId: string;
  way: 'camera' | 'file';
  parts: FilingPart[];
  /** The PDF that is being made of the pages: if the app is killed meanwhile, it is found by this and made anew. */
  pdf?: string;
  title: string;
  kind: FiledKind | null;
  issuedOn: string | null;
  sender: string;
  number: string;
  proves: string;
  provesFact: FiledFact | null;
  sheets: number;
  updatedAt: string;
}

/** A filed document: from this phone, from a colleague's, or both as the server knows it. */
export interface LocalFiled {
  id: string;
  content: ActContents['document.filed'] | null;
  /** This phone's row of its bytes; null for a colleague's. */
  mine: StoredPhoto | null;
  act: StoredAct | null;
  told: FiledView | null;
  /** Why it was struck out, or null. */
  struck: string | null;
  madeAt: string;
}

/** The documents of an inspection, oldest first: the server's, then this phone's that it has not told. */
export function filedOf(local: LocalInspection, rows: readonly StoredPhoto[]): LocalFiled[] {
  const found = new Map<string, LocalFiled>();
  const told = (local.view as { filed?: FiledView[] }).filed ?? [];
  for (const one of told) {
    found.set(one.file_id, { id: one.file_id, content: null, mine: null, act: null, told: one, struck: one.struck, madeAt: one.made_at });
  }
  for (const stored of local.acts) {
    const { act } = stored;
    if (isAct(act, 'document.filed')) {
      const known = found.get(act.content.file_id);
      const mine = rows.find((row) => row.id === act.content.file_id) ?? null;
      found.set(act.content.file_id, { id: act.content.file_id, told: null, struck: null, ...known, content: act.content, mine, act: stored, madeAt: act.made_at });
    }
  }
  for (const { act } of local.acts) {
    const one = isAct(act, 'document.struck') ? found.get(act.content.file_id) : undefined;
    if (one && isAct(act, 'document.struck')) found.set(one.id, { ...one, struck: one.struck ?? act.content.reason });
  }
  return [...found.values()].sort((a, b) => a.madeAt.localeCompare(b.madeAt) || a.id.localeCompare(b.id));
}

/** What a draft still lacks, by field; empty if it can be filed. */
export function lacking(draft: FilingDraft): ('file' | 'title' | 'kind' | 'sheets' | 'proves')[] {
  const found: ReturnType<typeof lacking> = [];
  if (draft.parts.length === 0 || draft.parts.some((part) => part.sha256 === null)) found.push('file');
  if (lengthOf(draft.title) < 3 || lengthOf(draft.title) > 300) found.push('title');
  if (draft.kind === null) found.push('kind');
  if (!Number.isInteger(draft.sheets) || draft.sheets < 1 || draft.sheets > 500) found.push('sheets');
  const proves = lengthOf(draft.proves);
  if (proves > 2000 || (proves > 0 && proves < 3)) found.push('proves');
  return found;
}

function lengthOf(text: string): number {
  return [...text.normalize('NFC').trim()].length;
}

/** The content of the act. The draft lacks nothing. */
export function contentOf(draft: FilingDraft, file: { id: string; sha256: string; size: number; mediaType: string; name: string }, place: Place | null): ActContents['document.filed'] {
  const said = (text: string, most = 500): string | null => [...text.normalize('NFC').trim()].slice(0, most).join('') || null;
  return {
    file_id: file.id,
    sha256: file.sha256,
    size: file.size,
    media_type: file.mediaType.slice(0, 100) || 'application/octet-stream',
    file_name: shortName(file.name),
    way: draft.way,
    sheets: draft.sheets,
    title: draft.title.normalize('NFC').trim(),
    document_kind: draft.kind ?? 'other',
    issued_on: draft.issuedOn,
    sender: said(draft.sender),
    number: said(draft.number),
    proves: said(draft.proves, 2000),
    proves_fact: draft.provesFact,
    place,
  };
}

/** A file's name within the server's limit: its beginning and its ending are kept. */
export function shortName(name: string): string {
  const plain = name.normalize('NFC').trim() || '?';
  const letters = [...plain];
  if (letters.length <= 200) return plain;
  return `${letters.slice(0, 180).join('')}…${letters.slice(-15).join('')}`;
}

/** Kinds in the order of the list, with their names. */
export const KINDS: Readonly<Record<FiledKind, Text>> = {
  invoice: { vi: 'Hóa đơn, chứng từ nguồn gốc', en: 'Invoice, paper on origin' },
  contract: { vi: 'Hợp đồng', en: 'Contract' },
  receipt: { vi: 'Biên lai, chứng từ nộp tiền', en: 'Receipt of a payment' },
  licence: { vi: 'Giấy phép, giấy đăng ký, công bố', en: 'Licence, registration, declaration' },
  identity: { vi: 'Giấy tờ tùy thân', en: 'Identity paper' },
  authorisation: { vi: 'Văn bản ủy quyền, giấy giới thiệu', en: 'Authority to act, letter of introduction' },
  letter: { vi: 'Công văn, thư', en: 'Letter' },
  explanation: { vi: 'Bản giải trình, tường trình', en: 'Explanation' },
  petition: { vi: 'Đơn', en: 'Petition or complaint' },
  expert_report: { vi: 'Kết luận giám định, kết quả kiểm nghiệm', en: 'Expert report, test result' },
  valuation: { vi: 'Chứng từ về giá trị hàng hóa', en: 'Paper on the value of goods' },
  minutes: { vi: 'Biên bản của cơ quan khác', en: 'Minutes of another body' },
  decision: { vi: 'Quyết định của cơ quan khác', en: 'Decision of another body' },
  judgment: { vi: 'Bản án', en: 'Judgment' },
  report: { vi: 'Báo cáo', en: 'Report' },
  delivery_proof: { vi: 'Chứng từ giao nhận', en: 'Proof of delivery' },
  death_paper: { vi: 'Giấy tờ về chết, giải thể, phá sản', en: 'Paper on a death or a dissolution' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  message: { vi: 'Ảnh màn hình, tin nhắn, trang bán hàng', en: 'Screen shot, messages, page of a shop' },
  photograph: { vi: 'Ảnh do người khác chụp', en: "Others' photograph" },
  audio: { vi: 'Ghi âm', en: 'Sound recording' },
  video: { vi: 'Ghi hình', en: 'Video' },
  other: { vi: 'Tài liệu khác', en: 'Other document' },
};

/** Facts that a document can prove, with their names. */
export const FACTS: Readonly<Record<FiledFact, Text>> = {
  violation: { vi: 'Hành vi vi phạm', en: 'The violation' },
  party: { vi: 'Tổ chức, cá nhân là ai, có giấy phép gì', en: 'Who the party is, which licences they hold' },
  origin: { vi: 'Nguồn gốc, chủ sở hữu hàng hóa', en: 'Where goods come from, whose they are' },
  quality: { vi: 'Chất lượng, hàng giả', en: 'Quality, counterfeits' },
  value: { vi: 'Giá trị hàng hóa, số thu lợi', en: 'Value of goods, gain' },
  circumstances: { vi: 'Tình tiết tăng nặng, giảm nhẹ', en: 'Aggravating or mitigating circumstances' },
  explained: { vi: 'Việc giải trình', en: 'An explanation' },
  delivered: { vi: 'Việc giao nhận văn bản', en: 'A delivery of papers' },
  paid: { vi: 'Việc nộp tiền', en: 'A payment' },
  carried_out: { vi: 'Việc thi hành', en: 'An execution' },
  hindered: { vi: 'Lý do khách quan, hoàn cảnh', en: 'What hindered somebody' },
  complaint: { vi: 'Việc khiếu nại', en: 'A complaint' },
  other: { vi: 'Việc khác', en: 'Another fact' },
};
