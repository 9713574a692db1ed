/** The secret part of an information: each letter is sealed at once, so what was typed is nowhere but on this screen.
 *
 * What was sealed before the screen was opened cannot be shown any more. It stays, and what is typed now is sealed beside it. */
import { useRef, useState } from 'preact/hooks';
import { v4 } from 'uuid';
import { NOBODY, hasInformant, isPartOf, type InformantTyped, type InformationDraft, type SealedPart } from '../../domain/informations';
import { textOf, useServices, useTask } from '../context';
import { Button, Checkbox, ConfirmDialog, Notice, TextArea, TextField, TroubleNotice } from '../parts';
import { clock } from '../words';
import { PhotosOf } from './photos';
import { PlaceOf } from './place';
import { t } from './words';

const INFORMANT: { name: keyof InformantTyped; most: number; keys?: 'tel' | 'email' | 'numeric' }[] = [
  { name: 'name', most: 500 },
  { name: 'phone', most: 40, keys: 'tel' },
  { name: 'email', most: 200, keys: 'email' },
  { name: 'address', most: 500 },
  { name: 'identity_number', most: 20, keys: 'numeric' },
];
const MOST_NOTE = 2000;

/** What is typed; a place is taken, and has its own part of the screen. */
type Told = Exclude<SealedPart['kind'], 'place'>;

/** A part that was sealed before, and the way to give it up. */
function Earlier({ draft, part }: { draft: InformationDraft; part: SealedPart & { kind: Told } }) {
  const { informations } = useServices();
  const [asks, setAsks] = useState(false);
  const time = clock(part.at);
  return (
    <>
      <Notice tone="info">{t(`informations.sealed_${part.kind}`, { time })}</Notice>
      <div class="button-row">
        <Button kind="quiet" onPress={() => setAsks(true)}>
          {t('informations.sealed_drop', { time })}
        </Button>
      </div>
      {asks && (
        <ConfirmDialog title={t('informations.sealed_drop', { time })} confirm={t('informations.sealed_drop', { time })} danger onClose={() => setAsks(false)} onConfirm={() => informations.dropText(draft.id, part.id)}>
          <p>{t('informations.sealed_drop_why')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

export function SecretPart({ draft, save }: { draft: InformationDraft; save: (typed: Partial<InformationDraft['typed']>) => void }) {
  const { informations } = useServices();
  const task = useTask();
  /** Names of what is typed while this screen is open. */
  const parts = useRef({ account: v4(), informant: v4() }).current;
  const [account, setAccount] = useState('');
  const [told, setTold] = useState<InformantTyped>(NOBODY);
  const sealed = informations.maySeal.value;
  const earlier = (kind: Told): (SealedPart & { kind: Told })[] => draft.texts.flatMap((one) => (one.kind === kind && !isPartOf(one, parts[kind]) ? [{ ...one, kind }] : []));
  const now = (kind: Told): SealedPart | undefined => draft.texts.find((one) => isPartOf(one, parts[kind]));
  // Not as a task: while one runs, a second one does nothing, and every letter counts.
  const tell = (error: unknown): void => task.tell(textOf(error));
  const type = (change: Partial<InformantTyped>): void => {
    const next = { ...told, ...change };
    setTold(next);
    task.tell(null);
    informations.sealInformant(draft.id, parts.informant, next).catch(tell);
  };
  const informant = hasInformant(draft.typed.source) || draft.texts.some((one) => one.kind === 'informant');
  return (
    <section>
      <h2>{t('informations.secret')}</h2>
      <p class="hint">{t('informations.secret_why')}</p>
      {!sealed && <Notice tone="warning">{t('informations.no_key')}</Notice>}
      <TroubleNotice trouble={task.trouble} />
      {earlier('account').map((part) => (
        <Earlier key={part.id} draft={draft} part={part} />
      ))}
      <TextArea
        label={t('informations.account')}
        hint={t('informations.account_hint')}
        value={account}
        disabled={!sealed}
        rows={6}
        onInput={(text) => {
          setAccount(text);
          task.tell(null);
          informations.sealAccount(draft.id, parts.account, text).catch(tell);
        }}
      />
      {now('account') && <p class="small">{t('informations.sealed_now', { time: clock(now('account')!.at) })}</p>}
      <PlaceOf draft={draft} disabled={!sealed} />
      <PhotosOf draft={draft} disabled={!sealed} />
      {informant && (
        <>
          <h3>{t('informations.informant')}</h3>
          {earlier('informant').map((part) => (
            <Earlier key={part.id} draft={draft} part={part} />
          ))}
          {INFORMANT.map(({ name, most, keys }) => (
            <TextField
              key={name}
              label={t(`informations.informant_${name}`)}
              value={told[name]}
              disabled={!sealed}
              maxLength={most}
              spelt={false}
              {...(keys ? { inputMode: keys } : {})}
              {...(name === 'name' ? { capitals: 'words' as const } : {})}
              onInput={(text) => type({ [name]: text })}
            />
          ))}
          <TextArea label={t('informations.informant_note')} value={told.note} disabled={!sealed} maxLength={MOST_NOTE} rows={2} onInput={(note) => type({ note })} />
          {now('informant') && <p class="small">{t('informations.sealed_now', { time: clock(now('informant')!.at) })}</p>}
          <Checkbox label={t('informations.informant_secret')} checked={draft.typed.informantSecret} onChange={(informantSecret) => save({ informantSecret })} />
          <Checkbox label={t('informations.wants_answer')} checked={draft.typed.wantsAnswer} onChange={(wantsAnswer) => save({ wantsAnswer })} />
        </>
      )}
    </section>
  );
}
