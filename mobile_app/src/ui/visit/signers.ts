/** Who signs the minutes (Circular 27/2020 Art 18; Art 16.1 for minutes of non-execution), and who has. */
import type { LocalInspection, LocalSignature, SignerRole } from '../../domain/model';

export interface Signer {
  role: SignerRole;
  /** As the minutes name the person; empty where they do not. */
  name: string;
  /** Without this one the server refuses the submission; the others should sign, and it is said where they have not. */
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

/** In which role somebody "also present" signs: by the words of his capacity, else as a witness. */
export function roleOf(capacity: string): SignerRole {
  return CAPACITIES.find(([words]) => words.test(capacity.normalize('NFC')))?.[1] ?? 'witness';
}

type Wanted = Omit<Signer, 'signature'>;

function wantedBy(form: string, fields: Record<string, unknown>): Wanted[] {
  const leader: Wanted = { role: 'leader', name: nameIn(fields.leader), required: true };
  const members = namesIn(fields.members).map((name): Wanted => ({ role: 'member', name, required: false }));
  const present = Array.isArray(fields.present) ? fields.present : [];
  const others = present
    .map((one): Wanted => ({ role: roleOf(text((one as Record<string, unknown> | null)?.capacity)), name: nameIn(one), required: false }))
    .filter((one) => one.name !== '');
  if (form === 'BB-KKT') {
    const authority = namesIn(fields.authority);
    const witnesses = namesIn(fields.witnesses);
    // Nobody of the authority there: a witness signs in their place, named in the minutes or not.
    const absent = authority.length === 0;
    const stand = (absent && witnesses.length === 0 ? [''] : witnesses).map((name, at): Wanted => ({ role: 'witness', name, required: absent && at === 0 }));
    return [leader, ...authority.map((name, at): Wanted => ({ role: 'authority', name, required: at === 0 })), ...stand, ...members];
  }
  const subject: Wanted = { role: 'subject', name: text(fields.representative), required: true };
  return [leader, ...members, subject, ...others];
}

/** All who are to sign the minutes in force, in the order of the paper, then those who signed without being asked for. Empty without minutes. */
export function signersOf(inspection: Pick<LocalInspection, 'minutes' | 'signatures'>): Signer[] {
  const { minutes } = inspection;
  if (minutes === null) return [];
  const left = inspection.signatures.filter((one) => one.minutes === minutes.id);
  const take = (fits: (one: LocalSignature) => boolean): LocalSignature | null => {
    const at = left.findLastIndex(fits); // the newest counts where somebody signed twice
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  };
  const wanted = wantedBy(minutes.form, minutes.fields);
  const byName = wanted.map((one) => take((given) => given.role === one.role && given.name === one.name));
  const signers = wanted.map((one, at): Signer => {
    const onlyOfRole = wanted.filter((other) => other.role === one.role).length === 1;
    return { ...one, signature: byName[at] ?? (onlyOfRole ? take((given) => given.role === one.role) : null) };
  });
  return [...signers, ...left.map((given): Signer => ({ role: given.role, name: given.name, required: false, signature: given }))];
}

/** What this person gave already: under his name, or as the only one of his role. Null where he has given nothing. */
export function givenBy(signers: readonly Signer[], role: SignerRole, name: string): LocalSignature | null {
  const written = name.trim().normalize('NFC');
  return signers.find((one) => one.role === role && one.signature !== null && (one.name === written || one.signature.name === written))?.signature ?? null;
}

/** The name to begin with when somebody signs in a role: of the first who has not, else of the first in it. */
export function nextName(signers: Signer[], role: SignerRole): string {
  const ofRole = signers.filter((one) => one.role === role);
  return (ofRole.find((one) => one.signature === null) ?? ofRole[0])?.name ?? '';
}
