/** An officer on site writes down an information that comes in; it works without a signal. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { MOST_AGAINST, NATURES, SOURCES, hasLetter, lackingIn, type InformationDraft, type Typed } from '../../domain/informations';
import { correctedTime } from '../../domain/information-times';
import { textOf, useServices, useTask } from '../context';
import { Button, Checkbox, Choice, ConfirmDialog, DateTimeField, Empty, Notice, Page, Select, Spinner, TextArea, TextField, TroubleNotice } from '../parts';
import { ClockNotice, correctedWords } from './clock';
import { WorkPart } from './matter';
import { SecretPart } from './secret';
import { t } from './words';

const BACK = '/app/informations';

/** Where it comes from, and what the law asks of that source. */
function SourcePart({ draft, save, wrong }: { draft: InformationDraft; save: (typed: Partial<Typed>) => void; wrong: ReadonlySet<string> }) {
  const { clock } = useServices();
  const { typed, corrected } = draft;
  const { source } = typed;
  const late = wrong.has('received_at') ? t('informations.lack_received_at') : wrong.has('received_ahead') ? t('informations.lack_received_ahead') : null;
  const unsure = clock.standing.value.state === 'unknown' ? t('informations.clock_unchecked') : corrected && typed.receivedAt === correctedTime(corrected) ? correctedWords(corrected) : null;
  const letter = wrong.has('letter') ? t('informations.lack_letter') : null;
  return (
    <section>
      <Select
        label={t('informations.source')}
        nothing={t('informations.choose')}
        value={source}
        error={wrong.has('source') ? t('informations.lack_source') : null}
        onChange={(chosen) => save({ source: chosen })}
        options={SOURCES.map((value) => ({ value, label: t(`informations.source_${value}`) }))}
      />
      {source && <p class="hint">{t(`informations.means_${source}`)}</p>}
      {source === 'tip' && <Choice label={t('informations.nature')} value={typed.nature} onChange={(nature) => save({ nature })} options={NATURES.map((value) => ({ value, label: t(`informations.nature_${value}`) }))} />}
      {source === 'tip' && typed.nature === 'complaint' && (
        <TextArea label={t('informations.against')} hint={t('informations.against_hint')} value={typed.against} limit={MOST_AGAINST} rows={2} error={wrong.has('against') ? t('informations.lack_against') : null} onInput={(against) => save({ against })} />
      )}
      <DateTimeField kind="moment" label={t('informations.received_at')} value={typed.receivedAt} warning={unsure} error={late} onInput={(receivedAt) => save({ receivedAt })} />
      {hasLetter(source) && (
        <fieldset class="field">
          <legend>{t('informations.letter')}</legend>
          <TextField label={t('informations.letter_from')} value={typed.letterFrom} maxLength={200} error={letter} onInput={(letterFrom) => save({ letterFrom })} />
          <TextField label={t('informations.letter_number')} value={typed.letterNumber} maxLength={80} onInput={(letterNumber) => save({ letterNumber })} />
          <DateTimeField kind="day" label={t('informations.letter_day')} value={typed.letterDay} onInput={(letterDay) => save({ letterDay })} />
          {source === 'order' && <Checkbox label={t('informations.several_places')} checked={typed.severalPlaces === true} onChange={(severalPlaces) => save({ severalPlaces })} />}
        </fieldset>
      )}
      {source === 'media' && <TextField label={t('informations.link')} hint={t('informations.link_hint')} value={typed.link} maxLength={2000} literal onInput={(link) => save({ link })} />}
      {source === 'officer' && (
        <TextField label={t('informations.collaborator')} hint={t('informations.collaborator_hint')} value={typed.collaborator} maxLength={40} capitals="characters" spelt={false} error={wrong.has('collaborator') ? t('informations.lack_collaborator') : null} onInput={(collaborator) => save({ collaborator })} />
      )}
    </section>
  );
}

function Form({ draft: kept }: { draft: InformationDraft }) {
  const { clock, informations } = useServices();
  // What is on the screen is ahead of what is on the disk by a moment, and never taken back by it.
  const [typed, setTyped] = useState(kept.typed);
  const newest = useRef(typed);
  const draft = { ...kept, typed };
  const { route } = useLocation();
  const task = useTask();
  const [asked, setAsked] = useState(0);
  const [sure, setSure] = useState(false);
  const [drops, setDrops] = useState(false);
  const said = useRef<HTMLDivElement>(null);
  const lacks = lackingIn(draft, clock.timeMs());
  const wrong = new Set<string>(asked > 0 ? lacks : []);
  // The button is in the dock: what is missing must come into sight from anywhere in the form.
  useEffect(() => {
    if (asked > 0) said.current?.scrollIntoView({ block: 'center' });
  }, [asked]);
  // Not as a task: while one runs, a second one does nothing, and every letter counts.
  const save = (change: Partial<Typed>): void => {
    newest.current = { ...newest.current, ...change };
    setTyped(newest.current);
    informations.save(kept.id, newest.current).catch((error: unknown) => task.tell(textOf(error)));
  };
  // The time that was filled in may be set right behind this screen, once the clock is compared.
  const { corrected } = kept;
  useEffect(() => {
    if (corrected && newest.current.receivedAt === corrected.from) save({ receivedAt: correctedTime(corrected) });
  }, [corrected?.from]);
  return (
    <Page
      title={t('informations.title')}
      back={{ href: BACK, label: t('informations.list') }}
      actions={
        <Button kind="primary" busy={task.busy.value} onPress={() => (lacks.length > 0 ? setAsked((times) => times + 1) : setSure(true))}>
          {t('informations.go')}
        </Button>
      }
    >
      <div role="alert" ref={said}>
        {asked > 0 && lacks.length > 0 && (
          <Notice tone="danger" title={t('informations.missing')}>
            <ul>{lacks.map((each) => <li key={each}>{t(`informations.lack_${each}`)}</li>)}</ul>
          </Notice>
        )}
      </div>
      <ClockNotice />
      <TroubleNotice trouble={task.trouble} />
      <SourcePart draft={draft} save={save} wrong={wrong} />
      <SecretPart draft={draft} save={save} />
      <WorkPart draft={draft} save={save} wrong={wrong} />
      <Button kind="danger" onPress={() => setDrops(true)}>
        {t('informations.drop')}
      </Button>
      {sure && (
        <ConfirmDialog
          title={t('informations.sure')}
          confirm={t('informations.go')}
          onClose={() => setSure(false)}
          onConfirm={async () => {
            await informations.register(draft.id);
            route(`${BACK}/${draft.id}`, true);
          }}
        >
          <p>{t('informations.sure_why')}</p>
        </ConfirmDialog>
      )}
      {drops && (
        <ConfirmDialog
          title={t('informations.drop_ask')}
          confirm={t('informations.drop')}
          danger
          onClose={() => setDrops(false)}
          onConfirm={async () => {
            await informations.drop(draft.id);
            route(BACK, true);
          }}
        >
          <p>{t('informations.drop_why')}</p>
        </ConfirmDialog>
      )}
    </Page>
  );
}

/** `/app/informations/new/:id`. */
export function InformationNew({ id }: { id: string }) {
  const { informations } = useServices();
  const draft = informations.drafts.value.find((one) => one.id === id);
  if (draft) return <Form draft={draft} />;
  return (
    <Page title={t('informations.title')} back={{ href: BACK, label: t('informations.list') }}>
      {informations.read.value ? <Empty title={t('informations.gone')} /> : <Spinner />}
    </Page>
  );
}
