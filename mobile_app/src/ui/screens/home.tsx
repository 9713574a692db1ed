/** The work of the open officer, the most urgent first. */
import { useState } from 'preact/hooks';
import { isFinal } from '../../domain/minutes-flow';
import { remarksOf } from '../../domain/remarks';
import type { LocalInspection } from '../../domain/model';
import { foldText, matches, searchWords } from '../../domain/fold-text';
import { Button, Collapsible, Empty, LinkButton, List, Notice, Page, Row, Tag, TextField, TroubleNotice } from '../parts';
import { useServices, useTask } from '../context';
import { standing } from '../flow/state';
import { clock, day, dayTime, say, t } from '../words';
import type { ShellKey } from '../words/shell.vi';
import { proposalsOf } from '../decisions/standing';
import { HomeCopies } from './home-copies';
import { HomeInformations, InformButton } from './home-informations';
import { HomeNotices } from './home-notices';
import { ToldList } from './home-told';

/** A refused proposal is listed for two days. */
const REFUSED_SHOWN_MS = 2 * 86_400_000;

type Group = 'returned' | 'supplement' | 'going_on' | 'to_do' | 'later' | 'submitted' | 'closed';

/** Headings in the order of urgency. */
export const groups: Group[] = ['returned', 'supplement', 'going_on', 'to_do', 'later', 'submitted', 'closed'];

/** The heading for an inspection. `today` is written as 2026-11-24, in the phone's time zone. */
export function groupOf(inspection: LocalInspection, today: string): Group {
  switch (inspection.state) {
    case 'returned':
    case 'revising':
      return 'returned';
    case 'opened':
    case 'announced':
      return 'going_on';
    case 'decided':
      return inspection.view.decision.start_on > today ? 'later' : 'to_do';
    case 'submitted':
      return inspection.file?.openAsk ? 'supplement' : 'submitted';
    default:
      return 'closed';
  }
}

/** Today in the phone's time zone, in the format of decisions. */
function todayText(now: Date): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** Whether any part of it is only on this phone. Refused acts count until the officer has read why
 * (then the outbox lists them as done), and so do the bytes of withdrawn photographs, which remain
 * evidence. */
export function unsent(inspection: LocalInspection): boolean {
  return inspection.acts.some((act) => act.state === 'waiting' || (act.state === 'parked' && !act.read)) || inspection.photos.some((photo) => photo.state !== 'stored');
}

function InspectionRow({ inspection }: { inspection: LocalInspection }) {
  const { decision } = inspection.view;
  const { words, tone } = standing(inspection);
  // For a file the tag says what is asked.
  const open = isFinal(inspection) ? 0 : remarksOf(inspection).filter((remark) => remark.answer === null).length;
  const returned = open > 0 ? t('home.comments', { count: open }) : null;
  return (
    <Row
      href={`/app/inspections/${inspection.id}`}
      title={decision.subject.name}
      note={
        <>
          {decision.place}
          <br />
          {decision.number} · {t('home.starts', { date: day(decision.start_on) })}
          <br />
          <Tag tone={tone}>{words}</Tag> {returned && <Tag tone="danger">{returned}</Tag>} {unsent(inspection) && <Tag tone="warning">{t('home.unsent_local')}</Tag>}
        </>
      }
    />
  );
}

function GroupList({ group, rows }: { group: Group; rows: LocalInspection[] }) {
  const words = `home.${group}` satisfies ShellKey;
  const list = (
    <List label={t(words)}>
      {rows.map((inspection) => (
        <InspectionRow key={inspection.id} inspection={inspection} />
      ))}
    </List>
  );
  if (group === 'closed') return (
      <Collapsible lazy title={`${t(words)} (${rows.length})`}>
        {list}
      </Collapsible>
    );
  return (
    <section>
      <h2>
        {t(words)} ({rows.length})
      </h2>
      {list}
    </section>
  );
}

/** A link to the minutes that were being typed last. The system may have ended the
 * app in between. */
function Unfinished({ all }: { all: LocalInspection[] }) {
  const drafts = all.filter(({ draft, state }) => draft?.screen && draft.writtenAs === null && state !== 'discarded' && state !== 'refused');
  const last = drafts.sort((a, b) => (b.draft?.updatedAt ?? '').localeCompare(a.draft?.updatedAt ?? ''))[0];
  if (!last?.draft?.screen) return null;
  return (
    <List label={t('home.unfinished')}>
      <Row href={`/app/inspections/${last.id}/${last.draft.screen}`} icon="pen" title={t('home.unfinished')} note={`${last.view.decision.subject.name} · ${t('home.saved', { time: dayTime(last.draft.updatedAt) })}`} />
    </List>
  );
}

/** Drafts on which other teams wait for an opinion. Those teams are standing in a shop, so
 * these come first. */
function Drafts() {
  const { told, outbox } = useServices();
  const drafts = told.drafts.value;
  if (drafts.length === 0) return null;
  const answered = new Set(outbox.items.value.filter(({ act }) => act?.act.type.startsWith('draft.')).map(({ recordId }) => recordId));
  return (
    <section>
      <h2>
        {t('home.drafts')} ({drafts.length})
      </h2>
      <List label={t('home.drafts')}>
        {drafts.map((one) => (
          <Row
            key={one.id}
            href={`/app/drafts/${one.record_id}`}
            icon="minutes"
            title={say(one.title)}
            note={
              <>
                {say(one.text)}
                <br />
                {dayTime(one.at)} {answered.has(one.record_id) && <Tag tone="info">{t('home.drafts_answered')}</Tag>}
              </>
            }
          />
        ))}
      </List>
    </section>
  );
}

/** Own proposals that are under way, what waits for a head's signature, and where to propose. */
function Decisions() {
  const { accounts, decisions, outbox } = useServices();
  const access = accounts.access.value;
  const roles: readonly string[] = access.state === 'open' ? access.officer.roles : [];
  const own = proposalsOf(decisions.mine.value, outbox.items.value).filter(({ state, view }) => state !== 'signed' && !(state === 'proposed' && view === null) && (state !== 'refused' || Date.now() - Date.parse(view?.answered_at ?? '') < REFUSED_SHOWN_MS));
  const waiting = decisions.waiting.value.length;
  return (
    <>
      {roles.includes('supervisor') && (
        <List label={t('home.to_sign')}>
          <Row href="/app/decisions" icon="pen" title={t('home.to_sign')} note={waiting > 0 ? t('home.to_sign_waits', { count: waiting }) : null} end={waiting > 0 ? <Tag tone="warning">{waiting}</Tag> : undefined} />
        </List>
      )}
      {own.length > 0 && (
        <section>
          <h2>
            {t('home.proposals')} ({own.length})
          </h2>
          <List label={t('home.proposals')}>
            {own.map((one) => (
              <Row key={one.documentId} href={`/app/proposals/${one.documentId}`} icon="pen" title={one.proposed.subject.name} note={<Tag tone={one.state === 'returned' || one.state === 'refused' || one.state === 'parked' ? 'danger' : 'info'}>{t(`home.proposal_${one.state}`)}</Tag>} />
            ))}
          </List>
        </section>
      )}
    </>
  );
}

/** The searchable text of an inspection, folded. */
function searchedText(inspection: LocalInspection): string {
  const { decision } = inspection.view;
  return foldText([decision.number, decision.place, decision.subject.name, decision.subject.trade_name ?? '', decision.subject.address, decision.subject.tax_code ?? ''].join(' '));
}

/** The first screen. */
export function Home() {
  const services = useServices();
  const task = useTask();
  const [text, setText] = useState('');
  const [told, setTold] = useState<{ reached: boolean; at: string } | null>(null);
  const all = services.visits.all.value;
  const words = searchWords(text);
  const shown = words.length === 0 ? all : all.filter((inspection) => matches(searchedText(inspection), words));
  const today = todayText(new Date(services.clock.timeMs() ?? Date.now()));

  return (
    <Page title={t('home.title')} tabs>
      <HomeNotices />
      {all.length > 0 && <TextField label={t('home.search')} type="search" inputMode="search" enterKeyHint="search" value={text} onInput={setText} />}
      <div role="status">
        {all.length > 0 && shown.length === 0 && <p>{t('home.no_match', { text: text.trim() })}</p>}
      </div>
      {all.length === 0 && services.told.drafts.value.length === 0 && services.decisions.waiting.value.length === 0 && (
        <Empty title={t('home.empty')}>
          <p>{t('home.empty_means')}</p>
        </Empty>
      )}
      {words.length === 0 && <Decisions />}
      {words.length === 0 && <Drafts />}
      {words.length === 0 && <HomeInformations />}
      {words.length === 0 && <HomeCopies />}
      {words.length === 0 && <Unfinished all={all} />}
      {groups.map((group) => {
        const rows = shown.filter((inspection) => groupOf(inspection, today) === group);
        return rows.length > 0 ? <GroupList key={group} group={group} rows={rows} /> : null;
      })}
      {words.length === 0 && <ToldList />}
      <TroubleNotice trouble={task.trouble} />
      <div role="status">
        {told && <Notice tone={told.reached ? 'good' : 'warning'}>{told.reached ? t('home.refreshed', { time: clock(told.at) }) : t('home.unreached')}</Notice>}
      </div>
      <div class="button-row">
        <Button
          busy={task.busy.value}
          onPress={() =>
            task.run(async () => {
              setTold({ reached: await services.syncNow(), at: new Date().toISOString() });
            })
          }
        >
          {t('home.refresh')}
        </Button>
        <LinkButton href="/app/scan">{t('home.scan')}</LinkButton>
        <InformButton />
        <LinkButton href="/app/propose">{t('home.propose')}</LinkButton>
        <LinkButton href="/app/begin-by-hand">{t('home.by_hand')}</LinkButton>
      </div>
    </Page>
  );
}
