/** The state of an opinion on a draft that was given on this phone. */
import { isAct } from '../../domain/acts';
import type { OutboxItem } from '../../app/services';
import { t } from '../flow/words';
import { LinkButton, Notice } from '../parts';
import { say } from '../words';
import { t as visit } from './words';

/** The last opinion given for this request. If the draft is not known (no signal), the last one
 * of this inspection that has not been sent yet. */
export function sentOpinion(items: readonly OutboxItem[], id: string, asked: { id: string; draft: string } | null): OutboxItem | null {
  return (
    items.find(({ act, recordId, state }) => {
      if (act === null || recordId !== id) return false;
      if (!isAct(act.act, 'draft.approved') && !isAct(act.act, 'draft.returned')) return false;
      if (asked === null) return state !== 'received';
      const { draft, proposal } = act.act.content;
      return draft === asked.draft && (proposal ?? asked.id) === asked.id;
    }) ?? null
  );
}

export function SentOpinion({ sent }: { sent: OutboxItem }) {
  const approved = sent.act?.act.type === 'draft.approved';
  if (sent.state === 'attention' || sent.state === 'refused') {
    return (
      <Notice tone="danger" title={t('opinion.sent_refused')}>
        {sent.why && <p>{say(sent.why)}</p>}
        {sent.whatToDo && <p>{say(sent.whatToDo)}</p>}
        <LinkButton href="/app/outbox">{t('opinion.outbox')}</LinkButton>
      </Notice>
    );
  }
  const there = sent.state === 'received';
  return (
    <>
      <Notice tone={there ? 'good' : 'info'} title={t(approved ? 'opinion.sent_approved' : 'opinion.sent_returned')}>
        <p>{t(there ? 'opinion.sent_taken' : 'opinion.sent_waits')}</p>
      </Notice>
      <LinkButton href="/app/">{visit('visit.home')}</LinkButton>
    </>
  );
}
