/** Who signs a paper, by its form and the names in it, and who has signed. */
import type { PaperSigner } from '../../domain/model';
import { signersIn, type LocalPaper, type PaperSignature, type PaperSignerRule } from '../../domain/papers';

export interface PaperSignerRow {
  rule: PaperSignerRule;
  /** The person's name in the paper; empty if the paper does not name one. */
  name: string;
  signature: PaperSignature | null;
}

type Fields = Record<string, unknown>;

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
const nameIn = (value: unknown): string => (typeof value === 'object' && value !== null ? text((value as Fields).name) : '');
/** Who signs for one who was harmed: an organisation's representative, if the paper names one. */
const harmedIn = (value: unknown): string[] =>
  (Array.isArray(value) ? (value as Fields[]) : [])
    .map((one) => (one.kind === 'organisation' && text(one.representative_name)) || nameIn(one))
    .filter((name) => name !== '');
const namesIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(nameIn).filter((name) => name !== '') : []);

function subjectOf(violator: unknown): string {
  const given = (typeof violator === 'object' && violator !== null ? violator : {}) as Fields;
  const organised = given.kind === 'organisation' || given.kind === 'household';
  return text(given.authorised_name) || (organised && text(given.representative_name)) || text(given.name);
}

const NAMES: Record<PaperSigner, (fields: Fields) => string[]> = {
  maker: (fields) => [nameIn(fields.maker)],
  subject: (fields) => [subjectOf(fields.violator)],
  authority: (fields) => namesIn(fields.authority),
  witness: (fields) => namesIn(fields.witnesses),
  victim: (fields) => harmedIn(fields.victims),
  keeper: (fields) => [nameIn(fields.keeper)],
  interpreter: (fields) => [nameIn(fields.interpreter)],
};

/** Required roles first, then everybody else whom the paper names, then people who signed
 * without being required or named. */
export function signerRows(schema: object, paper: Pick<LocalPaper, 'written' | 'signatures'>): PaperSignerRow[] {
  const { written } = paper;
  if (!written) return [];
  const left = [...paper.signatures];
  // If somebody signed twice, the newest signature counts.
  const take = (fits: (one: PaperSignature) => boolean): PaperSignature | null => {
    const at = left.findLastIndex(fits);
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  };
  const rules = signersIn(schema);
  const wanted = [...rules.filter((rule) => rule.required), ...rules.filter((rule) => !rule.required)].flatMap((rule) => {
    const names = NAMES[rule.role](written.fields).filter((name) => name !== '');
    return (names.length === 0 && rule.required ? [''] : names).map((name) => ({ rule, name }));
  });
  const byName = wanted.map(({ rule, name }) => take((one) => one.role === rule.role && one.name === name));
  const rows = wanted.map(({ rule, name }, at): PaperSignerRow => {
    const only = wanted.filter((other) => other.rule.role === rule.role).length === 1;
    return { rule, name, signature: byName[at] ?? (only ? take((one) => one.role === rule.role) : null) };
  });
  const more = left.flatMap((signature): PaperSignerRow[] => {
    const rule = rules.find((one) => one.role === signature.role);
    return rule ? [{ rule, name: signature.name, signature }] : [];
  });
  return [...rows, ...more];
}
