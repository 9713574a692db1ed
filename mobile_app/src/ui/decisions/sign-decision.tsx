/** A head reads a proposal and its decision, and signs it, sends it back or refuses it. Needs a signal;
 * nothing is queued, and the passphrase stays in this screen. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Trouble } from '../../app/services';
import type { DecisionOnPhone, Emergency, SignedDecision } from '../../wire';
import { useServices, useTask } from '../context';
import { Button, ConfirmDialog, Facts, Notice, Page, Select, Spinner, TextArea, TextField, TroubleNotice } from '../parts';
import { useTyping } from '../visit/typing';
import { dayTime, say } from '../words';
import { ProposedFacts } from './proposal';
import { t } from './words';

/** Under which the id of the draft is kept while it is being signed. */
export const SIGNING = 'signing';

const RISKS = ['flight', 'dispersal', 'harm'] as const;

type Asking = 'sign' | 'return' | 'refuse';

/** The paper that will be signed, as PDF. `onSeen` is called once the officer has it. */
function Preview({ id, form, hash, onSeen }: { id: string; form: string; hash: string; onSeen: () => void }) {
  const { decisions } = useServices();
  const task = useTask();
  const [href, setHref] = useState<string | null>(null);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (href === null) return;
    link.current?.click();
    return () => URL.revokeObjectURL(href);
  }, [href]);
  return (
    <>
      <TroubleNotice trouble={task.trouble} />
      <Button
        busy={task.busy.value}
        onPress={() =>
          task.run(async () => {
            const data = await decisions.preview(id, hash);
            setHref(URL.createObjectURL(new Blob([data], { type: 'application/pdf' })));
            onSeen();
          })
        }
      >
        {t('sign.preview')}
      </Button>
      <p class="hint">{t('sign.preview_hint')}</p>
      {href !== null && (
        <Notice tone="good" live="polite">
          <a href={href} download={`${form}.pdf`} ref={link}>
            {t('sign.previewed')}
          </a>
        </Notice>
      )}
    </>
  );
}

interface AnswerProps {
  /** Under which the words are kept: see useTyping. */
  of: string;
  title: string;
  label: string;
  danger?: boolean;
  children?: ComponentChildren;
  send: (text: string) => Promise<void>;
  onClose: () => void;
}

/** Words to those who proposed. They are kept letter by letter: a head is called away, or the app is killed. */
function Answer({ of, title, label, danger = false, children, send, onClose }: AnswerProps) {
  const typing = useTyping(of);
  const confirm = async (): Promise<void> => {
    await send(typing.text);
    typing.forget();
  };
  return (
    <ConfirmDialog danger={danger} title={title} confirm={title} disabled={typing.text.trim().length < 3} onConfirm={confirm} onClose={onClose}>
      {children}
      {typing.ready && <TextArea label={label} value={typing.text} onInput={typing.type} limit={2000} rows={3} />}
      <TroubleNotice trouble={typing.trouble} />
    </ConfirmDialog>
  );
}

const NO_CERTIFICATE = { none: 'sign.no_certificate', elsewhere: 'sign.certificate_elsewhere', ended: 'sign.certificate_ended' } as const;

/** `/app/decisions/:id`, by the id of the draft. */
export function SignDecision({ id }: { id: string }) {
  const { decisions, visits } = useServices();
  const task = useTask();
  const [shown, setShown] = useState<DecisionOnPhone | null>(null);
  const [seen, setSeen] = useState<string | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [code, setCode] = useState('');
  const early = useTyping(`decision.unheard ${id}`);
  const urgent = useTyping(`decision.emergency ${id}`);
  const [risk, setRisk] = useState<Emergency['risk'] | null>(null);
  const [signed, setSigned] = useState<SignedDecision | null>(null);
  const told = useRef<HTMLDivElement>(null);
  const load = () => task.run(async () => setShown(await decisions.look(id)));
  const proposed = shown?.paper.emergency ?? null;
  useEffect(() => {
    if (proposed !== null && urgent.ready && urgent.text === '') {
      setRisk(proposed.risk);
      urgent.type(proposed.reason);
    }
  }, [proposed, urgent.ready]);
  useEffect(() => void load(), [id]);
  // The button is at the end of a long draft; what came of it is at the top.
  useEffect(() => {
    if (signed !== null) told.current?.scrollIntoView({ block: 'center' });
  }, [signed]);
  const close = (): void => {
    setAsking(null);
    setPassphrase('');
    setCode('');
  };
  const back = { href: '/app/decisions', label: t('sign.list') };
  if (shown === null) return (
      <Page title={t('sign.decision')} back={back}>
        <Notice tone="info">{t('sign.online')}</Notice>
        <TroubleNotice trouble={task.trouble} />
        {task.busy.value ? <Spinner /> : <Button onPress={load}>{t('sign.again')}</Button>}
      </Page>
    );
  const { paper, proposal, certificate } = shown;
  const draft = paper.row.state === 'draft' && signed === null;
  const returned = proposal?.state === 'returned';
  const unheard = paper.unheard.map(say).join(', ');
  const unplanned = paper.plan_needed;
  const unsaid = (unheard !== '' && early.text.trim().length < 3) || (unplanned && (risk === null || urgent.text.trim().length < 3));
  const canSign = draft && !returned && paper.may_sign && paper.waits_first === null && paper.faults.length === 0 && certificate === 'ready';
  const sign = async (): Promise<void> => {
    try {
      await visits.keepTyped(SIGNING, id).catch(() => undefined); // if the app dies now, the list says what became of it
      setSigned(await decisions.sign(id, paper.fields_hash, passphrase, shown.code_needed ? code.trim() : null, unheard === '' ? null : early.text, unplanned && risk !== null ? { risk, reason: urgent.text } : null));
      early.forget();
      urgent.forget();
      await visits.keepTyped(SIGNING, null).catch(() => undefined);
    } catch (error) {
      // The server answered, so nothing was signed. Without an answer the list has to ask.
      if (error instanceof Trouble && error.code !== 'unreached') await visits.keepTyped(SIGNING, null).catch(() => undefined);
      // What was seen is no longer what would be signed, or a code or a reason is needed by now: show it anew.
      if (error instanceof Trouble && ['paper_not_ready', 'confirmation_needed', 'inspection_unheard', 'adhoc_plan_needed'].includes(error.code)) {
        if (!['inspection_unheard', 'adhoc_plan_needed'].includes(error.code)) setSeen(null);
        setShown(await decisions.look(id));
      }
      throw error;
    }
  };
  const texts = (paper.fields.legal_bases as string[] | undefined) ?? [];
  return (
    <Page
      title={paper.row.subject_name}
      back={back}
      actions={
        canSign ? (
          <>
            {seen !== paper.fields_hash && <p class="hint">{t('sign.look_first')}</p>}
            <Button kind="primary" disabled={seen !== paper.fields_hash} onPress={() => setAsking('sign')}>
              {t('sign.sign')}
            </Button>
          </>
        ) : undefined
      }
    >
      <TroubleNotice trouble={task.trouble} />
      <div role="status" ref={told}>
        {signed && <Notice tone="good" title={t('sign.done', { number: signed.number })}>{t('sign.done_means')}</Notice>}
        {!signed && !draft && <Notice tone="info">{paper.row.number ?? t('sign.over')}</Notice>}
        {returned && <Notice tone="info" title={t('proposal.returned')}>{proposal.remarks ?? ''}</Notice>}
      </div>
      {draft && !paper.may_sign && <Notice tone="info">{t('sign.not_yours')}</Notice>}
      {draft && paper.may_sign && paper.waits_first !== null && <Notice tone="warning">{say(paper.waits_first)}</Notice>}
      {draft && paper.may_sign && certificate !== 'ready' && <Notice tone="warning">{t(NO_CERTIFICATE[certificate])}</Notice>}
      {draft && paper.faults.length > 0 && (
        <Notice tone="warning" title={t('sign.faults')}>
          <ul>
            {paper.faults.map((fault) => (
              <li key={fault.field}>{say(fault.text)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {proposal && (
        <section>
          <h2>{t('sign.proposal')}</h2>
          <p class="small">{t('sign.proposed_by', { name: proposal.proposed_by_name, time: dayTime(proposal.proposed_at) })}</p>
          <ProposedFacts proposed={proposal.proposed} />
        </section>
      )}
      <section>
        <h2>{t('sign.decision')}</h2>
        <Facts
          facts={[
            [t('sign.signer'), `${paper.signer_title} ${paper.signer_name}`.trim()],
            [t('sign.bases'), texts.length > 0 ? <ul>{texts.map((base) => <li key={base}>{base}</li>)}</ul> : null],
            [t('propose.team'), teamOf(paper.fields)],
            [t('sign.mark'), <code key="mark">{paper.content_mark}</code>],
          ]}
        />
        {draft && <Preview key={paper.fields_hash} id={id} form={paper.row.form} hash={paper.fields_hash} onSeen={() => setSeen(paper.fields_hash)} />}
      </section>
      {draft && paper.may_sign && (
        <div class="button-row">
          {proposal && !returned && <Button onPress={() => setAsking('return')}>{t('sign.return')}</Button>}
          <Button kind="danger" onPress={() => setAsking('refuse')}>
            {t('sign.refuse')}
          </Button>
        </div>
      )}
      {asking === 'sign' && (
        <ConfirmDialog title={t('sign.sure')} confirm={t('sign.sign')} disabled={passphrase === '' || unsaid || (shown.code_needed && code.trim() === '')} onConfirm={sign} onClose={close}>
          <p>{t('sign.follows')}</p>
          {unplanned && (
            <>
              <Notice tone="warning">{t('sign.no_plan')}</Notice>
              <Select label={t('sign.risk')} nothing={t('propose.choose')} value={risk} onChange={setRisk} options={RISKS.map((value) => ({ value, label: t(`sign.risk_${value}`) }))} />
              {urgent.ready && <TextArea label={t('sign.emergency')} hint={t('sign.unheard_hint')} value={urgent.text} onInput={urgent.type} limit={2000} rows={2} />}
              <TroubleNotice trouble={urgent.trouble} />
            </>
          )}
          {unheard !== '' && (
            <>
              <Notice tone="warning">{t('sign.silent', { steps: unheard })}</Notice>
              {early.ready && <TextArea label={t('sign.unheard')} hint={t('sign.unheard_hint')} value={early.text} onInput={early.type} limit={2000} rows={2} />}
              <TroubleNotice trouble={early.trouble} />
            </>
          )}
          <TextField label={t('sign.passphrase')} hint={t('sign.not_kept')} type="password" autocomplete="off" value={passphrase} onInput={setPassphrase} maxLength={200} literal />
          {shown.code_needed && <TextField label={t('sign.code')} autocomplete="one-time-code" inputMode="numeric" value={code} onInput={setCode} maxLength={6} literal />}
        </ConfirmDialog>
      )}
      {asking === 'return' && <Answer of={`decision.returned ${id}`} title={t('sign.return')} label={t('sign.comments')} send={async (text) => setShown(await decisions.giveBack(id, text))} onClose={close} />}
      {asking === 'refuse' && (
        <Answer danger of={`decision.refused ${id}`} title={t('sign.refuse')} label={t('sign.refuse_reason')} send={async (text) => setShown(await decisions.refuse(id, text))} onClose={close}>
          <p>{t('sign.refuse_means')}</p>
        </Answer>
      )}
    </Page>
  );
}

function teamOf(fields: Record<string, unknown>): string | null {
  const people = [fields.leader, ...((fields.members as unknown[] | undefined) ?? [])] as ({ name?: string } | undefined)[];
  return people.map((one) => one?.name).filter(Boolean).join('; ') || null;
}
