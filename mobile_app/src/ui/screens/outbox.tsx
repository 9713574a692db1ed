/** Everything on its way to the server, item by item in plain words. What needs the
 * officer comes first. */
import type { Outbox, OutboxItem, OutboxSummary } from '../../app/services';
import { needsAttention, waitsOf, type QueuedInformation } from '../../domain/informations';
import { Button, Checkbox, Collapsible, Empty, Facts, LinkButton, List, Notice, Page, Progress, Row, Tag, TroubleNotice, type Tone } from '../parts';
import { StoppedNotice } from './stopped-notice';
import { useServices, useTask } from '../context';
import { bytes, clock, dayTime, say } from '../words';
import { t, type PlacesKey } from '../words/places';
import { unsentPhrase } from '../parts/status-line';
import { RestoredNotice } from './home-notices';
import { Strays } from './strays';

/** The tone of each state. */
export const itemTone: Record<OutboxItem['state'], Tone> = { waiting: 'warning', sending: 'info', received: 'info', stored: 'good', attention: 'danger', refused: 'info' };

/** An item's state in words: "Đang gửi 40 %". A received photograph still waits for its byte
 * receipt; a received act does not. */
export function stateWords(item: Pick<OutboxItem, 'state' | 'kind' | 'percent'>): string {
  if (item.state === 'sending' && item.percent !== null) return t('outbox.sending_percent', { percent: Math.floor(item.percent) });
  const key: PlacesKey = item.state === 'received' && item.kind === 'photo' ? 'outbox.received_photo' : `outbox.${item.state}`;
  return t(key);
}

function Item({ item, of, outbox }: { item: OutboxItem; of: string; outbox: Outbox }) {
  const task = useTask();
  return (
    <li class="card">
      <p>
        <strong>{say(item.title)}</strong> <Tag tone={itemTone[item.state]}>{stateWords(item)}</Tag>
        <br />
        <span class="small">
          {of}
          {item.photo && ` · ${bytes(item.photo.size)}`}
        </span>
      </p>
      {item.state === 'sending' && <Progress label={t('outbox.progress', { what: say(item.title) })} percent={item.percent} />}
      {item.why && <p>{say(item.why)}</p>}
      {item.whatToDo && (
        <p>
          <strong>{t('outbox.what_to_do')}</strong> {say(item.whatToDo)}
        </p>
      )}
      <TroubleNotice trouble={task.trouble} />
      {item.awaited && (
        <Button busy={task.busy.value} onPress={() => task.run(() => outbox.waitNoLonger(item.key))} label={`${t('outbox.wait_no_longer')}: ${say(item.title)}`}>
          {t('outbox.wait_no_longer')}
        </Button>
      )}
      {item.state === 'attention' && item.final && (
        <Button busy={task.busy.value} onPress={() => task.run(() => outbox.read(item.key))} label={`${t('outbox.read')}: ${say(item.title)}`}>
          {t('outbox.read')}
        </Button>
      )}
      {item.state === 'attention' && !item.final && (
        <Button busy={task.busy.value} onPress={() => task.run(() => outbox.retry(item.key))} label={`${t('outbox.retry')}: ${say(item.title)}`}>
          {t('outbox.retry')}
        </Button>
      )}
    </li>
  );
}

function Contact({ summary }: { summary: OutboxSummary }) {
  const facts: [string, string | null][] = [
    [t('outbox.last_contact'), summary.lastContact ? dayTime(summary.lastContact) : t('outbox.never')],
    [t('outbox.next_try'), summary.nextTryAt && !summary.sending && summary.stopped === null ? clock(summary.nextTryAt) : null],
  ];
  return (
    <>
      <Facts facts={facts} />
      {summary.otherTabSends && <Notice tone="info">{t('outbox.other_tab')}</Notice>}
    </>
  );
}

const informationsOpen = (queued: readonly QueuedInformation[]): QueuedInformation[] => queued.filter((one) => needsAttention(one) || waitsOf(one) > 0);

/** Information that waits, or that the server did not take. What to do is on its own screen. */
function Informations() {
  const { informations } = useServices();
  const open = informationsOpen(informations.queued.value);
  if (open.length === 0) return null;
  return (
    <List label={t('outbox.informations')}>
      {open.map((one) => (
        <Row
          key={one.id}
          href={`/app/informations/${one.id}`}
          title={t('outbox.information')}
          note={
            <>
              {one.number ?? one.typed.summary}
              <br />
              <Tag tone={needsAttention(one) ? 'danger' : 'warning'}>{t(needsAttention(one) ? 'outbox.attention' : 'outbox.waiting')}</Tag>
            </>
          }
        />
      ))}
    </List>
  );
}

/** The switch "originals only when I say so". It exists because not every phone tells the
 * kind of network. */
export function OriginalsSwitch() {
  const { settings } = useServices();
  const task = useTask();
  return (
    <>
      <Checkbox
        label={t('outbox.originals')}
        hint={t('outbox.originals_hint')}
        checked={settings.originalsOnlyWhenISay.value}
        onChange={(originalsOnlyWhenISay) => void task.run(() => settings.set({ originalsOnlyWhenISay }))}
      />
      <TroubleNotice trouble={task.trouble} />
    </>
  );
}

/** Whether nothing more will happen to it. An act is done when it is received, unless a
 * supervisor has to decide about it; a photograph when it is stored. */
function isDone(item: OutboxItem): boolean {
  return item.state === 'stored' || item.state === 'refused' || (item.kind === 'act' && item.state === 'received' && item.whatToDo === null);
}

const order: OutboxItem['state'][] = ['attention', 'sending', 'waiting', 'received'];

/** `/app/outbox`. */
export function OutboxScreen() {
  const { accounts, informations, outbox, visits } = useServices();
  const task = useTask();
  const summary = outbox.summary.value;
  const items = outbox.items.value;
  const open = order.flatMap((state) => items.filter((item) => item.state === state && !isDone(item)));
  const refused = items.filter((item) => item.state === 'refused');
  const done = items.filter((item) => isDone(item) && item.state !== 'refused');
  const signIn = accounts.signInNeeded.value;
  const of = (item: OutboxItem): string => visits.all.value.find((one) => one.id === item.recordId)?.view.decision.subject.name ?? t('outbox.unknown_record');
  const card = (item: OutboxItem) => <Item key={item.key} item={item} of={of(item)} outbox={outbox} />;
  return (
    <Page
      title={t('outbox.title')}
      tabs
      actions={
        accounts.stopped.value ? (
          <LinkButton kind="primary" href="/app/rescue">{t('rescue.button')}</LinkButton>
        ) : (
          <Button kind="primary" busy={task.busy.value} onPress={() => task.run(() => outbox.sendNow())}>
            {t('outbox.send_now')}
          </Button>
        )
      }
    >
      <TroubleNotice trouble={task.trouble} />
      <StoppedNotice />
      {(summary.stopped ?? signIn) && !accounts.stopped.value && (
        <Notice tone="danger" title={t('outbox.stopped')}>
          <p>{say((summary.stopped ?? signIn)!)}</p>
          {signIn && <LinkButton href="/app/sign-in">{t('outbox.sign_in')}</LinkButton>}
        </Notice>
      )}
      {summary.busy && !signIn && <Notice tone="warning">{say(summary.busy)}</Notice>}
      <RestoredNotice />
      {unsentPhrase(summary) && (
        <p>
          <strong>{t('outbox.only_here', { what: unsentPhrase(summary) })}</strong>
        </p>
      )}
      {summary.heldBack > 0 && (
        <div class="button-row">
          <Button onPress={() => task.run(() => outbox.sendOriginalsNow())}>{t('outbox.send_originals', { count: summary.heldBack })}</Button>
        </div>
      )}
      <Contact summary={summary} />
      <Strays />
      <Informations />
      {open.length === 0 && informationsOpen(informations.queued.value).length === 0 && !summary.stopped && !signIn && (
        <Empty title={t('outbox.empty')}>
          <p>{t(refused.length > 0 ? 'outbox.empty_but' : 'outbox.empty_means')}</p>
        </Empty>
      )}
      {open.length > 0 && <List label={t('outbox.list')}>{open.map(card)}</List>}
      <OriginalsSwitch />
      {refused.length > 0 && (
        <Collapsible lazy title={t('outbox.refused_list', { count: refused.length })}>
          <p class="hint">{t('outbox.refused_means')}</p>
          <List>{refused.map(card)}</List>
        </Collapsible>
      )}
      {done.length > 0 && (
        <Collapsible lazy title={t('outbox.done_list', { count: done.length })}>
          <List>{done.map(card)}</List>
        </Collapsible>
      )}
      <div class="button-row">
        <LinkButton href="/app/rescue">{t('rescue.button')}</LinkButton>
      </div>
    </Page>
  );
}
