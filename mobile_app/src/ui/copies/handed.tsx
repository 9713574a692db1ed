/** Records that a copy was handed over, and lists what was. */
import { useState } from 'preact/hooks';
import type { CopiedPaper, QueuedCopy } from '../../app/copy-services';
import type { CopiesPage, CopyHanded, CopyHandover, HandCopy } from '../../wire';
import { useServices, useTask } from '../context';
import { Button, Choice, ConfirmDialog, List, Notice, TextField, TroubleNotice } from '../parts';
import { dayTime, say } from '../words';
import { appointmentOf, MOST, type Type, type Typed } from './typed';
import { t } from './words';

type Way = HandCopy['way'];
const WITH_CODE: readonly Way[] = ['screen', 'slip_58', 'slip_80', 'a4'];
/** Slips bear a second code, which is not there. */
const WITHOUT_CODE: readonly Way[] = ['screen', 'a4'];

interface HandedOverProps {
  paper: CopiedPaper;
  handed: CopyHanded | null;
  typed: Typed;
  type: Type;
}

/** The picture of a slip is the slip. */
function wayOf(layout: Typed['layout']): Way {
  if (layout === 'picture_58') return 'slip_58';
  return layout === 'picture_80' ? 'slip_80' : layout;
}

export function HandedOver({ paper, handed, typed, type }: HandedOverProps) {
  const { copies } = useServices();
  const [lacks, setLacks] = useState<'receiver' | 'at' | 'place' | null>(null);
  const [asking, setAsking] = useState(false);
  const [told, setTold] = useState<'copies.recorded' | 'copies.recorded_here' | null>(null);
  const waits = copies.queued.value.some((one) => one.paper.code === paper.code);
  const ways = handed === null ? WITHOUT_CODE : WITH_CODE;
  const chosen = wayOf(typed.layout);
  const way = ways.includes(chosen) ? chosen : 'screen';
  const receiver = typed.receiver.normalize('NFC').trim().replace(/\s+/g, ' ');
  const { appointment, lacks: missing } = appointmentOf(typed);
  const ask = (): void => {
    const lacking = receiver === '' || receiver.length > MOST ? 'receiver' : missing;
    setLacks(lacking);
    setTold(null);
    if (lacking === null) setAsking(true);
  };
  return (
    <section>
      <h2>{t('copies.record_title')}</h2>
      <p class="hint">{t('copies.record_why')}</p>
      {told !== null && (
        <Notice tone="good" live="polite">
          {t(waits ? told : 'copies.recorded')}
        </Notice>
      )}
      <Choice label={t('copies.way')} options={ways.map((value) => ({ value, label: t(value === 'screen' && handed === null ? 'copies.way_public' : `copies.way_${value}`) }))} value={way} onChange={(value) => type({ layout: value })} />
      <TextField label={t('copies.receiver')} hint={t('copies.receiver_hint')} capitals="words" spelt={false} value={typed.receiver} onInput={(value) => {
          setLacks(null);
          type({ receiver: value });
        }} maxLength={MOST} error={lacks === 'receiver' ? t('copies.receiver_needed') : null} />
      {lacks !== null && lacks !== 'receiver' && <Notice tone="danger" live="assertive">{t(lacks === 'at' ? 'copies.at_needed' : 'copies.place_needed')}</Notice>}
      <Button onPress={ask}>{t('copies.record')}</Button>
      {asking && (
        <ConfirmDialog
          title={t('copies.record_sure')}
          confirm={t('copies.record')}
          onConfirm={async () => {
            const there = await copies.record(paper, { copy_id: handed?.id ?? null, way, receiver, appointment });
            type({ receiver: '' });
            setTold(there ? 'copies.recorded' : 'copies.recorded_here');
          }}
          onClose={() => setAsking(false)}
        >
          <p>{t(`copies.line_${way}`, { receiver })}</p>
          <p>{t('copies.record_means')}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}

function Line({ one }: { one: Pick<CopyHandover, 'way' | 'receiver' | 'appointment' | 'handed_at'> & { name: string | null } }) {
  return (
    <>
      {dayTime(one.handed_at)}: {t(`copies.line_${one.way}`, { receiver: one.receiver })} {one.name !== null && t('copies.by', { name: one.name })}
      {one.appointment && <> {t('copies.appointment', { time: dayTime(one.appointment.at), place: one.appointment.place })}</>}
    </>
  );
}

/** One that the server does not have. */
function Waiting({ one }: { one: QueuedCopy }) {
  const { copies } = useServices();
  const [asking, setAsking] = useState(false);
  return (
    <li class="card">
      <p>
        <Line one={{ ...one.said, name: null }} />
      </p>
      {one.problem === null ? <p class="small">{t('copies.waits')}</p> : <Notice tone="danger">{say(one.problem)}</Notice>}
      {one.problem !== null && <Button onPress={() => setAsking(true)}>{t('copies.discard')}</Button>}
      {asking && (
        <ConfirmDialog title={t('copies.discard_sure')} confirm={t('copies.discard')} danger onConfirm={() => copies.discard(one.said.id)} onClose={() => setAsking(false)}>
          <p>{t('copies.discard_means')}</p>
        </ConfirmDialog>
      )}
    </li>
  );
}

/** What was handed over of this paper: here and not sent yet, then as the server has it. */
export function Handings({ code, seen }: { code: string; seen: CopiesPage | null }) {
  const { copies } = useServices();
  const task = useTask();
  const waiting = copies.queued.value.filter((one) => one.paper.code === code);
  const there = seen?.handovers ?? [];
  return (
    <section>
      <h2>{t('copies.all')}</h2>
      {seen === null && <p class="hint">{t('copies.unseen')}</p>}
      {waiting.length + there.length === 0 && seen !== null && <p>{t('copies.none')}</p>}
      <List label={t('copies.all')}>
        {waiting.map((one) => (
          <Waiting key={one.said.id} one={one} />
        ))}
        {there.map((one) => (
          <li key={one.id} class="card">
            <Line one={{ ...one, name: one.handed_by_name }} />
          </li>
        ))}
      </List>
      <TroubleNotice trouble={task.trouble} />
      {waiting.length > 0 && (
        <Button busy={task.busy.value} onPress={() => task.run(() => copies.send())}>
          {t('copies.send')}
        </Button>
      )}
    </section>
  );
}
