/** One sentence about unsent work on every screen, which links to the outbox. Made from the
 * outbox's own counts. */
import type { OutboxSummary, UnsentCounts } from '../../app/services';
import { needsAttention, waitsOf } from '../../domain/informations';
import { useServices } from '../context';
import { bytes, clock, say, t } from '../words';
import { Icon, type IconName } from './icon';
import type { Tone } from './notice';

export interface StatusSentence {
  tone: Tone;
  icon: IconName;
  /** Changes with every count. */
  text: string;
  /** Changes only with the kind of state. Screen readers announce this. */
  spoken: string;
}

/** So many photographs, and so many documents, as one phrase. */
function filesPhrase(all: number, documents: number): string {
  const parts = [all > documents ? t('status.photos', { count: all - documents }) : '', documents > 0 ? t('status.documents', { count: documents }) : ''];
  return parts.filter((part) => part !== '').join(', ');
}

/** What is only on this phone, as one phrase: "3 mục, 12 ảnh, 2 tài liệu (34 MB)". */
export function unsentPhrase(summary: OutboxSummary): string {
  const parts: string[] = [];
  if (summary.waitingActs > 0) parts.push(t('status.acts', { count: summary.waitingActs }));
  if (summary.waitingPhotos > 0) parts.push(`${filesPhrase(summary.waitingPhotos, summary.waitingDocuments)} (${bytes(summary.waitingBytes)})`);
  return parts.join(', ');
}

/** Returns the sentence. Bad news comes before good: attention, stopped, unsent, held back,
 * unconfirmed, all stored. */
export function statusSentence(summary: OutboxSummary): StatusSentence {
  const unsent = unsentPhrase(summary);
  if (summary.needsAttention > 0) {
    const rest = unsent ? ` ${t('status.also_unsent', { what: unsent })}` : '';
    return { tone: 'danger', icon: 'stop', text: t('status.attention', { count: summary.needsAttention }) + rest, spoken: t('status.spoken_attention') };
  }
  if (summary.stopped) {
    const rest = unsent ? ` ${t('status.only_here', { what: unsent })}` : '';
    return { tone: 'warning', icon: 'stop', text: t('status.stopped') + rest, spoken: say(summary.stopped) };
  }
  if (unsent) {
    const onlyHeld = summary.waitingActs === 0 && summary.heldBack > 0 && summary.heldBack >= summary.waitingPhotos;
    const key = onlyHeld
      ? 'status.held_back'
      : summary.sending
        ? 'status.sending'
        : summary.otherTabSends
          ? 'status.other_tab'
          : summary.reached || !summary.tried
            ? 'status.waiting'
            : 'status.no_network';
    return { tone: summary.sending ? 'info' : 'warning', icon: summary.sending ? 'send' : 'wait', text: t(key, { what: unsent }), spoken: t(key, { what: t('status.spoken_work') }) };
  }
  if (summary.unconfirmed > 0) return { tone: 'info', icon: 'wait', text: t('status.unconfirmed', { what: filesPhrase(summary.unconfirmed, summary.unconfirmedDocuments) }), spoken: t('status.spoken_unconfirmed') };
  if (summary.lastContact === null) return { tone: 'info', icon: 'info', text: t('status.nothing_yet'), spoken: t('status.nothing_yet') };
  return { tone: 'good', icon: 'check', text: t(summary.reached ? 'status.all_stored' : summary.tried ? 'status.all_stored_offline' : 'status.all_stored_before', { time: clock(summary.lastContact) }), spoken: t('status.spoken_all_stored') };
}

/** What waits besides acts: copies that were handed over, of which the server does not know yet, and information that was
 * taken in. What of it the server does not take needs the officer, as an act does. */
export function withOthers(summary: OutboxSummary, queued: number, refused: number): OutboxSummary {
  return queued + refused === 0 ? summary : { ...summary, waitingActs: summary.waitingActs + queued, needsAttention: summary.needsAttention + refused };
}

/** Whether a rescue file would hold anything. */
export const hasUnsent = ({ acts, informations, drafts, photos }: UnsentCounts): boolean => acts + informations + drafts + photos > 0;

/** For a phone that may not send any more: its work leaves by the rescue file, and the
 * line links there. */
function stoppedSentence(unsent: boolean): StatusSentence {
  const text = t(unsent ? 'stopped.line' : 'stopped.line_nothing');
  return { tone: 'danger', icon: 'stop', text, spoken: text };
}

/** The line at the top of every screen while an officer is open. */
export function StatusLine() {
  const { accounts, copies, informations, outbox, rescue } = useServices();
  const queued = informations.queued.value;
  const waiting = queued.filter((one) => one.state !== 'refused').reduce((sum, one) => sum + waitsOf(one), 0);
  const stopped = accounts.stopped.value;
  const unsent = hasUnsent(rescue.pending.value);
  const sentence = stopped ? stoppedSentence(unsent) : statusSentence(withOthers(outbox.summary.value, copies.queued.value.length + waiting, queued.filter(needsAttention).length));
  return (
    <>
      <a class={`status status-${sentence.tone}`} href={stopped && unsent ? '/app/rescue' : '/app/outbox'}>
        <Icon name={sentence.icon} />
        <span>{sentence.text}</span>
        <Icon name="forward" />
      </a>
      <span class="quietly" role="status">
        {sentence.spoken}
      </span>
    </>
  );
}
