/** Papers made on site besides the minutes: what this phone shows of them, and a copy of the
 * server's rules about them (backend/fieldwork/rules/documents.py; tests/cases/papers.json is
 * checked against both). */
import type { FieldDocumentView, Text } from '../wire';
import { MADE_ON_SITE } from '../wire/forms';
import { isAct } from './acts';
import { actAt, timesIn } from './clock';
import { CODE_SCHEME } from './codes';
import { admittedIn, hasEffect } from './inspection';
import type { GivenNumber, LocalInspection, PaperDraft, PaperSigner, StoredAct } from './model';
import { countedRoles } from './refusals';
import { step } from './states';

/** The papers that a phone makes on site, in the order in which they are usually made. */
export type PaperForm = (typeof MADE_ON_SITE)[number];

export function isPaperForm(form: string | undefined): form is PaperForm {
  return (MADE_ON_SITE as readonly (string | undefined)[]).includes(form);
}

export interface PaperSignature {
  id: string;
  role: PaperSigner;
  name: string;
  drawing: FieldDocumentView['signatures'][number]['drawing'];
  refusal: { reason: string; witness: string; order?: 1 } | null;
  madeAt: string;
}

/** A paper as this phone shows it: the server's view with this phone's own acts applied. */
export interface LocalPaper {
  id: string;
  form: string;
  /** The text in force, by its act; null before the first. */
  written: { id: string; formVersion: number; fields: Record<string, unknown>; madeAt: string; officerId: string } | null;
  /** Signatures of the text in force, oldest first. */
  signatures: PaperSignature[];
  /** Its number. Once it has one, the paper is closed. */
  number: GivenNumber | null;
  draft: PaperDraft | null;
  /** This phone's acts about it that have no effect: held by the server, or refused
   * and parked here. */
  kept: StoredAct[];
}

/** All papers of an inspection, in the order in which they were made. */
export function papersOf(local: LocalInspection, drafts: readonly PaperDraft[]): LocalPaper[] {
  const papers = new Map<string, LocalPaper>();
  const paperOf = (id: string, form: string): LocalPaper => {
    let found = papers.get(id);
    if (!found) papers.set(id, (found = { id, form, written: null, signatures: [], number: null, draft: null, kept: [] }));
    return found;
  };
  const at = timesIn(local.view);
  // A view that was kept from an older server has no list of them.
  for (const told of (local.view as Partial<LocalInspection['view']>).documents ?? []) Object.assign(paperOf(told.id, told.form), fromView(told, at));
  const told = new Set(local.view.acts.map((act) => act.id));
  const admitted = admittedIn(local.view);
  /** The paper of each text, in force or not. A signature names a text. */
  const writings = new Map([...papers.values()].flatMap((paper) => (paper.written ? [[paper.written.id, paper.id] as const] : [])));
  for (const stored of local.acts) {
    const { act } = stored;
    if (isAct(act, 'document.written')) writings.set(act.id, act.content.document_id);
    if (admitted.has(stored.id)) continue;
    if (!hasEffect(stored, local.gone)) {
      const id = idOf(stored, writings);
      const paper = id === null ? undefined : papers.get(id);
      if (paper) paper.kept.push(stored);
      else if (isAct(act, 'document.written')) paperOf(act.content.document_id, act.content.form).kept.push(stored);
    } else if (!told.has(stored.id) && step(local.state, act.type, local.view.minutes_flow).effect === 'takes') lay(stored, paperOf);
  }
  for (const draft of drafts) paperOf(draft.id, draft.form).draft = draft;
  return [...papers.values()].sort((a, b) => (a.id < b.id ? -1 : 1));

  function lay({ act }: StoredAct, at: typeof paperOf): void {
    const { id } = act;
    const madeAt = actAt(act);
    if (isAct(act, 'document.written')) {
      const { document_id, form, form_version: formVersion, fields } = act.content;
      const paper = at(document_id, form);
      if (paper.number || paper.form !== form) return;
      paper.written = { id, formVersion, fields, madeAt, officerId: act.officer_id };
      paper.signatures = [];
    } else if (isAct(act, 'document.signed')) {
      const { document: under, role, name, drawing, refusal } = act.content;
      const paper = papers.get(writings.get(under) ?? '');
      if (paper && !paper.number && paper.written?.id === under) paper.signatures.push({ id, role, name, drawing, refusal, madeAt });
    } else if (isAct(act, 'document.numbered')) {
      const paper = papers.get(act.content.document_id);
      if (paper && !paper.number && paper.written?.id === act.content.written) paper.number = { text: act.content.text, madeAt, code: null, act: act.content.code_scheme === CODE_SCHEME ? act : null };
    }
  }
}

function fromView(told: FieldDocumentView, at: (id: string, madeAt: string) => string): Pick<LocalPaper, 'written' | 'signatures' | 'number'> {
  return {
    written: { id: told.written, formVersion: told.form_version, fields: told.fields, madeAt: told.written_at, officerId: told.officer_id },
    signatures: told.signatures.map(({ id, role, name, drawing, refusal, made_at }) => ({ id, role: role as PaperSigner, name, drawing, refusal, madeAt: at(id, made_at) })),
    // A view that was kept from an older server tells no code.
    number: told.number === null ? null : { text: told.number, madeAt: told.numbered_at ?? told.written_at, code: (told as Partial<FieldDocumentView>).code ?? null, act: null },
  };
}

function idOf({ act }: StoredAct, writings: ReadonlyMap<string, string>): string | null {
  if (isAct(act, 'document.written') || isAct(act, 'document.numbered')) return act.content.document_id;
  return isAct(act, 'document.signed') ? (writings.get(act.content.document) ?? null) : null;
}

/** Numbered violation minutes: the number and the violator's name. */
export interface MinutesOfViolation {
  number: string;
  violator: string;
}

/** Returns the numbered violation minutes of an inspection if there are several, or if there is
 * one and another is being drawn up. Another phone or a colleague may have made them. Each
 * violator has one set of minutes (Law Art 58). */
export function severalMinutes(papers: readonly LocalPaper[]): MinutesOfViolation[] {
  const all = papers.filter(({ form, written, draft }) => form === 'MBB01' && (written !== null || draft !== null));
  const numbered = all.flatMap(({ number, written }) => {
    const violator = written?.fields['violator'] as { name?: unknown } | undefined;
    return number ? [{ number: number.text, violator: typeof violator?.name === 'string' ? violator.name : '' }] : [];
  });
  return all.length > 1 ? numbered : [];
}

/** One line of a form's `x-signers`. */
export interface PaperSignerRule {
  role: PaperSigner;
  label: Text;
  required: boolean;
  /** Sets of roles. One whole set may sign in place of this role. */
  instead?: PaperSigner[][];
}

export function signersIn(schema: object): PaperSignerRule[] {
  return ((schema as Record<string, unknown>)['x-signers'] ?? []) as PaperSignerRule[];
}

/** Returns the roles that still have to sign by the form, if `roles` are signed for. */
export function missingSigners(schema: object, roles: readonly string[]): PaperSigner[] {
  return signersIn(schema)
    .filter(({ role, required, instead = [] }) => required && !roles.includes(role) && !instead.some((group) => group.every((one) => roles.includes(one))))
    .map(({ role }) => role);
}

/** The same of a paper as it was written, with the signatures under it; none without a text. */
export function missingUnderPaper(schema: object, { form, written, signatures }: Pick<LocalPaper, 'form' | 'written' | 'signatures'>): PaperSigner[] {
  return missingSigners(schema, written ? countedRoles({ form, ...written }, signatures) : []);
}

/** What is known of the paper that an act concerns. */
export interface PaperFacts {
  inspection: string;
  form: string;
  written: string;
  /** The officer who wrote it. The number is from that officer's sequence. */
  officer: string;
  numbered: boolean;
}

/** Returns the code under which the server would hold the text of a paper; null if
 * it takes effect. */
export function writingFault(known: PaperFacts | null, inspection: string, form: string): string | null {
  if (!known) return null;
  if (known.inspection !== inspection || known.form !== form) return 'document_id_taken';
  return known.numbered ? 'document_closed' : null;
}

/** The same for a signature. `known` is the paper whose text the signature names. */
export function signingFault(known: PaperFacts | null, inspection: string): string | null {
  if (!known || known.inspection !== inspection) return 'document_unknown';
  return known.numbered ? 'document_closed' : null;
}

/** The same for a number given by `officer`. `missing` have not signed the text in force. */
export function numberingFault(
  known: PaperFacts | null, inspection: string, form: string, written: string, officer: string, missing: readonly string[],
): string | null {
  if (!known || known.inspection !== inspection || known.form !== form) return 'document_unknown';
  if (known.numbered) return 'document_closed';
  if (known.written !== written || missing.length > 0) return 'document_unsigned';
  return known.officer === officer ? null : 'number_unusable';
}

/** The facts of this phone's paper for the rules above; null before it was written. */
export function factsOf(paper: LocalPaper, inspection: string): PaperFacts | null {
  return paper.written && { inspection, form: paper.form, written: paper.written.id, officer: paper.written.officerId, numbered: paper.number !== null };
}
