/** What a phone can know of the time while its own clock is wrong. Pure: the caller passes in both
 * clocks.
 *
 * Only the server's time at the last contact is certain. From there the time is carried on by two
 * clocks. The page's monotonic clock runs as long as the page lives; it may stop while the phone
 * sleeps, so it gives only the least time that has passed. The wall clock never stops, but anybody
 * can change it. Each look compares the two and asks which of two explanations fits both: the clock
 * was left alone, or somebody set it right. If neither fits, or if both fit and differ by hours,
 * the time is unknown. The officer is then asked, and nothing is filled in.
 */

/** The phone's two clocks at one look. `monoMs` starts again with each page. */
export interface Look {
  wallMs: number;
  monoMs: number;
  page: string;
}

/** What was known at the last look. Plain data, kept on the disk. */
export interface Seen extends Look {
  /** The server's time at that look; if `lost`, the earliest that it can have been. */
  serverMs: number;
  /** The server's time at the last contact. */
  contactMs: number;
  /** The clock was changed since the last contact in a way that cannot be calculated. */
  lost: boolean;
}

/** right: within the tolerance of the server's clock · off: wrong by `offMs` (server's minus the
 * phone's) · lost: wrong by an unknown amount · unknown: never compared. */
export type Standing = { state: 'unknown' } | { state: 'right' | 'off'; offMs: number } | { state: 'lost' };

/** From this difference on the server reports a clock as wrong (backend/ledger/rules/ledger.py,
 * CLOCK_TOLERANCE). An answer may take seconds to arrive. */
export const TOLERANCE_MS = 120_000;
/** Margin for a clock that is set right by hand: people set it to the minute, and it takes them
 * a moment. */
const BY_HAND_MS = 180_000;
/** A network time service may adjust a clock by up to this much without anybody's action. */
const SLIP_MS = 5_000;
/** If two explanations differ by less than this, the difference does not matter for a paper. */
const ALIKE_MS = 900_000;
/** If two explanations differ by at least this much, the shorter is taken. A clock that was two
 * days slow and was then set right is far more frequent than a phone that lay for two days with
 * this page open. */
const FAR_MS = 12 * 3_600_000;

/** What is known right after an answer of the server. */
export function heard(contact: { serverMs: number; localMs: number }, now: Look): Seen {
  return { ...now, serverMs: contact.serverMs + (now.wallMs - contact.localMs), contactMs: contact.serverMs, lost: false };
}

/** Carries what is known on to another look at the clocks. */
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
    // The clock was slow, and so much time passed on it that it may have been set right meanwhile.
    if (offMs >= FAR_MS) return on(now.wallMs);
    return offMs <= ALIKE_MS ? on(ifLeft) : on(seen.serverMs + atLeast, true);
  }
  if (left) return on(ifLeft);
  // The clock was set back. On the same page the monotonic clock tells how much time passed; after
  // a restart nothing does.
  if (putRight && samePage) return on(Math.max(now.wallMs, seen.serverMs + atLeast));
  return samePage ? on(seen.serverMs + atLeast) : on(seen.serverMs, true);
}

/** The state of the phone's clock at the latest look. */
export function standing(seen: Seen | null): Standing {
  if (seen === null) return { state: 'unknown' };
  if (seen.lost) return { state: 'lost' };
  const offMs = seen.serverMs - seen.wallMs;
  return { state: isWrong(offMs) ? 'off' : 'right', offMs };
}

/** The time to write on a paper, in ms since 1970. It is the phone's own while that is right or
 * was never compared, else the server's; null if unknown. */
export function timeNow(seen: Seen | null, wallMs: number): number | null {
  const found = standing(seen);
  if (found.state === 'lost') return null;
  return found.state === 'off' ? wallMs + found.offMs : wallMs;
}

/** What an act records about the clock of its phone: nothing while that is right or was never
 * compared. */
export function clockOfAct(found: Standing): { clock_off_s?: number | null } {
  if (found.state === 'off') return { clock_off_s: Math.round(found.offMs / 1000) };
  return found.state === 'lost' ? { clock_off_s: null } : {};
}

/** When an act happened, corrected by what it records about its clock (RFC 3339). It is
 * `made_at` itself if the act records nothing. */
export function actAt(act: { made_at: string; clock_off_s?: number | null }): string {
  return typeof act.clock_off_s === 'number' ? new Date(Date.parse(act.made_at) + act.clock_off_s * 1000).toISOString().replace(/\.\d{3}Z$/, 'Z') : act.made_at;
}

/** Returns a function from `(id, made_at)` to the time at which an act happened. It differs from
 * `made_at` if the server's view has a corrected time for the act. */
export function timesIn(view: { acts: readonly { id: string; clock?: { at: string } | null }[] }): (id: string, madeAt: string) => string {
  const known = new Map(view.acts.flatMap(({ id, clock }) => (clock ? [[id, clock.at] as const] : [])));
  return (id, madeAt) => known.get(id) ?? madeAt;
}

function isWrong(offMs: number): boolean {
  return Math.abs(offMs) > TOLERANCE_MS;
}

/** Which clock a paper's times come from. The words are those of the server's PDF
 * (backend/documents/layout/wording.py, tests/cases/clock.json). */
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

/** Which clock the times of an act come from, for an act that only this phone has. */
export function clockKind(act: { anchor: string | null; clock_off_s?: number | null }): ClockKind {
  if (act.clock_off_s !== undefined) return act.clock_off_s === null ? 'changed' : 'off';
  return act.anchor === null ? 'unchecked' : 'checked';
}

/** States in Vietnamese which clock the times of an act come from. The server's view is used
 * once it has the act, else this phone's own log. Null if neither has it, or if it was entered
 * at a desk. */
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

/** A time span such as "2 ngày" or "3 giờ 5 phút". Always Vietnamese, whatever the language of
 * the screen, because it is printed on papers. */
export function spanVi(seconds: number): string {
  const minutes = Math.floor(Math.abs(seconds) / 60) + (Math.abs(seconds) % 60 >= 30 ? 1 : 0);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const said = [...(days > 0 ? [`${days} ngày`] : []), ...(hours > 0 ? [`${hours} giờ`] : [])];
  if (days === 0 && (rest > 0 || said.length === 0)) said.push(`${rest} phút`);
  return said.join(' ');
}
