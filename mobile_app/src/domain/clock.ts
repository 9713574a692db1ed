/** What a phone can know of the time while its own clock is wrong. Pure: both clocks are given.
 *
 * Certain is the server's time at the last contact. From there the time is carried on: by the monotonic clock of the page as long
 * as it lives (it may stand still while the phone sleeps, so it proves only how much has passed at least), and by the wall clock,
 * which sleeps never and can be changed by anybody. Each look compares the two and takes the one story that fits both: that the
 * clock was left alone, or that it was put right. Where none fits, or two that differ by hours, nobody can tell; then the officer
 * is asked, and nothing is filled in.
 */

/** The phone's two clocks at one look. A monotonic clock begins anew with each page. */
export interface Look {
  wallMs: number;
  monoMs: number;
  page: string;
}

/** What was known at the last look; plain data, kept on the disk. */
export interface Seen extends Look {
  /** The server's time at that look; where `lost`, the earliest that it can have been. */
  serverMs: number;
  /** The server's time at the last contact. */
  contactMs: number;
  /** The clock was changed since the last contact in a way that cannot be reckoned. */
  lost: boolean;
}

/** right: within the tolerance of the server's · off: wrong by `offMs` (server's minus the phone's) · lost: wrong by nobody knows
 * how much · unknown: never compared. */
export type Standing = { state: 'unknown' } | { state: 'right' | 'off'; offMs: number } | { state: 'lost' };

/** The server tells a clock as wrong from here on (backend/ledger/rules/ledger.py, CLOCK_TOLERANCE): an answer travels for seconds. */
export const TOLERANCE_MS = 120_000;
/** Who puts a clock right by hand does so to the minute, and takes a moment. */
const BY_HAND_MS = 180_000;
/** A network's time service moves a clock by so much without anybody's doing. */
const SLIP_MS = 5_000;
/** Two stories that differ by less than this are one for a paper. */
const ALIKE_MS = 900_000;
/** Of two stories that differ by so much the shorter is taken: a clock that was two days late is put right far oftener than a phone
 * lies two days with this page open. */
const FAR_MS = 12 * 3_600_000;

/** What is known right after an answer of the server. */
export function heard(contact: { serverMs: number; localMs: number }, now: Look): Seen {
  return { ...now, serverMs: contact.serverMs + (now.wallMs - contact.localMs), contactMs: contact.serverMs, lost: false };
}

/** Carries what is known on to another look. */
export function look(seen: Seen, now: Look): Seen {
  const samePage = now.page === seen.page && now.monoMs >= seen.monoMs;
  const passed = now.wallMs - seen.wallMs;
  const atLeast = samePage ? now.monoMs - seen.monoMs : 0;
  const on = (serverMs: number, lost = false): Seen => ({ ...seen, ...now, serverMs, lost });
  if (seen.lost) return on(seen.serverMs + atLeast, true);
  const offMs = seen.serverMs - seen.wallMs;
  const ifLeft = seen.serverMs + Math.max(passed, atLeast);
  const left = passed >= atLeast - SLIP_MS;
  if (samePage && Math.abs(passed - atLeast) <= SLIP_MS) return on(ifLeft);
  const putRight = isWrong(offMs) && now.wallMs >= seen.serverMs + atLeast - BY_HAND_MS;
  if (putRight && samePage && Math.abs(passed - atLeast - offMs) <= BY_HAND_MS) return on(Math.max(now.wallMs, seen.serverMs + atLeast));
  if (left && putRight && offMs > 0) {
    // Late, and so much has passed on the clock that it may have been put right meanwhile.
    if (offMs >= FAR_MS) return on(now.wallMs);
    return offMs <= ALIKE_MS ? on(ifLeft) : on(seen.serverMs + atLeast, true);
  }
  if (left) return on(ifLeft);
  // It went back. On the page that saw it the monotonic clock tells how much passed; after a restart nothing does.
  if (putRight && samePage) return on(Math.max(now.wallMs, seen.serverMs + atLeast));
  return samePage ? on(seen.serverMs + atLeast) : on(seen.serverMs, true);
}

/** How the phone's clock stands at the look that was carried to. */
export function standing(seen: Seen | null): Standing {
  if (seen === null) return { state: 'unknown' };
  if (seen.lost) return { state: 'lost' };
  const offMs = seen.serverMs - seen.wallMs;
  return { state: isWrong(offMs) ? 'off' : 'right', offMs };
}

/** The moment for a paper, ms since 1970: the phone's own while it is right or was never compared, else the server's; null where
 * nobody can tell. */
export function timeNow(seen: Seen | null, wallMs: number): number | null {
  const found = standing(seen);
  if (found.state === 'lost') return null;
  return found.state === 'off' ? wallMs + found.offMs : wallMs;
}

/** What an act says of the clock that made it: nothing while that is right or was never compared. */
export function clockOfAct(found: Standing): { clock_off_s?: number | null } {
  if (found.state === 'off') return { clock_off_s: Math.round(found.offMs / 1000) };
  return found.state === 'lost' ? { clock_off_s: null } : {};
}

/** When an act happened, by what it says of its clock: RFC 3339; `made_at` itself where it says nothing. */
export function actAt(act: { made_at: string; clock_off_s?: number | null }): string {
  return typeof act.clock_off_s === 'number' ? new Date(Date.parse(act.made_at) + act.clock_off_s * 1000).toISOString().replace(/\.\d{3}Z$/, 'Z') : act.made_at;
}

/** When each act of a server's view happened, where that is not what its phone's clock showed: `(id, made_at)` to the better of them. */
export function timesIn(view: { acts: readonly { id: string; clock?: { at: string } | null }[] }): (id: string, madeAt: string) => string {
  const known = new Map(view.acts.flatMap(({ id, clock }) => (clock ? [[id, clock.at] as const] : [])));
  return (id, madeAt) => known.get(id) ?? madeAt;
}

function isWrong(offMs: number): boolean {
  return Math.abs(offMs) > TOLERANCE_MS;
}

/** As the server's PDF says it (backend/documents/layout/wording.py, tests/cases/clock.json): which clock a paper's times come from. */
export type ClockKind = 'checked' | 'unchecked' | 'off' | 'changed' | 'outside';

const SAID: Record<Exclude<ClockKind, 'off'>, string> = {
  checked: 'Giờ lập theo đồng hồ điện thoại, không trái với giờ máy chủ.',
  unchecked: 'Giờ lập theo đồng hồ điện thoại, chưa so với máy chủ.',
  changed: 'Đồng hồ điện thoại đã bị đổi, không rõ lệch bao lâu: giờ do người lập ghi.',
  outside: 'Giờ lập theo đồng hồ điện thoại; đồng hồ này lệch với giờ máy chủ.',
};

export function clockSaid(kind: ClockKind, offS: number): string {
  if (kind !== 'off') return SAID[kind];
  return `Giờ lập theo giờ máy chủ; đồng hồ điện thoại lúc đó ${offS < 0 ? 'nhanh' : 'chậm'} ${spanVi(offS)}.`;
}

/** Which clock an act that is only here tells of. */
export function clockKind(act: { anchor: string | null; clock_off_s?: number | null }): ClockKind {
  if (act.clock_off_s !== undefined) return act.clock_off_s === null ? 'changed' : 'off';
  return act.anchor === null ? 'unchecked' : 'checked';
}

/** Which clock the act of a paper tells of, in Vietnamese: of the server's view once it knows the act, else of this phone's own log.
 * Null where neither has it, and of what was entered at a desk. */
export function clockLine(id: string, local: { acts: readonly { id: string; act: Parameters<typeof clockKind>[0] }[]; view: { acts: readonly Told[] } }): string | null {
  const told = local.view.acts.find((one) => one.id === id);
  if (told?.clock) return clockSaid(told.clock.kind, told.clock.off_s);
  if (told) return told.verdicts.time === undefined ? null : clockSaid(told.verdicts.time === 'ok' ? 'checked' : 'unchecked', 0);
  const own = local.acts.find((one) => one.id === id)?.act;
  return own ? clockSaid(clockKind(own), own.clock_off_s ?? 0) : null;
}

interface Told {
  id: string;
  verdicts: Record<string, string>;
  clock?: { kind: ClockKind; off_s: number } | null;
}

/** "2 ngày", "3 giờ 5 phút": in Vietnamese whatever the screen speaks, because a paper says it. */
export function spanVi(seconds: number): string {
  const minutes = Math.floor(Math.abs(seconds) / 60) + (Math.abs(seconds) % 60 >= 30 ? 1 : 0);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const said = [...(days > 0 ? [`${days} ngày`] : []), ...(hours > 0 ? [`${hours} giờ`] : [])];
  if (days === 0 && (rest > 0 || said.length === 0)) said.push(`${rest} phút`);
  return said.join(' ');
}
