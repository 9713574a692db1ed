/** The screen on which one person signs, or refuses to. */
import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { draftStanding } from '../../domain/draft-standing';
import { isFinal, owns, toSign } from '../../domain/minutes-flow';
import type { Drawing, LocalInspection, LocalMinutes, SignerRole } from '../../domain/model';
import { ruleOf, tellsAbsence } from '../../domain/submission-rules';
import { useServices, useTask, type Task } from '../context';
import { DraftState } from '../flow/draft';
import { t as flow } from '../flow/words';
import { Button, Empty, LinkButton, Notice, TextArea, TextField, TroubleNotice } from '../parts';
import { dayTime } from '../words';
import { drawingOf } from './drawing';
import { useInspection, VisitPage, visitPath } from './frame';
import { inkOf, inkText, Pad, type Inked } from './pad';
import { Already, useMinutesMark } from './signed';
import { givenBy, nextName, signersOf } from './signers';
import { useTyping } from './typing';
import { roleName, ROLES, t } from './words';
import './visit.css';

export interface HandProps {
  task: Task;
  name: string;
  onName: (name: string) => void;
  nameError: string | null;
  save: (drawing: Drawing | null, refusal: { reason: string; witness: string } | null) => Promise<boolean>;
  turn: () => void;
  /** Puts the save buttons into the dock, within reach of the thumb and never hidden behind it,
   * and the rest onto the page. */
  frame: (actions: ComponentChildren, body: ComponentChildren) => VNode;
  /** Identifies what is signed and who was meant to sign: strokes and a half-typed reason are
   * kept only for that person. */
  of: string;
  /** Why a refusal is recorded, if it is not the reason for minutes. */
  refusalWhy?: string;
}

/** The name and the drawn signature. */
export function Hand({ task, name, onName, nameError, save, turn, frame, of }: HandProps) {
  // Strokes are kept like text: the app may be reloaded while the next person takes the pen.
  const kept = useTyping(`strokes ${of}`);
  const inked = useSignal<Inked>({ strokes: [], width: 1, height: 1 });
  const [padError, setPadError] = useState<string | null>(null);
  const press = async (): Promise<void> => {
    const { strokes, width, height } = inked.peek();
    try {
      const drawing = drawingOf(strokes, width, height);
      setPadError(drawing === null ? t('sign.pad_empty') : null);
      if (drawing !== null && (await save(drawing, null))) kept.forget();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      setPadError(t('sign.pad_too_much'));
    }
  };
  return frame(
    <>
      {padError !== null && (
        <Notice tone="danger" live="assertive">
          {padError}
        </Notice>
      )}
      <TroubleNotice trouble={task.trouble} />
      <Button kind="primary" busy={task.busy.value} onPress={press}>
        {t('sign.save')}
      </Button>
    </>,
    <>
      <TextField capitals="words" spelt={false} enterKeyHint="done" label={t('sign.name')} value={name} onInput={onName} error={nameError} maxLength={200} required />
      {kept.wasKept && kept.text !== '' && <Notice tone="info">{t('sign.pad_kept')}</Notice>}
      {kept.ready && <Pad inked={inked} kept={inkOf(kept.text)} onInk={(ink) => kept.type(inkText(ink))} />}
      <TroubleNotice trouble={kept.trouble} />
      <div class="button-row">
        <Button onPress={turn}>{t('sign.refuses')}</Button>
      </div>
    </>,
  );
}

/** The name, the reason, and who witnessed the refusal. */
export function Refusal({ task, name, onName, nameError, save, turn, frame, of, refusalWhy }: HandProps) {
  const typing = useTyping(`refusal ${of}`);
  const reason = typing.text.trim();
  const typingWitness = useTyping(`witness ${of}`);
  const witness = typingWitness.text.trim();
  const [asked, setAsked] = useState(false);
  const reasonError = reason.length < 3 ? t('sign.refuse_reason_needed') : null;
  const witnessError = witness === '' ? t('sign.refuse_witness_needed') : null;
  const press = async (): Promise<void> => {
    setAsked(true);
    if (!typing.ready || !typingWitness.ready) return;
    if (reasonError !== null || witnessError !== null || !(await save(null, { reason, witness }))) return;
    typing.forget();
    typingWitness.forget();
  };
  return frame(
    <>
      <TroubleNotice trouble={task.trouble} />
      <Button kind="primary" busy={task.busy.value} onPress={press}>
        {t('sign.refuse_save')}
      </Button>
    </>,
    <section aria-labelledby="refusal">
      <h2 id="refusal">{t('sign.refuse_title')}</h2>
      <p>{refusalWhy ?? t('sign.refuse_why')}</p>
      <TextField capitals="words" spelt={false} enterKeyHint="next" label={t('sign.name')} value={name} onInput={onName} error={nameError} maxLength={200} required />
      {typing.ready && <TextArea label={t('sign.refuse_reason')} value={typing.text} onInput={typing.type} error={asked ? reasonError : null} maxLength={2000} required />}
      {typingWitness.ready && <TextField capitals="words" spelt={false} enterKeyHint="done" label={t('sign.refuse_witness')} value={typingWitness.text} onInput={typingWitness.type} error={asked ? witnessError : null} maxLength={200} required />}
      <TroubleNotice trouble={typing.trouble} />
      <TroubleNotice trouble={typingWitness.trouble} />
      <div class="button-row">
        <Button onPress={turn}>{t('sign.refuse_back')}</Button>
      </div>
    </section>,
  );
}

/** Minutes of non-execution need the authority's signature. A witness signs in its place only where
 * the minutes say why nobody of the authority was there (Circular 27/2020 Art 16.1): a link leads to
 * that field before people sign in vain. */
function AuthorityAway({ inspection, under, role }: { inspection: LocalInspection; under: LocalMinutes; role: SignerRole }) {
  const field = ruleOf(under.form).absenceField;
  const asked = role === 'authority' || role === 'witness';
  if (field === null || !asked || isFinal(inspection) || !owns(inspection) || tellsAbsence(under.form, under.fields)) return null;
  return (
    <Notice tone="info">
      <p>{t(role === 'authority' ? 'sign.authority_away' : 'sign.witness_alone')}</p>
      <LinkButton href={`${visitPath(inspection.id, 'minutes')}?form=${under.form}&field=${encodeURIComponent(`/${field}`)}`}>{t('sign.tell_absence')}</LinkButton>
    </Notice>
  );
}

function Signing({ id, role, inspection }: { id: string; role: SignerRole; inspection: LocalInspection }) {
  const { visits } = useServices();
  const { query, route } = useLocation();
  const task = useTask();
  const under = toSign(inspection);
  const mark = useMinutesMark(under);
  const [meant] = useState(() => query.name ?? nextName(signersOf({ ...inspection, minutes: under }), role));
  const [name, setName] = useState(meant);
  const [refuses, setRefuses] = useState(false);
  const given = givenBy(signersOf({ ...inspection, minutes: under }), role, name);
  const [nameError, setNameError] = useState<string | null>(null);
  const save: HandProps['save'] = async (drawing, refusal) => {
    if (name.trim() === '') {
      setNameError(t('sign.name_needed'));
      return false;
    }
    setNameError(null);
    if (!(await task.run(() => visits.sign(id, { role, name: name.trim(), drawing, refusal })))) return false;
    route(visitPath(id, 'signatures'));
    return true;
  };
  const frame: HandProps['frame'] = (actions, body) => (
    <VisitPage id={id} title={t('sign.title', { role: roleName(role) })} inspection={inspection} back={back()} actions={actions}>
      <p class="small">{t('sign.under', { time: dayTime(under?.madeAt ?? ''), hash: mark ?? '…' })}</p>
      {under !== null && inspection.minutes === null && <Notice tone="warning">{flow('owner.sign_beside')}</Notice>}
      {/* Other states of the draft are shown in the list of signatures: here the pad needs the room. */}
      {!isFinal(inspection) && draftStanding(inspection)?.standing === 'returned' && <DraftState inspection={inspection} quiet />}
      {under !== null && given === null && role === 'witness' && <AuthorityAway inspection={inspection} under={under} role={role} />}
      <Already signature={given} href={visitPath(id, 'signatures')} />
      {body}
      {/* Below the pad: usually somebody of the authority is there, and signs. */}
      {under !== null && given === null && role === 'authority' && <AuthorityAway inspection={inspection} under={under} role={role} />}
    </VisitPage>
  );
  const parts: HandProps = { task, name, onName: setName, nameError, save, turn: () => setRefuses(!refuses), frame, of: `${under?.id ?? id} ${role} ${meant}` };
  return refuses ? <Refusal {...parts} /> : <Hand {...parts} />;
}

const back = (): { screen: string; label: string } => ({ screen: 'signatures', label: t('sign.back') });

/** The screen. */
export function Sign({ id, role }: { id: string; role: string }) {
  const inspection = useInspection(id);
  const known = ROLES.find((one) => one === role);
  if (known === undefined || inspection === null || toSign(inspection) === null) {
    return (
      <VisitPage id={id} title={t('sign.list_title')} inspection={inspection} back={back()}>
        <Empty title={t(known === undefined ? 'sign.role_unknown' : 'sign.no_minutes')}>
          <LinkButton href={visitPath(id, 'minutes')}>{t('sign.to_minutes')}</LinkButton>
        </Empty>
      </VisitPage>
    );
  }
  return <Signing id={id} role={known} inspection={inspection} />;
}
