/** What the officer must know before starting work, the most urgent first. Shows nothing while
 * all is well. */
import type { ToldNotice } from '../../app/services';
import { StoppedNotice } from './stopped-notice';
import { Button, Collapsible, LinkButton, Notice, TroubleNotice, type Tone } from '../parts';
import { useServices, useTask } from '../context';
import { unsentPhrase } from '../parts/status-line';
import { dayTime, say, span, t } from '../words';
import { InstallHowTo } from './install';

const DAY_MS = 86_400_000;
/** A clock that is off by more than two minutes is reported. It is never a reason
 * to refuse anything. */
export const CLOCK_TOLD_MS = 120_000;

/** The two stages of an old backlog: after one day, and after three. */
function backlogWords(oldest: string | null, now: number): 'home.old_day' | 'home.old_days' | null {
  if (oldest === null) return null;
  const age = now - Date.parse(oldest);
  if (age > 3 * DAY_MS) return 'home.old_days';
  return age > DAY_MS ? 'home.old_day' : null;
}

/** Offers the waiting version of the app. */
export function UpdateNotice() {
  const { health } = useServices();
  const task = useTask();
  if (!health.updateReady.value) return null;
  return (
    <Notice tone="info" title={t('home.update')}>
      <TroubleNotice trouble={task.trouble} />
      <Button busy={task.busy.value} onPress={() => task.run(() => health.applyUpdate())}>
        {t('home.update_now')}
      </Button>
    </Notice>
  );
}

/** The server names a least version, and this app is below it. What was done on it is taken all the same. */
function TooOld() {
  const { health } = useServices();
  if (!health.tooOld.value) return null;
  return (
    <Notice tone="warning" title={t('home.too_old')}>
      {t(health.updateReady.value ? 'home.too_old_update' : 'home.too_old_open')}
    </Notice>
  );
}

/** The server went back to an earlier state: what the phone does about it automatically, and
 * what a person has to do. It stays until it was read, and cannot be dismissed while something
 * is still being sent. */
export function RestoredNotice() {
  const { outbox, restores } = useServices();
  const task = useTask();
  const told = restores.told.value;
  if (told === null) return null;
  const summary = outbox.summary.value;
  const rest = unsentPhrase(summary);
  const under = rest !== '' || summary.unconfirmed > 0;
  return (
    <Notice tone={under ? 'warning' : 'info'} title={t('home.restored', { time: dayTime(told.at) })}>
      <p>{under ? t('home.restored_sending', { what: rest || t('home.restored_confirming') }) : t('home.restored_sent')}</p>
      {!under && <p>{t('home.restored_means')}</p>}
      <TroubleNotice trouble={task.trouble} />
      {!under && (
        <Button busy={task.busy.value} onPress={() => task.run(() => restores.read())}>
          {t('home.restored_read')}
        </Button>
      )}
    </Notice>
  );
}

/** A time limit that is over or ends today comes before the work. The others are one touch away. */
const toneOf: Record<ToldNotice['moment'], Tone> = { missed: 'danger', last_day: 'warning', lapsed: 'warning', half: 'info' };
/** More than these would push the day's work off a small screen. */
export const TOLD_AT_ONCE = 2;

/** Notices to the officer about time limits, the most urgent first. */
export function ToldNotices() {
  const { notices, told } = useServices();
  const task = useTask();
  const all = notices.value.map((notice) => (
    <Notice key={notice.id} tone={toneOf[notice.moment]} title={say(notice.title)}>
      <p>{say(notice.text)}</p>
      {notice.party && <p class="small">{notice.party}</p>}
      <TroubleNotice trouble={task.trouble} />
      <Button busy={task.busy.value} onPress={() => task.run(() => told.read(notice.id))} label={`${t('home.restored_read')}: ${say(notice.title)}, ${notice.case_number ?? say(notice.text)}`}>
        {t('home.restored_read')}
      </Button>
    </Notice>
  ));
  const more = all.slice(TOLD_AT_ONCE);
  return (
    <>
      {all.slice(0, TOLD_AT_ONCE)}
      {more.length > 0 && <Collapsible title={t('home.told_more', { count: more.length })}>{more}</Collapsible>}
    </>
  );
}

/** The newest notices to the officer, such as a sign-in on a new device, unless it is quiet. The others, and these,
 * are in the list below. */
export function ToldThings() {
  const { told } = useServices();
  const task = useTask();
  return (
    <>
      {told.all.value.slice(0, TOLD_AT_ONCE).map((thing) => (
        <Notice key={thing.id} tone={thing.urgent || !thing.about ? 'warning' : 'info'} title={say(thing.title)}>
          <p>{say(thing.text)}</p>
          <p class="small">{dayTime(thing.at)}</p>
          <TroubleNotice trouble={task.trouble} />
          <Button busy={task.busy.value} onPress={() => task.run(() => told.read(thing.id))} label={`${t('home.restored_read')}: ${say(thing.title)}`}>
            {t('home.restored_read')}
          </Button>
        </Notice>
      ))}
    </>
  );
}

/** Says before any date is typed that the phone's clock is known to be wrong. */
export function ClockTold() {
  const { clock, health } = useServices();
  const offset = health.clockOffsetMs.value;
  if (clock.standing.value.state === 'lost') {
    return (
      <Notice tone="warning" title={t('home.clock_lost')}>
        {t('home.clock_lost_means')}
      </Notice>
    );
  }
  if (offset === null || Math.abs(offset) <= CLOCK_TOLD_MS) return null;
  return (
    <Notice tone="warning" title={t(offset < 0 ? 'home.clock_fast' : 'home.clock_slow', { span: span(offset) })}>
      {t('home.clock_means')}
    </Notice>
  );
}

/** Captured bytes that nothing names: nobody would look for them in the outbox, whose line says that all is sent. */
function StraysTold() {
  const count = useServices().strays.found.value.length;
  if (count === 0) return null;
  return (
    <Notice tone="warning" title={t('home.strays', { count })}>
      <p>{t('home.strays_means')}</p>
      <LinkButton href="/app/outbox">{t('home.strays_look')}</LinkButton>
    </Notice>
  );
}

/** All notices of the home screen. */
export function HomeNotices() {
  const { accounts, health } = useServices();
  const signIn = accounts.signInNeeded.value;
  const backlog = backlogWords(health.oldestUnsent.value, Date.now());
  return (
    <>
      <StoppedNotice />
      {signIn && !accounts.stopped.value && (
        <Notice tone="danger">
          <p>{say(signIn)}</p>
          <LinkButton href="/app/sign-in">{t('sign_in.again')}</LinkButton>
        </Notice>
      )}
      <ToldThings />
      <RestoredNotice />
      {backlog && (
        <Notice tone="danger" title={t(backlog)}>
          <p>{t('home.old_means')}</p>
          <LinkButton href="/app/rescue">{t('home.rescue')}</LinkButton>
        </Notice>
      )}
      <ToldNotices />
      {!health.standalone.value && (
        <>
          <Notice tone="warning" title={t('home.in_tab')}>
            {t('home.in_tab_means')}
          </Notice>
          <Collapsible title={t('home.how_to_install')}>
            <InstallHowTo />
          </Collapsible>
        </>
      )}
      <StraysTold />
      <ClockTold />
      <TooOld />
      <UpdateNotice />
    </>
  );
}
