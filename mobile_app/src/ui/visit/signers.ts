/** Who signs the minutes (Circular 27/2020 Art 18; Art 16.1 for minutes of non-execution), and
 * who has signed. */
import type { LocalInspection, LocalSignature, SignerRole } from '../../domain/model';
import { tellsAbsence } from '../../domain/submission-rules';

export interface Signer {
  role: SignerRole;
  /** The person's name in the minutes; empty if they do not name one. */
  name: string;
  /** Without this signature the server refuses the submission. The others should sign as well,
   * and the screen shows if they have not. */
  required: boolean;
  signature: LocalSignature | null;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
function nameIn(value: unknown): string {
  return typeof value === 'object' && value !== null ? text((value as Record<string, unknown>).name) : '';
}
function namesIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map(nameIn).filter((name) => name !== '') : [];
}

const CAPACITIES: [RegExp, SignerRole][] = [
  [/phiên dịch|interpret/i, 'interpreter'],
  [/ủy ban|uỷ ban|ubnd|công an|chính quyền|people's committee|police/i, 'authority'],
  [/phối hợp|partner/i, 'partner'],
];

/** The role in which somebody "also present" signs, by the description of their capacity; a
 * witness by default. */
export function roleOf(capacity: string): SignerRole {
  return CAPACITIES.find(([words]) => words.test(capacity.normalize('NFC')))?.[1] ?? 'witness';
}

type Wanted = Omit<Signer, 'signature'>;

function wantedBy(form: string, fields: Record<string, unknown>, signed: ReadonlySet<SignerRole>): Wanted[] {
  const leader: Wanted = { role: 'leader', name: nameIn(fields.leader), required: true };
  const members = namesIn(fields.members).map((name): Wanted => ({ role: 'member', name, required: false }));
  const present = Array.isArray(fields.present) ? fields.present : [];
  const others = present
    .map((one): Wanted => ({ role: roleOf(text((one as Record<string, unknown> | null)?.capacity)), name: nameIn(one), required: false }))
    .filter((one) => one.name !== '');
  if (form === 'BB-KKT') {
    const authority = namesIn(fields.authority);
    const witnesses = namesIn(fields.witnesses);
    // Nobody of the authority is there to sign: a witness signs in their place, whether or not
    // the minutes name one. If somebody of the authority came after all, that is enough.
    const absent = authority.length === 0 || tellsAbsence(form, fields);
    const needed = absent && !signed.has('authority');
    const stand = (needed && witnesses.length === 0 ? [''] : witnesses).map((name, at): Wanted => ({ role: 'witness', name, required: needed && at === 0 }));
    return [leader, ...authority.map((name, at): Wanted => ({ role: 'authority', name, required: !absent && at === 0 })), ...stand, ...members];
  }
  const subject: Wanted = { role: 'subject', name: text(fields.representative), required: true };
  return [leader, ...members, subject, ...others];
}

/** All who are to sign the minutes in force, in the order of the paper, then those who signed
 * without being required or named. Empty without minutes. */
export function signersOf(inspection: Pick<LocalInspection, 'minutes' | 'signatures'>): Signer[] {
  const { minutes } = inspection;
  if (minutes === null) return [];
  const left = inspection.signatures.filter((one) => one.minutes === minutes.id);
  const take = (fits: (one: LocalSignature) => boolean): LocalSignature | null => {
    const at = left.findLastIndex(fits); // if somebody signed twice, the newest signature counts
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  };
  const wanted = wantedBy(minutes.form, minutes.fields, new Set(left.map(({ role }) => role)));
  const byName = wanted.map((one) => take((given) => given.role === one.role && given.name === one.name));
  const signers = wanted.map((one, at): Signer => {
    const onlyOfRole = wanted.filter((other) => other.role === one.role).length === 1;
    return { ...one, signature: byName[at] ?? (onlyOfRole ? take((given) => given.role === one.role) : null) };
  });
  return [...signers, ...left.map((given): Signer => ({ role: given.role, name: given.name, required: false, signature: given }))];
}

/** The signature that this person gave already, by their name or as the only one of their role.
 * Null if there is none. */
export function givenBy(signers: readonly Signer[], role: SignerRole, name: string): LocalSignature | null {
  const written = name.trim().normalize('NFC');
  return signers.find((one) => one.role === role && one.signature !== null && (one.name === written || one.signature.name === written))?.signature ?? null;
}

/** The initial name when somebody signs in a role: the first person who has not signed, else the
 * first in that role. */
export function nextName(signers: Signer[], role: SignerRole): string {
  const ofRole = signers.filter((one) => one.role === role);
  return (ofRole.find((one) => one.signature === null) ?? ofRole[0])?.name ?? '';
}
