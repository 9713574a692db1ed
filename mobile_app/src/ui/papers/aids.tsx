/** Aids for filling in a paper: whether the right to explain exists by the catalogue's fines,
 * and lists from other papers of the visit. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Services } from '../../app/services';
import { explanationOf, unlisted, type Band, type Explanation } from '../../domain/explanation';
import type { LocalPaper } from '../../domain/papers';
import { itemOf } from '../../domain/prefill-papers';
import { useServices } from '../context';
import { Button, Notice } from '../parts';
import { day, money } from '../words';
import { useForm, type Aids } from '../visit/form-context';
import type { FieldNode, FormModel, Rows } from '../visit/form-model';
import { violationOf } from '../visit/violations';
import { usePapers } from './frame';
import type { PaperInHand } from './use-paper';
import { paperName, t } from './words';

/** How a row of violations names its behaviour; empty texts if it does not. */
interface Named {
  code: string;
  wording: string;
  provision: string;
  /** The day on which the act ended. */
  ended: string;
  /** Version in the catalogue; null if the row has none. */
  version: number | null;
}

function textOf(node: FieldNode | undefined): string {
  return node?.kind === 'leaf' && typeof node.current.value === 'string' ? node.current.value : '';
}

function numberOf(node: FieldNode | undefined): number | null {
  return node?.kind === 'leaf' && typeof node.current.value === 'number' ? node.current.value : null;
}

const child = (node: FieldNode | undefined, name: string): FieldNode | undefined => (node?.kind === 'branch' ? node.children.find((one) => one.name === name) : undefined);

/** The catalogue's fine for a row of violations, found by its code, else by its exact wording; null
 * if neither is the catalogue's. */
async function bandOf(offlineData: Services['offlineData'], { code, wording, provision, ended }: Named): Promise<Band | null> {
  if (wording.trim() === '') return null;
  const named = code === '' ? null : ((ended === '' ? null : await offlineData.behaviourOn(ended, code)) ?? (await offlineData.get('violation', code)));
  if (named) return violationOf(named);
  const found = (await (ended === '' ? offlineData.search('violation', wording, 20) : offlineData.searchOn(ended, wording, 20))).map(violationOf);
  const same = found.find((one) => one.name === wording && one.legalBasis === provision);
  return same ? { fineMax: same.fineMax, subject: same.subject } : null;
}

/** The present rows. A component that renders with this renders again with every letter
 * typed in them. */
function violationsIn(form: FormModel): Named[] {
  const list = child(form.root, 'violations');
  return list?.kind === 'rows' ? list.rows.value.map((row) => ({ code: textOf(child(row, 'code')), wording: textOf(child(row, 'wording')), provision: textOf(child(row, 'provision')), ended: textOf(child(row, 'ended_on')), version: numberOf(child(row, 'catalogue_version')) })) : [];
}

/** A row keeps the catalogue's code only while its wording is that of the catalogue: other words
 * mean another behaviour. */
function CodeAid({ node }: { node: FieldNode }) {
  const read = useRef(new Map<string, { code: string; wording: string }>());
  const rows = node.kind === 'rows' ? node.rows.value : [];
  const said = rows.map((row) => [row.key, textOf(child(row, 'code')), textOf(child(row, 'wording'))] as const);
  useEffect(() => {
    for (const [index, [key, code, wording]] of said.entries()) {
      const before = read.current.get(key);
      if (code !== '' && before?.code === code && before.wording !== wording) {
        for (const name of ['code', 'catalogue_version']) {
          const leaf = child(rows[index], name);
          if (leaf?.kind === 'leaf') leaf.set(undefined);
        }
        read.current.delete(key);
      } else if (before?.code !== code) read.current.set(key, { code, wording });
    }
  }, [JSON.stringify(said)]);
  return <OfAnotherDay />;
}

interface Misplaced {
  number: number;
  code: string;
  ended: string;
}

/** Names the rows whose code has no rule on the day on which the act ended, or another version: the
 * desk would refuse them when the violation is recorded. */
function OfAnotherDay() {
  const { offlineData } = useServices();
  const { form } = useForm();
  const [wrong, setWrong] = useState<Misplaced[]>([]);
  const rows = violationsIn(form);
  const hasPack = offlineData.state.value !== null;
  useEffect(() => {
    let here = true;
    const look = rows.map(async ({ code, version, ended }, at): Promise<Misplaced[]> => {
      if (!hasPack || code === '' || ended.length !== 10) return [];
      const rule = await offlineData.behaviourOn(ended, code);
      return rule !== null && (version === null || violationOf(rule).version === version) ? [] : [{ number: at + 1, code, ended }];
    });
    Promise.all(look).then(
      (found) => here && setWrong(found.flat()),
      () => here && setWrong([]),
    );
    return () => {
      here = false;
    };
  }, [JSON.stringify(rows), hasPack, offlineData]);
  if (wrong.length === 0) return null;
  return (
    <Notice tone="warning" live="polite">
      {wrong.map(({ number, code, ended }) => (
        <p key={number}>{t('papers.not_in_force', { number, code, day: day(ended) })}</p>
      ))}
    </Notice>
  );
}

function ExplanationAid({ node, knowsRight }: { node: FieldNode; knowsRight: PaperInHand['knowsRight'] }) {
  const { offlineData } = useServices();
  const { form } = useForm();
  const [found, setFound] = useState<Explanation | null>(null);
  const [others, setOthers] = useState(0);
  const [chosen, setChosen] = useState(false);
  const kind = textOf(child(child(form.root, 'violator'), 'kind'));
  const rows = violationsIn(form);
  useEffect(() => {
    let here = true;
    // Waits until typing pauses, so that the answer is about the text at that time.
    const timer = setTimeout(() => {
      Promise.all(rows.map((row) => bandOf(offlineData, row))).then(
        (bands) => {
          if (!here) return;
          setFound(explanationOf(kind, bands));
          setOthers(unlisted(rows.map(({ wording }) => wording), bands));
        },
        () => here && setFound(null),
      );
    }, 300);
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [JSON.stringify([kind, rows]), offlineData]);
  useEffect(() => {
    if (node.kind !== 'leaf' || found === null) return;
    // Chosen automatically only if the officer has not chosen.
    if (node.current.peek() !== undefined) return;
    node.set('yes');
    setChosen(true);
  }, [found?.right]);
  useEffect(() => knowsRight(found?.right ?? null), [found?.right]);
  if (found === null) return null;
  const says = textOf(node);
  const holes = { greatest: found.greatest === null ? '' : money(found.greatest), bound: money(found.bound) };
  return (
    <Notice tone="warning" live="polite">
      <p>{t(`papers.explain_${found.right}`, holes)}</p>
      {others > 0 && <p>{t('papers.unlisted', { count: others })}</p>}
      <p>{t('papers.explain_terms')}</p>
      {found.right === 'open' && says === 'none' && <p>{t('papers.explain_none', holes)}</p>}
      {chosen && says === 'yes' && <p class="small">{t('papers.explain_set')}</p>}
    </Notice>
  );
}

/** Other papers of the visit that have a list of exhibits. */
function sourcesOf(papers: LocalPaper[], own: string): { paper: LocalPaper; rows: Record<string, unknown>[] }[] {
  return papers
    .filter((paper) => paper.id !== own)
    .map((paper) => ({ paper, rows: ((paper.draft?.fields ?? paper.written?.fields)?.exhibits ?? []) as Record<string, unknown>[] }))
    .filter(({ rows }) => Array.isArray(rows) && rows.length > 0);
}

/** Returns buttons that add another paper's exhibits to this list, as far as they are not
 * in it yet. */
function listAid(inspectionId: string, paperId: string, sealed: boolean) {
  return function ListAid({ node }: { node: FieldNode }) {
    const sources = sourcesOf(usePapers(inspectionId), paperId);
    if (node.kind !== 'rows' || sources.length === 0) return null;
    const keys = new Set(node.rows.value.map((row) => keyOf(row.value() as Record<string, unknown>)));
    return (
      <div class="button-stack">
        {sources.map(({ paper, rows }) => {
          const missing = rows.map((row) => (sealed ? itemOf(row) : row)).filter((row) => !keys.has(keyOf(row)));
          if (missing.length === 0) return null;
          return (
            <Button key={paper.id} onPress={() => addAll(node, missing)}>
              {t('papers.take_rows', { name: paperName(paper.form), count: missing.length })}
            </Button>
          );
        })}
      </div>
    );
  };
}

function addAll(list: Rows, rows: Record<string, unknown>[]): void {
  for (const row of rows) if (list.rows.peek().length < (list.schema.maxItems ?? Infinity)) list.add(structuredClone(row));
}

function keyOf(row: Record<string, unknown>): string {
  return JSON.stringify([row.name, row.unit, row.quantity]);
}

/** Aids by the name of the field below which each is shown. */
export function aidsOf(inspectionId: string, paperId: string, knowsRight: PaperInHand['knowsRight']): Aids {
  const explanation = ({ node }: { node: FieldNode }) => <ExplanationAid node={node} knowsRight={knowsRight} />;
  return { explanation, violations: CodeAid, exhibits: listAid(inspectionId, paperId, false), items: listAid(inspectionId, paperId, true) };
}
