/** An engine of plain signals for looking at screens and testing components. It has no store and
 * no network, and is never part of a build. */
import { computed, signal, type Signal } from '@preact/signals';
import { SAY } from '../../src/app/sentences';
import { Trouble, type Access, type KnownOfficer, type LockAfter, type OutboxItem, type OutboxSummary, type Restored, type Services, type ToldNotice, type ToldThing, type UnsentCounts } from '../../src/app/services';
import type { Standing } from '../../src/domain/clock';
import { scannedChecks } from './scanned';
import { weaknessOf } from '../../src/domain/weak-pins';
import type { Draft, Drawing, LocalInspection, Obstacle, PaperDraft, StoredPhoto } from '../../src/domain/model';
import type { LocalPaper } from '../../src/domain/papers';
import { prefillPaper } from '../../src/domain/prefill-papers';
import MBB01 from '../../../backend/documents/forms/MBB01.3.json';
import MBB15 from '../../../backend/documents/forms/MBB15.2.json';
import MBB26 from '../../../backend/documents/forms/MBB26.2.json';
import { AMENDED, fakeSheets, SHEET_HASH } from './decision-papers';
import { example } from './example-paper';
import { fakeCopies, LANDMARKS, fakeInformations, fakeStrays } from './fake-copies';
import { fakeDecisions } from './fake-decisions';
import { fakeSearching } from './fake-searching';
import { fakeTyped } from './fake-typed';
import { fakeFilings } from './fake-filings';
import { signable } from './fake-signing';
import { foldText, matches, searchWords } from '../../src/domain/fold-text';
import type { OfficerSelf, ReferenceEntry, Text } from '../../src/wire';
import { UNSENT } from '../../src/visits/contents';
import { decision, inspectionView, LEADER, place } from '../unit/support/inspections';

export const officer: OfficerSelf = {
  id: LEADER,
  username: 'an.nv',
  full_name: 'Nguyễn Văn An',
  officer_number: '01-QLTT001',
  roles: ['team_leader', 'inspector'],
  unit: { id: '0193600a-0000-7000-8000-0000000000c1', code: 'D01', name_vi: 'Đội Quản lý thị trường số 1', name_en: 'Market Surveillance Team 1' },
  language: 'vi',
};

export const known = (changed: Partial<KnownOfficer> = {}): KnownOfficer => ({
  id: LEADER,
  fullName: 'Nguyễn Văn An',
  username: 'an.nv',
  unsent: 0,
  pinBlocked: false,
  pinMissing: false,
  ...changed,
});

/** An outbox at rest: everything stored. */
export const calm: OutboxSummary = {
  waitingActs: 0,
  waitingPhotos: 0,
  waitingDocuments: 0,
  waitingBytes: 0,
  heldBack: 0,
  unconfirmed: 0,
  unconfirmedDocuments: 0,
  needsAttention: 0,
  sending: false,
  reached: true,
  tried: true,
  lastContact: '2026-11-24T02:40:00Z',
  otherTabSends: false,
  nextTryAt: null,
  stopped: null,
  busy: null,
};

/** An inspection of this phone. `changed.view` changes parts of the server's view. */
export function local(number: number, changed: Partial<LocalInspection> = {}, subject: Partial<ReturnType<typeof decision>['subject']> = {}): LocalInspection {
  const id = `0193600b-0000-7000-8000-00000000000${number}`;
  const paper = decision(`0102000${number}/QĐ-KT`);
  const view = inspectionView(id, { decision: { ...paper, decision_id: `0193600a-0000-7000-8000-0000000000b${number}`, subject: { ...paper.subject, ...subject }, ...(subject.address ? { place: subject.address } : {}) }, submitted_at: changed.submittedRevision ? '2026-11-24T01:30:00Z' : null });
  return {
    id,
    view,
    state: 'decided',
    owner: LEADER,
    discardAsked: null,
    self: LEADER,
    beside: [],
    proposals: [],
    file: null,
    acts: [],
    photos: [],
    draft: null,
    minutes: null,
    signatures: [],
    number: null, places: [],
    announcedAt: null,
    submittedRevision: null,
    comments: [],
    ...changed,
  };
}

export const photo = (number: number, changed: Partial<StoredPhoto> = {}): StoredPhoto => ({
  id: `0193600c-0000-7000-8000-00000000000${number}`,
  officerId: LEADER,
  recordId: '0193600b-0000-7000-8000-000000000002',
  actId: `0193600d-0000-7000-8000-00000000000${number}`,
  sha256: '0'.repeat(64),
  size: 3_400_000,
  mediaType: 'image/jpeg',
  way: 'camera',
  caption: null,
  takenAt: '2026-11-24T02:31:00Z',
  place: place(),
  ...UNSENT,
  chunks: 1,
  ...changed,
});

const draft: Draft = { officerId: LEADER, recordId: '0193600b-0000-7000-8000-000000000002', form: 'BB-KT', formVersion: 3, fields: {}, writtenAs: null, screen: 'minutes', updatedAt: '2026-11-24T02:38:00Z' };

/** Five inspections, one of each kind that an officer meets in a day. */
export const day: LocalInspection[] = [
  local(1, { state: 'returned', submittedRevision: 'a'.repeat(64), comments: [{ at: { field: '/findings' }, text: 'Ghi rõ số lượng và đơn vị của từng mặt hàng không có hóa đơn.' }, { at: { photo_id: '0193600c-0000-7000-8000-000000000001' }, text: 'Ảnh mờ, chụp lại nhãn gốc.' }], photos: [photo(1, { state: 'stored' })] }, { name: 'Công ty TNHH Thương mại và Dịch vụ Xuất nhập khẩu Bình Minh', address: 'Số 215 đường Nguyễn Văn Cừ, phường Bồ Đề, thành phố Hà Nội' }),
  local(2, { state: 'announced', announcedAt: '2026-11-24T02:20:00Z', places: [{ id: 'p1', place: place(), madeAt: '2026-11-24T02:18:00Z' }], photos: [photo(1), photo(2, { state: 'sending', sentBytes: 1_400_000 })], draft }, { name: 'Cửa hàng tạp hóa Cô Ba', address: 'Số 7 ngõ 12, phường Cửa Nam' }),
  local(3),
  local(4, { state: 'submitted', submittedRevision: 'b'.repeat(64) }, { name: 'Nhà thuốc An Khang', address: 'Số 3 phố Huế, phường Hai Bà Trưng' }),
  local(5, { state: 'approved', submittedRevision: 'c'.repeat(64) }, { name: 'Đại lý gas Thành Công' }),
];

const forms: Record<string, Record<string, unknown>> = { MBB01, MBB15, MBB26 };
export const PAPERS = { typed: '0193600e-0000-7000-8000-000000000001', signing: '0193600e-0000-7000-8000-000000000002', numbered: '0193600e-0000-7000-8000-000000000003' };
const HAND = { width: 300, height: 120, strokes: [[[10, 80, 0], [60, 20, 90], [110, 90, 160], [160, 30, 240], [220, 70, 330], [290, 50, 400]]] } as unknown as Drawing;

/** A paper of each state: typed, being signed, numbered. */
function papersOfDay(): LocalPaper[] {
  const recordId = day[1]!.id;
  const known = { decision: day[1]!.view.decision, agency: 'Đội Quản lý thị trường số 1', officerId: LEADER, minutes: {}, papers: [], version: 2, now: '2026-11-24T02:50:00Z' };
  const draft = (id: string, form: 'MBB01' | 'MBB15' | 'MBB26', more: Partial<PaperDraft>): PaperDraft => ({
    officerId: LEADER, id, recordId, form, formVersion: form === 'MBB01' ? 3 : 2, fields: prefillPaper(form, known), writtenAs: null, wantsNumber: false, updatedAt: '2026-11-24T02:50:00Z', ...more,
  });
  const base = { form: 'MBB01', signatures: [], number: null, kept: [] };
  const written = { id: 'w', formVersion: 3, fields: example, madeAt: '2026-11-24T02:55:00Z', officerId: LEADER };
  const maker = { id: 's1', role: 'maker' as const, name: 'Đặng Thị Hường', drawing: HAND, refusal: null, madeAt: '2026-11-24T03:00:00Z' };
  const refused = { id: 's2', role: 'subject' as const, name: 'Nguyễn Thị Lựu', drawing: null, refusal: { reason: 'Không đồng ý với số lượng hàng', witness: 'Võ Văn Tám' }, madeAt: '2026-11-24T03:02:00Z' };
  return [
    { ...base, id: PAPERS.typed, form: 'MBB15', written: null, draft: draft(PAPERS.typed, 'MBB15', {}) },
    { ...base, id: PAPERS.signing, written, signatures: [maker], draft: draft(PAPERS.signing, 'MBB01', { fields: example, writtenAs: 'w' }) },
    { ...base, id: PAPERS.numbered, written, signatures: [maker, refused], number: { text: '3/BB-VPHC-01-QLTT001', madeAt: '2026-11-24T03:04:00Z', code: null, act: null }, draft: null },
  ];
}

const both = (vi: string, en: string): Text => ({ vi, en });

/** A notice about a time limit. */
export const told = (moment: ToldNotice['moment'], changed: Partial<ToldNotice> = {}): ToldNotice => ({
  id: `0193600e-0000-7000-8000-00000000000${moment.length}`,
  record_id: '0193600f-0000-7000-8000-000000000001',
  case_number: 'VV-0101-2026-0012',
  party: 'Cửa hàng tạp hóa Cô Ba',
  rule: 'D12',
  moment,
  title: moment === 'missed' ? both('Đã quá hạn', 'The time is over') : both('Sắp hết thời hạn', 'The time is almost over'),
  text: both('Vụ việc VV-0101-2026-0012: Ra quyết định xử phạt (Khoản 1 Điều 66 Luật Xử lý vi phạm hành chính). Hạn: hết ngày 25/11/2026.', 'Case VV-0101-2026-0012: Make the sanction decision (Law on Handling Administrative Violations Art 66.1). Due: the end of 25/11/2026.'),
  due_at: '2026-11-25T17:00:00Z',
  at: '2026-11-24T17:00:00Z',
  ...changed,
});

/** One outbox item of every state. */
export const items: OutboxItem[] = [
  { key: 'a1', kind: 'act', recordId: day[3]!.id, title: both('Trình hồ sơ', 'Minutes submitted'), state: 'attention', percent: null, why: both('Máy chủ không nhận: quyết định đã bị thu hồi.', 'The server refused: the decision was withdrawn.'), whatToDo: both('Báo cấp trên, rồi thử lại.', 'Tell your supervisor, then try again.'), act: null, photo: null },
  { key: 'p2', kind: 'photo', recordId: day[1]!.id, title: both('Ảnh 2', 'Photograph 2'), state: 'sending', percent: 41, why: null, whatToDo: null, act: null, photo: photo(2) },
  { key: 'p1', kind: 'photo', recordId: day[1]!.id, title: both('Ảnh 1', 'Photograph 1'), state: 'waiting', percent: null, why: both('Chưa có mạng.', 'No connection.'), whatToDo: null, act: null, photo: photo(1) },
  { key: 'p3', kind: 'photo', recordId: day[0]!.id, title: both('Ảnh 3', 'Photograph 3'), state: 'received', percent: null, why: null, whatToDo: null, act: null, photo: photo(3) },
  { key: 'a2', kind: 'act', recordId: day[1]!.id, title: both('Công bố quyết định', 'Decision announced'), state: 'stored', percent: null, why: null, whatToDo: null, act: null, photo: null },
];

const entries: ReferenceEntry[] = [
  { kind: 'business', id: 'b1', text: foldText('Hộ kinh doanh Hoa Sen Số 1 đường A phường Mẫu Đơn 0101234567'), value: { name: 'Hộ kinh doanh Hoa Sen', trade_name: 'Tạp hóa Hoa Sen', tax_code: '0101234567', address: 'Số 1 đường A, phường Mẫu Đơn', representative: 'Lê Thị Hoa', representative_title: 'Chủ hộ', phone: '0912 345 678', history: [{ inspection_id: 'i9', number: '01010090/QĐ-KT', issued_on: '2025-10-02', state: 'approved', violations: ['Kinh doanh hàng hóa không rõ nguồn gốc, xuất xứ'] }, { inspection_id: 'i8', number: '01010017/QĐ-KT', issued_on: '2025-02-11', state: 'approved', violations: [] }], cases: [{ case_id: 'c1', number: 'VV-0101-2026-0007', state: 'executing', sanctioned_on: '2026-03-02', decision_number: '12/QĐ-XPHC', fine_vnd: 15_000_000, open_vnd: 9_000_000, executed_on: null, lapses_on: null }] } },
  { kind: 'violation', id: 'ND98-15-1-a', text: foldText('Kinh doanh hàng hóa nhập lậu trị giá dưới 3 triệu đồng'), value: { code: 'ND98-15-1-a', name_vi: 'Kinh doanh hàng hóa nhập lậu, trị giá hàng dưới 3 triệu đồng', legal_basis: 'điểm a khoản 1 Điều 15 NĐ 98/2020/NĐ-CP', fine_min_vnd: 500_000, fine_max_vnd: 1_000_000, subject: 'individual', status: 'draft', valid_from: '2020-10-15', valid_to: null } },
];

/** Signals that a trial may set. */
export interface Fake extends Services {
  set: {
    access: Signal<Access>;
    signInNeeded: Signal<Text | null>;
    stopped: Signal<boolean>;
    veiled: Signal<boolean>;
    things: Signal<ToldThing[]>;
    all: Signal<LocalInspection[]>;
    papers: Signal<LocalPaper[]>;
    summary: Signal<OutboxSummary>;
    notices: Signal<ToldNotice[]>;
    restored: Signal<Restored | null>;
    items: Signal<OutboxItem[]>;
    pack: Signal<{ bytes: number; entries: number; asOf: string } | null>;
    standalone: Signal<boolean>;
    persisted: Signal<boolean | null>;
    clockOffsetMs: Signal<number | null>;
    clock: Signal<Standing>;
    oldestUnsent: Signal<string | null>;
    updateReady: Signal<boolean>;
    mayBegin: Signal<Obstacle[]>;
    obstacles: Signal<Obstacle[]>;
    pending: Signal<UnsentCounts>;
    language: Signal<'vi' | 'en'>;
    theme: Signal<'system' | 'light' | 'dark'>;
  };
  /** Names of the commands that screens called, oldest first. */
  spoken: string[];
}
export const PIN = '135790';

/** A whole engine at rest: an officer at work on an installed, healthy phone. */
export function fakeServices(): Fake {
  const spoken: string[] = [];
  const done = async (name: string): Promise<void> => void spoken.push(name);
  const set: Fake['set'] = {
    access: signal<Access>({ state: 'open', officer }),
    signInNeeded: signal<Text | null>(null),
    stopped: signal(false),
    veiled: signal(false),
    things: signal<ToldThing[]>([]),
    all: signal(day),
    papers: signal(papersOfDay()),
    summary: signal(calm),
    notices: signal<ToldNotice[]>([]),
    restored: signal<Restored | null>(null),
    items: signal<OutboxItem[]>([]),
    pack: signal<{ bytes: number; entries: number; asOf: string } | null>({ bytes: 2_340_000, entries: 4_812, asOf: '2026-11-24T01:00:00Z' }),
    standalone: signal(true),
    persisted: signal<boolean | null>(true),
    clockOffsetMs: signal<number | null>(1_200),
    clock: signal<Standing>({ state: 'right', offMs: 1_200 }),
    oldestUnsent: signal<string | null>(null),
    updateReady: signal(false),
    mayBegin: signal<Obstacle[]>([]),
    obstacles: signal<Obstacle[]>([{ code: 'minutes_missing', text: both('Chưa hoàn thành biên bản.', 'No minutes yet.'), screen: 'minutes', field: null }, { code: 'signature_missing', text: both('Thiếu chữ ký của Trưởng Đoàn.', 'The leader has not signed.'), screen: 'signatures', field: null }]),
    pending: signal({ acts: 4, informations: 1, drafts: 1, photos: 2, bytes: 6_800_000 }),
    language: signal<'vi' | 'en'>('vi'),
    theme: signal<'system' | 'light' | 'dark'>('system'),
  };
  const originalsOnlyWhenISay = signal(false);
  const deviceName = signal('Máy của An');
  const lockAfterMinutes = signal<LockAfter>(5);
  const one = (id: string): LocalInspection | undefined => set.all.value.find((inspection) => inspection.id === id);
  const change = (id: string, changed: Partial<LocalInspection>): void => {
    set.all.value = set.all.value.map((inspection) => (inspection.id === id ? { ...inspection, ...changed } : inspection));
  };
  const refuse = (): never => {
    throw new Trouble('not_in_fake', both('Không có trong bản thử.', 'Not in this trial.'));
  };
  return {
    set,
    spoken,
    notices: set.notices,
    told: {
      ...{ all: set.things, list: computed(() => set.things.value.map((thing) => ({ ...thing, read: false }))) },
      drafts: signal([]),
      async read(id) {
        await done(`read ${id}`);
        set.things.value = set.things.value.filter((each) => each.id !== id);
      },
    },
    restores: {
      told: set.restored,
      async read() {
        await done('read');
        set.restored.value = null;
      },
    },
    accounts: {
      access: set.access,
      signInNeeded: set.signInNeeded,
      stopped: set.stopped,
      veiled: set.veiled,
      async veil() {
        await done('veil');
        set.veiled.value = true;
      },
      async signIn(username, _password, otp) {
        await done('signIn');
        if (otp === '000000') throw new Trouble('sign_in_failed', both('Tên đăng nhập, mật khẩu hoặc mã không đúng.', 'User name, password or code is wrong.'));
        set.access.value = { state: 'locked', officers: [known({ username, pinMissing: true })] };
      },
      async setPin(pin) {
        await done('setPin');
        const weakness = weaknessOf(pin, 2026);
        if (weakness) throw new Trouble('pin_weak', SAY.pinWeak[weakness]);
        set.access.value = { state: 'open', officer };
      },
      async unlock(_id, pin) {
        await done('unlock');
        if (pin === PIN) set.veiled.value = false;
        else throw new Trouble('pin_wrong', both('Mã PIN không đúng. Còn 4 lần thử.', 'The PIN is wrong. 4 tries left.'));
        set.access.value = { state: 'open', officer };
      },
      async lock() {
        await done('lock');
        set.veiled.value = false;
        set.access.value = { state: 'locked', officers: [known()] };
      },
      async signOut() {
        await done('signOut');
        set.access.value = { state: 'locked', officers: [known({ pinBlocked: true, unsent: 3 })] };
      },
    },
    visits: {
      all: set.all,
      one: (id) => computed(() => one(id) ?? null),
      async open(id) {
        await done('open');
        change(id, { state: 'opened' });
      },
      declareRelation: () => done('declareRelation'), fixPlace: async () => refuse(), announce: async () => refuse(), takePhoto: async () => refuse(),
      keepThumbnail: async () => refuse(),
      ...fakeTyped(),
      withdrawPhoto: async () => refuse(), captionPhoto: () => done('captionPhoto'),
      photoBytes: async () => null, draft: async () => draft,
      saveDraft: () => done('saveDraft'),
      answerRemark: () => done('answerRemark'),
      writeMinutes: async () => refuse(),
      sign: async () => refuse(),
      numberMinutes: async () => null, numbersLeft: async () => 7,
      obstacles: async () => set.obstacles.value,
      revision: async () => refuse(),
      submit: async () => refuse(),
      discard: () => done('discard'),
      flow: {
        entrust: () => done('entrust'),
        propose: () => done('propose'),
        setAside: () => done('setAside'),
        takeText: () => done('takeText'),
        putBack: () => done('putBack'),
        supplement: async (_id, asked) => ({ asked, answers: [], photos: [], documents: [] }),
        keepSupplement: () => done('keepSupplement'),
        sendSupplement: () => done('sendSupplement'),
      },
    },
    decisions: fakeDecisions(), handSigned: fakeSheets(), pictures: { of: async () => null }, checks: scannedChecks, decisionFiles: { here: signal(new Set([SHEET_HASH])), open: async () => new TextEncoder().encode('%PDF-1.7').buffer, heard: async () => ({ [AMENDED.id]: '2026-11-24T02:50:00Z' }) },
    opinions: { look: async () => refuse(), picture: async () => refuse(), typed: async () => null, keep: () => done('keepOpinion'), approve: () => done('approve'), giveBack: () => done('giveBack') },
    filings: fakeFilings(done, refuse), copies: fakeCopies(done, refuse), informations: fakeInformations(done), strays: fakeStrays(done),
    papers: {
      of: (id) => computed(() => (id === day[1]!.id ? set.papers.value : [])),
      begin: async () => refuse(),
      draft: async (_id, paperId) => set.papers.value.find((paper) => paper.id === paperId)?.draft ?? refuse(),
      saveDraft: () => done('savePaper'), drop: () => done('dropPaper'),
      write: async () => refuse(), sign: async () => refuse(), number: async () => null, numbersLeft: async () => 7,
      pdf: async () => refuse(), signing: async (_id, written) => signable(written), signDigitally: async () => refuse(), storedFile: async () => refuse(),
    },
    outbox: { summary: set.summary, items: set.items, sendNow: () => done('sendNow'), sendOriginalsNow: () => done('sendOriginalsNow'), retry: (key) => done(`retry ${key}`), read: (key) => done(`read ${key}`), waitNoLonger: (key) => done(`waitNoLonger ${key}`), start: () => undefined, stop: () => undefined },
    searching: fakeSearching(set.all, entries),
    offlineData: {
      all: async (kind) => entries.filter((entry) => entry.kind === kind), state: set.pack, landmarks: async () => LANDMARKS,
      search: async (kind, text) => entries.filter((entry) => entry.kind === kind && matches(entry.text, searchWords(text))),
      searchOn: async (_day, text) => entries.filter((entry) => entry.kind === 'violation' && matches(entry.text, searchWords(text))),
      behaviourOn: async (_day, code) => entries.find((entry) => entry.kind === 'violation' && entry.value.code === code) ?? null,
      get: async (kind, id) => entries.find((entry) => entry.kind === kind && entry.id === id) ?? null,
      history: async () => ({ asOf: set.pack.value?.asOf ?? null, earlier: [{ inspectionId: 'i9', number: '01010090/QĐ-KT', issuedOn: '2025-10-02', state: 'approved', violations: ['Kinh doanh hàng hóa không rõ nguồn gốc, xuất xứ'], match: 'tax_code', outcome: 'violations' }], cases: [{ caseId: 'c1', inspectionId: null, number: 'VV-0101-2026-0007', sanctionedOn: '2026-03-02', decisionNumber: '12/QĐ-XPHC', onlyWarned: false, fineVnd: 15_000_000, openVnd: 9_000_000, lapsesOn: null, match: 'tax_code' }] }),
      refresh: () => done('refresh'),
    },
    rescue: {
      pending: set.pending, pendingOf: async () => set.pending.value,
      async make(onProgress) {
        await done('make'); onProgress(1, 1);
        return { name: 'hientruong-goi-du-phong-20261124.age', parts: [new Uint8Array(2_000)] };
      },
    },
    health: {
      standalone: set.standalone,
      persisted: set.persisted,
      storage: signal({ usage: 182_000_000, quota: 10_800_000_000 }),
      clockOffsetMs: set.clockOffsetMs,
      oldestUnsent: set.oldestUnsent, tooOld: signal(false),
      probe: async () => true,
      mayBegin: async () => set.mayBegin.value,
      updateReady: set.updateReady,
      applyUpdate: () => done('applyUpdate'),
    },
    clock: {
      standing: set.clock,
      timeMs: () => (set.clock.value.state === 'lost' ? null : Date.now() + (set.clock.value.state === 'off' ? set.clock.value.offMs : 0)),
      look: () => set.clock.value,
    },
    settings: {
      language: set.language,
      theme: set.theme,
      originalsOnlyWhenISay,
      lockAfterMinutes,
      deviceName,
      deviceId: signal('3f6a0f0e-0000-4000-8000-0000000000d1'),
      async set(changed) {
        await done('set');
        if (changed.language) set.language.value = changed.language;
        if (changed.theme) set.theme.value = changed.theme;
        if (changed.originalsOnlyWhenISay !== undefined) originalsOnlyWhenISay.value = changed.originalsOnlyWhenISay;
        if (changed.lockAfterMinutes) lockAfterMinutes.value = changed.lockAfterMinutes;
        if (changed.deviceName !== undefined) deviceName.value = changed.deviceName;
      },
    },
    syncNow: async () => set.summary.value.reached,
    form: async (form) => forms[form] ?? null,
    newestVersion: async () => null,
  };
}
