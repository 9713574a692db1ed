/** What became of an officer's own proposal. */
import type { DecisionProposed } from '../../wire';
import { useServices } from '../context';
import { Empty, Facts, LinkButton, Notice, Page, Tag, type Tone } from '../parts';
import { day, dayTime, say } from '../words';
import { proposalsOf, type Shown } from './standing';
import { t } from './words';

/** The tone of each state, for lists too. */
export const proposalTone: Record<Shown['state'], Tone> = { unsent: 'warning', parked: 'danger', proposed: 'info', returned: 'danger', refused: 'danger', numbered: 'info', signed: 'good' };

/** What was proposed. */
export function ProposedFacts({ proposed }: { proposed: DecisionProposed }) {
  return (
    <Facts
      facts={[
        [t('propose.party'), `${proposed.subject.name}, ${proposed.subject.address}`],
        [t('propose.place'), proposed.place],
        [t('propose.reason'), proposed.reason],
        [t('propose.basis'), proposed.basis],
        [t('propose.contents'), proposed.contents.join('; ')],
        [t('propose.expected'), proposed.expected_violation ?? null],
        [t('propose.provision'), proposed.provision ?? null],
        [t('propose.emergency'), proposed.emergency ? `${t(`sign.risk_${proposed.emergency.risk}`)}: ${proposed.emergency.reason}` : null],
        [t('propose.start'), `${day(proposed.start_on)}, ${t('proposal.days', { count: proposed.duration_days })}`],
      ]}
    />
  );
}

/** `/app/proposals/:id`, by the id of the draft. */
export function Proposal({ id }: { id: string }) {
  const { decisions, outbox, visits } = useServices();
  const shown = proposalsOf(decisions.mine.value, outbox.items.value).find((one) => one.documentId === id);
  const back = { href: '/app/', label: t('home.mine') };
  if (!shown) return (
      <Page title={t('proposal.title')} back={back}>
        <Empty title={t('proposal.none')} />
      </Page>
    );
  const here = visits.one(shown.recordId).value !== null;
  const { view } = shown;
  return (
    <Page
      title={t('proposal.title')}
      back={back}
      actions={
        shown.state === 'returned' || shown.state === 'parked' ? (
          <LinkButton kind="primary" href={`/app/propose/${id}`}>
            {t('propose.again')}
          </LinkButton>
        ) : shown.state === 'signed' && here ? (
          <LinkButton kind="primary" href={`/app/inspections/${shown.recordId}`}>
            {t('proposal.open')}
          </LinkButton>
        ) : undefined
      }
    >
      <p role="status">
        <Tag tone={proposalTone[shown.state]}>{t(`proposal.${shown.state}`)}</Tag>
      </p>
      {shown.why && <Notice tone="danger">{say(shown.why)}</Notice>}
      {view?.remarks && <Notice tone="warning" title={view.answered_by_name && view.answered_at ? t('proposal.by', { name: view.answered_by_name, time: dayTime(view.answered_at) }) : t('sign.comments')}>{view.remarks}</Notice>}
      <Facts
        facts={[
          [t('proposal.number'), view?.number ?? null],
          [t('sign.signer'), shown.state === 'signed' && view?.answered_by_name && view.answered_at ? t('proposal.by', { name: view.answered_by_name, time: dayTime(view.answered_at) }) : null],
          [t('proposal.at'), view ? dayTime(view.proposed_at) : null],
        ]}
      />
      <ProposedFacts proposed={shown.proposed} />
    </Page>
  );
}
