/** An inspector proposes an inspection; it works without a signal. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { dayInVietnam } from '../../domain/moments';
import type { ProposalChoices, ReferenceEntry } from '../../wire';
import { useServices, useTask } from '../context';
import { Button, Checkbox, Choice, Empty, List, Notice, NumberField, Page, Select, Spinner, TextArea, TextField, TroubleNotice } from '../parts';
import { day } from '../words';
import { empty, LONGEST_DAYS, missing, nextDays, ofProposal, proposalOf, RISKS, START_DAYS, withBusiness, type Typed } from './proposing';
import { proposalsOf } from './standing';
import { t } from './words';

const TYPED = 'proposal';

/** The party, from the register or typed. */
function Party({ typed, change }: { typed: Typed; change: (next: Partial<Typed>) => void }) {
  const { offlineData } = useServices();
  const [text, setText] = useState('');
  const [found, setFound] = useState<ReferenceEntry[]>([]);
  const asOf = offlineData.state.value?.asOf; // after a first sign-in the register may come while one types
  useEffect(() => {
    let here = true;
    if (text.trim() === '') setFound([]);
    else offlineData.search('business', text, 5).then((entries) => here && setFound(entries), () => undefined);
    return () => {
      here = false;
    };
  }, [text, asOf]);
  return (
    <section>
      <h2>{t('propose.party')}</h2>
      <TextField label={t('propose.search')} hint={t('propose.search_hint')} type="search" inputMode="search" value={text} onInput={setText} />
      {found.length > 0 && (
        <List label={t('propose.search')}>
          {found.map((entry) => (
            <li key={entry.id}>
              <Button
                onPress={() => {
                  change(withBusiness(typed, entry));
                  setText('');
                }}
              >
                {String(entry.value.name)} · {String(entry.value.address)}
              </Button>
            </li>
          ))}
        </List>
      )}
      <Choice
        label={t('propose.kind')}
        value={typed.kind}
        onChange={(kind) => change({ kind, subjectId: null })}
        options={(['individual', 'household', 'organisation'] as const).map((value) => ({ value, label: t(`propose.${value}`) }))}
      />
      <TextField label={t('propose.name')} value={typed.name} onInput={(name) => change({ name, subjectId: null })} maxLength={200} capitals="words" spelt={false} />
      <TextField label={t('propose.address')} value={typed.address} onInput={(address) => change({ address })} maxLength={500} />
      <TextField label={t('propose.tax_code')} value={typed.taxCode} onInput={(taxCode) => change({ taxCode })} maxLength={20} inputMode="numeric" literal />
      <TextField label={t('propose.place')} hint={t('propose.place_hint')} value={typed.place} onInput={(place) => change({ place })} maxLength={500} />
    </section>
  );
}

function Team({ typed, change, choices }: { typed: Typed; change: (next: Partial<Typed>) => void; choices: ProposalChoices | null }) {
  if (choices === null) return <Notice tone="warning">{t('propose.no_team')}</Notice>;
  const { team } = choices;
  return (
    <section>
      <h2>{t('propose.team')}</h2>
      <Select
        label={t('propose.leader')}
        nothing={t('propose.choose')}
        value={typed.leader}
        onChange={(leader) => change({ leader, members: typed.members.filter((one) => one !== leader) })}
        options={team.map((one) => ({ value: one.officer_id, label: one.card_number === null ? `${one.full_name} (${t('propose.no_card')})` : one.full_name }))}
      />
      {team
        .filter((one) => one.officer_id !== typed.leader)
        .map((one) => (
          <Checkbox
            key={one.officer_id}
            label={`${one.full_name}${one.title_vi ? `, ${one.title_vi}` : ''}`}
            checked={typed.members.includes(one.officer_id)}
            onChange={(checked) => change({ members: checked ? [...typed.members, one.officer_id] : typed.members.filter((other) => other !== one.officer_id) })}
          />
        ))}
    </section>
  );
}

/** `/app/propose`, and `/app/propose/:id` for a proposal that came back or was refused by the server. */
export function Propose({ id }: { id?: string }) {
  const { decisions, visits, clock, outbox } = useServices();
  const task = useTask();
  const { route } = useLocation();
  const today = dayInVietnam(clock.timeMs() ?? Date.now());
  const earlier = id === undefined ? undefined : proposalsOf(decisions.mine.value, outbox.items.value).find((one) => one.documentId === id);
  const before = earlier?.view ?? undefined;
  const [typed, setTyped] = useState<Typed | null>(null);
  const [choices, setChoices] = useState<ProposalChoices | null | undefined>(undefined);
  const [asked, setAsked] = useState(0);
  const said = useRef<HTMLDivElement>(null);
  const key = id === undefined ? TYPED : `${TYPED}:${id}`;
  const here = earlier !== undefined; // what the phone holds is read a moment after a reload
  useEffect(() => {
    if (id !== undefined && !here) return;
    const begin = earlier ? ofProposal(earlier) : empty(today);
    visits.typed(key).then(
      (kept) => setTyped(kept === null ? begin : { ...begin, ...(JSON.parse(kept) as Typed) }),
      () => setTyped(begin),
    );
    decisions.choices().then(setChoices, () => setChoices(null));
  }, [key, here]);
  // The button is in the dock: what is missing must come into sight from anywhere in the form.
  useEffect(() => {
    if (asked > 0) said.current?.scrollIntoView({ block: 'center' });
  }, [asked]);
  if (typed === null || choices === undefined) return (
      <Page title={t('propose.title')} back={{ href: '/app/', label: t('home.mine') }}>
        {id === undefined || here ? <Spinner /> : <Empty title={t('proposal.none')} />}
      </Page>
    );
  const change = (next: Partial<Typed>): void => {
    const now = { ...typed, ...next };
    setTyped(now);
    visits.keepTyped(key, JSON.stringify(now)).catch(() => undefined);
  };
  const lacks = missing(typed, today);
  const send = () =>
    task.run(async () => {
      if (lacks.length > 0) {
        setAsked((times) => times + 1);
        return;
      }
      const { documentId } = await decisions.propose(proposalOf(typed), before && { recordId: before.record_id, documentId: before.document_id });
      await visits.keepTyped(key, null);
      route(`/app/proposals/${documentId}`, true);
    });
  return (
    <Page
      title={t('propose.title')}
      back={{ href: '/app/', label: t('home.mine') }}
      actions={
        <>
          <TroubleNotice trouble={task.trouble} />
          <Button kind="primary" busy={task.busy.value} onPress={send}>
            {t('propose.send')}
          </Button>
        </>
      }
    >
      <p class="hint">{t('propose.offline')}</p>
      {before?.remarks && <Notice tone="warning" title={t('proposal.returned')}>{before.remarks}</Notice>}
      <div role="alert" ref={said}>
        {asked > 0 && lacks.length > 0 && (
          <Notice tone="danger" title={t('propose.missing')}>
            <ul>{lacks.map((each) => <li key={each}>{t(each)}</li>)}</ul>
          </Notice>
        )}
      </div>
      <Party typed={typed} change={change} />
      <section>
        <TextArea label={t('propose.reason')} value={typed.reason} onInput={(reason) => change({ reason })} limit={2000} rows={3} />
        <TextArea label={t('propose.contents')} hint={t('propose.contents_hint')} value={typed.contents} onInput={(contents) => change({ contents })} rows={3} />
        <TextField label={t('propose.basis')} hint={t('propose.basis_hint')} value={typed.basis} onInput={(basis) => change({ basis })} maxLength={400} />
        <TextArea label={t('propose.expected')} hint={t('propose.expected_hint')} value={typed.expected} onInput={(expected) => change({ expected })} limit={3000} rows={2} />
        <TextField label={t('propose.provision')} value={typed.provision} onInput={(provision) => change({ provision })} maxLength={500} />
        <Choice
          label={t('propose.risk')}
          hint={t('propose.risk_hint')}
          value={typed.risk}
          onChange={(risk) => change({ risk })}
          options={[{ value: '' as const, label: t('propose.risk_none') }, ...RISKS.map((value) => ({ value, label: t(`sign.risk_${value}`) }))]}
        />
        {typed.risk !== '' && <TextArea label={t('propose.emergency')} value={typed.emergency} onInput={(emergency) => change({ emergency })} limit={2000} rows={2} />}
        <Select label={t('propose.start')} nothing={t('propose.choose')} value={typed.start} onChange={(start) => change({ start })} options={nextDays(today, START_DAYS).map((value) => ({ value, label: day(value) }))} />
        <NumberField label={t('propose.days')} unit={t('propose.days_unit')} value={typed.days} onInput={(days) => change({ days })} min={1} max={LONGEST_DAYS} />
        <Checkbox label={t('propose.complex')} checked={typed.complex} onChange={(complex) => change({ complex })} />
      </section>
      <Team typed={typed} change={change} choices={choices} />
      <Checkbox label={t('propose.no_conflict')} checked={typed.noConflict} onChange={(noConflict) => change({ noConflict })} />
    </Page>
  );
}
