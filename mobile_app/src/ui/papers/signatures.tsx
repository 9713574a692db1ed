/** Who has to sign a paper, who has signed, and its number after the last signature. */
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { PaperSigner } from '../../domain/model';
import { missingUnderPaper, signersIn, type LocalPaper } from '../../domain/papers';
import { certifiersOf, isUncertified, signedTooEarly } from '../../domain/refusals';
import { titleOfAct } from '../../domain/words-of-acts';
import { useServices } from '../context';
import { Button, ConfirmDialog, Empty, LinkButton, List, Notice, Spinner, Tag } from '../parts';
import { anyOf, dayTime, say } from '../words';
import type { FormSchema } from '../visit/schema';
import { Signed } from '../visit/signed';
import { t as visitWord } from '../visit/words';
import { NoPaper, PaperFrame, paperPath, usePaper } from './frame';
import { signerRows, type PaperSignerRow } from './signers';
import { useWrittenSchema } from './use-paper';
import { roleLabel, t } from './words';
import '../visit/visit.css';

const signPath = (id: string, paperId: string, role: PaperSigner, name = ''): string => paperPath(id, paperId, `sign/${role}${name === '' ? '' : `?name=${encodeURIComponent(name)}`}`);

function insteadOf(schema: object, groups: PaperSigner[][]): string {
  return groups.map((group) => group.map((role) => roleLabel(schema, role)).join(t('papers.and'))).join(t('papers.or'));
}

function SignerCard({ id, paper, schema, row }: { id: string; paper: LocalPaper; schema: object; row: PaperSignerRow }) {
  const { rule, name, signature } = row;
  const label = say(rule.label);
  return (
    <li class="card signer">
      <div class="signer-head">
        <span class="row-words">
          <span class="row-title">{name === '' ? label : name}</span>
          <span class="row-note">{label}</span>
        </span>
        {signature === null && <Tag tone={rule.required ? 'warning' : 'info'}>{rule.required ? `${visitWord('sign.missing')}, ${visitWord('sign.required')}` : visitWord('sign.missing')}</Tag>}
      </div>
      {signature !== null && <Signed signature={{ ...signature, minutes: paper.written?.id ?? '', role: 'subject' }} />}
      {signature === null && rule.required && rule.instead && rule.instead.length > 0 && <p class="hint">{t('papers.instead', { roles: insteadOf(schema, rule.instead) })}</p>}
      {paper.number === null && (
        <a class={signature === null ? 'button' : 'button button-quiet'} href={signPath(id, paper.id, rule.role, name)}>
          {visitWord(signature === null ? 'sign.sign' : 'sign.again')}
          <span class="quietly">
            {': '}
            {label} {name}
          </span>
        </a>
      )}
    </li>
  );
}

/** Lists acts about this paper that the server holds or refused, with the reasons. */
export function Kept({ paper }: { paper: LocalPaper }) {
  if (paper.kept.length === 0) return null;
  return (
    <Notice tone="danger" title={t('papers.kept_title')}>
      <ul>
        {paper.kept.map((stored) => {
          const why = stored.quarantine?.text ?? stored.problem?.text;
          return <li key={stored.id}>{t('papers.kept', { title: say(titleOfAct(stored.act)), why: why ? say(why) : '' })}</li>;
        })}
      </ul>
      <p>{t('papers.kept_waits')}</p>
    </Notice>
  );
}

/** How many numbers are left on this phone. Read again when the paper changes. */
function useNumbersLeft(paper: LocalPaper): number | null {
  const { papers } = useServices();
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    let here = true;
    papers.numbersLeft(paper.form).then(
      (count) => here && setLeft(count),
      () => here && setLeft(null),
    );
    return () => {
      here = false;
    };
  }, [papers, paper]);
  return left;
}

function NumberState({ paper, missing, schema }: { paper: LocalPaper; missing: PaperSigner[]; schema: FormSchema }) {
  const left = useNumbersLeft(paper);
  if (paper.number) {
    return (
      <Notice tone="good" title={t('papers.numbered', { number: paper.number.text, time: dayTime(paper.number.madeAt) })}>
        {t('papers.closed')}
      </Notice>
    );
  }
  if (paper.draft?.wantsNumber) {
    return (
      <Notice tone="warning" live="polite">
        {t('papers.waits')}
      </Notice>
    );
  }
  const under = paper.written && { form: paper.form, ...paper.written };
  const early = under ? signedTooEarly(under, paper.signatures) : [];
  return (
    <>
      {missing.length > 0 ? (
        <>
          {under && isUncertified(under, paper.signatures) && (
            <Notice tone="warning">{visitWord(early.length > 0 ? 'sign.certified_before' : 'sign.uncertified', { roles: anyOf((early.length > 0 ? early : certifiersOf(paper.form)).map((role) => roleLabel(schema, role as PaperSigner))) })}</Notice>
          )}
          <Notice tone="info">{t('papers.missing', { roles: missing.map((role) => roleLabel(schema, role)).join(', ') })}</Notice>
        </>
      ) : (
        <Notice tone="good">{visitWord('sign.all_given')}</Notice>
      )}
      {left !== null && <p class="hint">{left > 0 ? t('papers.left', { count: left }) : t('papers.left_none')}</p>}
    </>
  );
}

function Written({ id, paper, schema, inspection }: { id: string; paper: LocalPaper; schema: FormSchema; inspection: NonNullable<ReturnType<typeof usePaper>['inspection']> }) {
  const { papers, accounts } = useServices();
  const { route } = useLocation();
  const [asking, setAsking] = useState(false);
  const access = accounts.access.value;
  const mine = access.state === 'open' && paper.written?.officerId === access.officer.id;
  const missing = missingUnderPaper(schema, paper);
  const unwritten = paper.number === null && paper.draft?.writtenAs === null;
  const others = signersIn(schema).filter((rule) => !rule.required);
  const ready = missing.length === 0 && !unwritten && paper.number === null && mine;
  return (
    <PaperFrame
      id={id}
      title={t('papers.sign_title')}
      inspection={inspection}
      actions={
        <>
          {ready && (
            <Button kind="primary" onPress={() => setAsking(true)}>
              {t('papers.number')}
            </Button>
          )}
          <LinkButton kind={paper.number ? 'primary' : 'plain'} href={paperPath(id, paper.id, 'page')}>
            {t('papers.show')}
          </LinkButton>
        </>
      }
    >
      <Kept paper={paper} />
      {unwritten && (
        <Notice tone="danger">
          <p>{visitWord('sign.unwritten')}</p>
          <LinkButton href={paperPath(id, paper.id)}>{t('papers.to_text')}</LinkButton>
        </Notice>
      )}
      {paper.number === null && !mine && <Notice tone="info">{t('papers.of_another')}</Notice>}
      <NumberState paper={paper} missing={missing} schema={schema} />
      <List label={visitWord('sign.list_title')}>
        {signerRows(schema, paper).map((row) => (
          <SignerCard key={`${row.rule.role} ${row.name} ${row.signature?.id ?? ''}`} id={id} paper={paper} schema={schema} row={row} />
        ))}
      </List>
      {paper.number === null && (
        <>
          <h2>{visitWord('sign.others')}</h2>
          <div class="button-row">
            {others.map((rule) => (
              <LinkButton key={rule.role} href={signPath(id, paper.id, rule.role)}>
                {say(rule.label)}
              </LinkButton>
            ))}
          </div>
          <p>
            <LinkButton href={paperPath(id, paper.id)}>{t('papers.to_text')}</LinkButton>
          </p>
        </>
      )}
      {asking && (
        <ConfirmDialog
          title={t('papers.number_sure')}
          confirm={t('papers.number')}
          onConfirm={async () => {
            if ((await papers.number(id, paper.id)) !== null) route(paperPath(id, paper.id, 'page'));
          }}
          onClose={() => setAsking(false)}
        >
          <p>{t('papers.number_text')}</p>
        </ConfirmDialog>
      )}
    </PaperFrame>
  );
}

/** The screen. */
export function PaperSignatures({ id, paperId }: { id: string; paperId: string }) {
  const { inspection, paper } = usePaper(id, paperId);
  const schema = useWrittenSchema(paper);
  if (inspection === null || paper === null) return <NoPaper id={id} inspection={inspection} />;
  if (!paper.written || schema === null) {
    return (
      <PaperFrame id={id} title={t('papers.sign_title')} inspection={inspection}>
        <Kept paper={paper} />
        <Empty title={t('papers.not_written')}>
          <p>{t('papers.not_written_why')}</p>
          <LinkButton kind="primary" href={paperPath(id, paperId)}>
            {t('papers.to_text')}
          </LinkButton>
        </Empty>
      </PaperFrame>
    );
  }
  if (schema === undefined) {
    return (
      <PaperFrame id={id} title={t('papers.sign_title')} inspection={inspection}>
        <Spinner label={visitWord('visit.loading')} />
      </PaperFrame>
    );
  }
  return <Written id={id} paper={paper} schema={schema} inspection={inspection} />;
}
