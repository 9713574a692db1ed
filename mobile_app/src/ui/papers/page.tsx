/** The page for showing a paper: large, always in Vietnamese, with its number and the mark
 * of its content. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { canonicalHash } from '../../domain/canonical-json';
import { markOf } from '../../domain/codes';
import { clockLine } from '../../domain/clock';
import type { LocalPaper } from '../../domain/papers';
import { useServices, useTask } from '../context';
import { CopyLink } from '../copies/link';
import { Button, Icon, Notice, Spinner, TroubleNotice } from '../parts';
import { pathOf } from '../visit/drawing';
import { MakerSignature } from '../visit/maker-signature';
import { PaperCode, usePaperCode } from '../visit/paper-code';
import { shortHash, t as visitWord } from '../visit/words';
import { sectionsOf, type Entry } from '../visit/plain-text';
import type { FormSchema } from '../visit/schema';
import { NoPaper, PaperFrame, paperPath, usePaper } from './frame';
import { Kept } from './signatures';
import { SHEET, VIETNAMESE } from './sheet-words';
import { signerRows } from './signers';
import { useWrittenSchema } from './use-paper';
import { t } from './words';
import './page.css';

function Value({ entry }: { entry: Entry }) {
  const { value } = entry;
  if (typeof value === 'string') return <>{value === '' ? '—' : value}</>;
  if (Array.isArray(value[0])) {
    return (
      <ol>
        {(value as Entry[][]).map((row, at) => (
          <li key={at}>{row.length === 1 && row[0] !== undefined ? <Value entry={row[0]} /> : <Entries entries={row} />}</li>
        ))}
      </ol>
    );
  }
  return <Entries entries={value as Entry[]} />;
}

function Entries({ entries }: { entries: Entry[] }) {
  return (
    <>
      {entries.map((entry) => (
        <div key={entry.pointer} class={typeof entry.value === 'string' ? 'sheet-line' : 'sheet-part'}>
          <b>{entry.label.vi}:</b> <Value entry={entry} />
        </div>
      ))}
    </>
  );
}

/** The mark of what the paper says, as the server prints it. Papers that an older version of this app
 * numbered show eight characters of it, as they were printed. */
function useMark(paper: LocalPaper | null): string | null {
  const [mark, setMark] = useState<string | null>(null);
  const written = paper?.written ?? null;
  const older = paper !== null && paper.number !== null && paper.number.code === null && paper.number.act === null;
  useEffect(() => {
    let here = true;
    setMark(null);
    if (paper && written) {
      canonicalHash({ form: paper.form, form_version: written.formVersion, fields: written.fields }).then(
        (hash) => here && setMark(older ? shortHash(hash) : markOf(hash)),
        () => undefined,
      );
    }
    return () => {
      here = false;
    };
  }, [written?.id, older]);
  return mark;
}

function Signatures({ paper, schema }: { paper: LocalPaper; schema: FormSchema }) {
  return (
    <ul class="sheet-signers">
      {signerRows(schema, paper).map(({ rule, name, signature }) => (
        <li key={`${rule.role} ${name} ${signature?.id ?? ''}`}>
          <b>{rule.label.vi}</b>
          {signature?.drawing && (
            <svg class="sheet-hand" viewBox={`0 0 ${signature.drawing.width} ${signature.drawing.height}`} role="img" aria-label={signature.name}>
              <path d={pathOf(signature.drawing)} fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" vector-effect="non-scaling-stroke" />
            </svg>
          )}
          {signature?.refusal && <span>{SHEET.refused(signature.refusal.reason, signature.refusal.witness)}</span>}
          {!signature && <i>{SHEET.unsigned}</i>}
          <span>{signature?.name ?? name}</span>
        </li>
      ))}
    </ul>
  );
}

function Pdf({ paper }: { paper: LocalPaper }) {
  const { papers } = useServices();
  const task = useTask();
  const [saved, setSaved] = useState<{ href: string; name: string } | null>(null);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (saved === null) return;
    link.current?.click();
    return () => URL.revokeObjectURL(saved.href);
  }, [saved]);
  const fetchIt = (): Promise<boolean> =>
    task.run(async () => {
      const bytes = await papers.pdf(paper.id);
      const name = `${(paper.number?.text ?? paper.form).replaceAll('/', '-')}.pdf`;
      setSaved({ href: URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' })), name });
    });
  return (
    <>
      <TroubleNotice trouble={task.trouble} />
      {saved && (
        <Notice tone="good" live="polite">
          <a href={saved.href} download={saved.name} ref={link}>
            {t('papers.pdf_saved', { name: saved.name })}
          </a>
        </Notice>
      )}
      <Button kind="primary" busy={task.busy.value} onPress={fetchIt}>
        {t('papers.pdf')}
      </Button>
      <p class="hint">{t('papers.pdf_waits')}</p>
    </>
  );
}

/** The screen. */
export function PaperPage({ id, paperId }: { id: string; paperId: string }) {
  const { inspection, paper } = usePaper(id, paperId);
  const schema = useWrittenSchema(paper);
  const mark = useMark(paper);
  const code = usePaperCode(paper?.number ?? null);
  const heading = useRef<HTMLHeadingElement>(null);
  const title = schema ? schema['x-title'].vi : '';
  useEffect(() => {
    if (title === '') return;
    document.title = `${title} – Hiện Trường`;
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  if (inspection === null || paper === null || paper.written === null || schema === null) return <NoPaper id={id} inspection={inspection} />;
  if (schema === undefined) {
    return (
      <PaperFrame id={id} title={t('papers.title')} inspection={inspection}>
        <Spinner label={visitWord('visit.loading')} />
      </PaperFrame>
    );
  }
  const { fields } = paper.written;
  const clock = clockLine(paper.written.id, inspection);
  return (
    <div class="sheet-screen">
      <nav class="sheet-bar" aria-label={t('papers.sign_title')}>
        <a class="page-back" href={paperPath(id, paperId, 'signatures')} aria-label={t('papers.sign_back')}>
          <Icon name="back" />
        </a>
        <span>{paper.number?.text ?? t('papers.no_number')}</span>
        <span>{mark ?? ''}</span>
      </nav>
      <main>
        <article class="sheet" lang="vi">
          <p class="sheet-motto">
            <b>{SHEET.nation}</b>
            <br />
            <b>{SHEET.motto}</b>
          </p>
          <p class="sheet-agency">
            <b>{typeof fields.agency === 'string' ? fields.agency : ''}</b>
            <br />
            {SHEET.number} {paper.number?.text ?? '…'}
          </p>
          <h1 tabIndex={-1} ref={heading}>
            {title}
          </h1>
          {sectionsOf(schema, fields, VIETNAMESE).map((section) => (
            <section key={section.key}>
              <h2>{section.label.vi}</h2>
              <Entries entries={section.entries.filter((entry) => entry.pointer !== '/agency')} />
            </section>
          ))}
          <section>
            <h2>{SHEET.signatures}</h2>
            <Signatures paper={paper} schema={schema} />
          </section>
          <p class="sheet-mark">
            {SHEET.mark} <b>{mark ?? '…'}</b>
          </p>
          {code !== null && <PaperCode code={code} label={SHEET.code} why={SHEET.code_why} />}
          {clock !== null && <p class="sheet-mark">{clock}</p>}
        </article>
        <div class="sheet-below">
          <p class="hint">{t('papers.mark_why')}</p>
          <Kept paper={paper} />
          <Pdf paper={paper} />
          {code !== null && <CopyLink inspectionId={id} code={code} />}
          {paper.number !== null && <MakerSignature inspectionId={id} written={paper.written.id} mark={mark} />}
        </div>
      </main>
    </div>
  );
}
