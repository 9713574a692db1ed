/** The one search box: on this phone as one types, and in the officer's whole scope where there is a connection. */
import { useEffect, useState } from 'preact/hooks';
import type { Everywhere, Here } from '../../app/search-services';
import { KINDS, type Group, type Kind } from '../../domain/searching/held';
import { Button, Collapsible, Empty, Facts, LinkButton, Notice, Page, Spinner, TextField, TroubleNotice } from '../parts';
import { useServices, useTask } from '../context';
import { bytes, dayTime, number, say } from '../words';
import { t } from '../words/places';
import { GroupList } from './found';

/** Hits of each kind, and of one kind once more are asked for: as many as a person will scroll through. */
const SHOWN = 5;
const MOST = 50;
/** Letters from which on the server is asked, and ms without a key before. */
const ASKED_FROM = 2;
const WAIT_MS = 250;
/** From here on, how far the search is behind is said in hours. */
const LONG_MINUTES = 120;

/** The state of the pack on this phone, and a button to fetch the rest. */
export function Pack({ open }: { open: boolean }) {
  const { offlineData } = useServices();
  const task = useTask();
  const state = offlineData.state.value;
  return (
    <Collapsible title={t('reference.pack')} open={open}>
      {state ? (
        <Facts
          facts={[
            [t('reference.as_of'), dayTime(state.asOf)],
            [t('reference.entries'), number(state.entries)],
            [t('reference.size'), bytes(state.bytes)],
          ]}
        />
      ) : (
        <p>{t('reference.none')}</p>
      )}
      <TroubleNotice trouble={task.trouble} />
      <Button busy={task.busy.value} onPress={() => task.run(() => offlineData.refresh())}>
        {t('reference.refresh')}
      </Button>
    </Collapsible>
  );
}

/** What this phone has; null until it was looked through. `failed`: it cannot be read. */
function useHere(typed: string): { here: Here | null; failed: boolean } {
  const { searching } = useServices();
  const [found, setFound] = useState<{ typed: string; here: Here | null } | null>(null);
  const held = searching.held.value;
  useEffect(() => {
    let current = true;
    searching.here(typed, MOST).then(
      (here) => {
        if (current) setFound({ typed, here });
      },
      () => {
        if (current) setFound({ typed, here: null });
      },
    );
    return () => {
      current = false;
    };
  }, [searching, typed, held]);
  // An answer about what was typed before is not shown as one about this.
  const now = found?.typed === typed ? found : null;
  return { here: now?.here ?? null, failed: now !== null && now.here === null };
}

/** What the server has; null while it is asked, or if there is nothing to ask. */
function useEverywhere(typed: string, question: boolean): { answer: Exclude<Everywhere, { state: 'old' }> | null; again: () => void } {
  const { searching } = useServices();
  const [answer, setAnswer] = useState<{ typed: string; answer: Exclude<Everywhere, { state: 'old' }> } | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    setAnswer(null);
    if (!question) return undefined;
    const timer = setTimeout(() => {
      searching.everywhere(typed).then(
        (found) => {
          if (found.state !== 'old') setAnswer({ typed, answer: found });
        },
        () => undefined,
      );
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [searching, typed, question, turn]);
  return { answer: answer?.typed === typed ? answer.answer : null, again: () => setTurn(turn + 1) };
}

/** Whether what is shown is of the whole system or of this phone alone, and what to do about it. */
function Source({ everywhere, asking, again }: { everywhere: ReturnType<typeof useEverywhere>['answer']; asking: boolean; again: () => void }) {
  const { offlineData } = useServices();
  const asOf = offlineData.state.value?.asOf;
  if (asking) return <p class="small">{t('search.asking')}</p>;
  if (everywhere === null || everywhere.state === 'wrong') return null;
  if (everywhere.state === 'found') {
    const minutes = everywhere.behindMinutes;
    if (minutes === 0) return null;
    return <p class="small">{minutes < LONG_MINUTES ? t('search.behind', { count: minutes }) : t('search.behind_hours', { count: Math.ceil(minutes / 60) })}</p>;
  }
  return (
    <Notice tone="warning" title={t('search.of_phone')}>
      <p>
        {say(everywhere.text)} {asOf ? t('search.of_phone_data', { time: dayTime(asOf) }) : t('search.of_phone_none')}
      </p>
      {everywhere.state === 'signed_out' ? <LinkButton href="/app/sign-in">{t('outbox.sign_in')}</LinkButton> : <Button onPress={again}>{t('search.again')}</Button>}
    </Notice>
  );
}

/** `/app/reference`. */
export function ReferenceScreen() {
  const { searching, offlineData } = useServices();
  const typed = searching.typed.value;
  const [whole, setWhole] = useState<Kind | null>(null);
  const { here, failed } = useHere(typed);
  const asked = typed.trim() !== '';
  const wrong = here?.wrong ?? null;
  const question = [...typed.trim()].length >= ASKED_FROM && here !== null && wrong === null;
  const { answer: everywhere, again } = useEverywhere(typed, question);
  const ofServer = everywhere?.state === 'found';
  const groups: Group[] = (ofServer ? everywhere.groups : (here?.groups ?? [])).map((group) => cut(group, ofServer ? MOST : whole === group.kind ? MOST : SHOWN));
  const count = groups.reduce((sum, { hits }) => sum + hits.length, 0);
  const asking = question && everywhere === null;
  const near = count > 0 && (ofServer ? everywhere.near : here?.near === true);
  const refused = everywhere?.state === 'wrong' ? everywhere.text : wrong;
  const none = asked && here !== null && refused === null && count === 0 && !asking && !failed;
  return (
    <Page title={t('reference.title')} tabs>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          // The keyboard of the phone makes room for what was found.
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
          if (everywhere !== null && !ofServer) again();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') searching.typed.value = '';
        }}
      >
        <TextField
          label={t('reference.search')}
          hint={t('search.hint')}
          error={refused ? say(refused) : null}
          type="search"
          inputMode="search"
          enterKeyHint="search"
          value={typed}
          onInput={(text) => {
            setWhole(null);
            searching.typed.value = text;
          }}
        />
      </form>
      {asked && refused === null && !failed && <Source everywhere={everywhere} asking={asking} again={again} />}
      <p class="small" role="status">
        {asked && here !== null && refused === null && !asking && t(ofServer ? 'search.count_system' : 'search.count_phone', { count: near ? 0 : count })}
      </p>
      {failed && <Notice tone="danger">{t('reference.failed')}</Notice>}
      {asked && here === null && !failed && <Spinner />}
      {none && (
        <Empty title={t('reference.no_match')}>
          <p>{t(ofServer ? 'search.none_system' : 'search.none_phone')}</p>
        </Empty>
      )}
      {near && <p>{t('reference.near')}</p>}
      {refused === null && KINDS.flatMap((kind) => groups.filter((group) => group.kind === kind)).map((group) => (
        <GroupList key={group.kind} group={group} more={ofServer || whole === group.kind ? null : () => setWhole(group.kind)} />
      ))}
      {!asked && <p>{t('search.what')}</p>}
      {!asked && <LinkButton href="/app/reference/number">{t('lookup.title')}</LinkButton>}
      <Pack open={offlineData.state.value === null} />
    </Page>
  );
}

const cut = (group: Group, most: number): Group => ({ ...group, hits: group.hits.slice(0, most), more: group.more || group.hits.length > most });
