/** Initial values of papers made on site, from the decision, the minutes in force, the party, the
 * officer and the papers made before.
 *
 * Nothing is invented. What cannot be known beforehand (facts, statements, the end, the number of
 * sheets) stays empty.
 */
import type { DecisionIssued } from '../wire';
import { dayInVietnam } from './moments';
import type { PaperForm } from './papers';

type Fields = Record<string, unknown>;
type Member = DecisionIssued['team'][number];

/** The first version of the violation minutes that has the days of the act and of its discovery. */
const WITH_DAYS = 2;

export interface KnownOnSite {
  /** The version of the form that is filled. */
  version: number;
  decision: DecisionIssued;
  agency: string;
  officerId: string;
  /** Fields of the inspection minutes in force, or of their draft; empty before there are any. */
  minutes: Fields;
  /** Papers of this visit, oldest first: their fields in force, and their numbers. */
  papers: { form: string; fields: Fields; number: string | null; madeAt: string }[];
  /** The present time, RFC 3339. Null if it is unknown; the officer then types it. */
  now: string | null;
}

/** The least number of copies by Law 15/2012 Art 58: one for the violator, one for the file. */
const COPIES = 2;

/** Of sealing minutes the keeper gets one too (Decree 118/2021, MBB26). */
const SEALED_COPIES = 3;

/** The first version of the sealing minutes that names the violation minutes. */
const WITH_VIOLATION = 2;

export function prefillPaper(form: PaperForm, known: KnownOnSite): Fields {
  const { violator, ...shared } = common(known);
  const latest = (of: string) => known.papers.findLast((paper) => paper.form === of);
  const violation = latest('MBB01');
  const base = { ...shared, violator: violation?.fields.violator ?? violator };
  if (form === 'MBB01') {
    const { minutes, decision } = known;
    return {
      ...base,
      decision_number: decision.number,
      decision_date: decision.issued_on,
      ...given({ inspection_minutes_number: text(minutes.number), inspection_minutes_date: dayOf(text(minutes.ended_at)) }),
      ...(known.version < WITH_DAYS ? {} : given({ detected_on: dayOf(known.now) })),
      violations: rows(minutes.violations).map((row) => violationOf(row, known.version < WITH_DAYS ? null : dayOf(known.now))),
      ...statements(minutes, ['subject_opinion', 'witness_opinion']),
      ...some('exhibits', seizedOf(latest('MBB15')?.fields ?? {})),
    };
  }
  const opinions = statements(violation?.fields ?? {}, ['subject_opinion']);
  if (form === 'MBB15') {
    return {
      ...base,
      ...given({ violation_minutes_number: violation?.number ?? null, violation_minutes_date: violation ? dayOf(violation.madeAt) : null }),
      exhibits: rows(violation?.fields.exhibits),
      ...opinions,
    };
  }
  const seizure = latest('MBB15');
  return {
    ...base,
    ...given({
      decision_number: text(seizure?.fields.decision_number),
      decision_date: text(seizure?.fields.decision_date),
      seizure_minutes_number: seizure?.number ?? null,
      seizure_minutes_date: seizure ? dayOf(seizure.madeAt) : null,
      custody_place: text(seizure?.fields.custody_place),
      // Goods that were seized with the violation minutes stand in these (Law Art 125.4 b).
      violation_minutes_number: seizure || known.version < WITH_VIOLATION ? null : (violation?.number ?? null),
      violation_minutes_date: seizure || known.version < WITH_VIOLATION || !violation ? null : dayOf(violation.madeAt),
    }),
    copies: SEALED_COPIES,
    ...(seizure?.fields.keeper === undefined ? {} : { keeper: seizure.fields.keeper }),
    items: rows((seizure ?? violation)?.fields.exhibits).map(itemOf),
    ...opinions,
  };
}

/** What seizure minutes list, as rows of the violation minutes: these have one table for goods and
 * licences. A licence has no unit in its own table. */
function seizedOf({ exhibits, licences }: Fields): Fields[] {
  return [...rows(exhibits), ...rows(licences).map((row) => ({ ...row, unit: 'bản' }))];
}

/** An exhibit as a row of the sealing minutes. The seal's number and how it is sealed are
 * filled in there. */
export function itemOf(exhibit: Fields): Fields {
  return given({ name: text(exhibit.name), kind: text(exhibit.kind), unit: text(exhibit.unit), quantity: text(exhibit.quantity) });
}

function common({ decision, agency, officerId, minutes, now }: KnownOnSite): Fields {
  const { subject, team } = decision;
  const maker = team.find((member) => member.officer_id === officerId);
  const present = rows(minutes.present);
  const authority = present.filter((one) => isAuthority(text(one.capacity) ?? ''));
  const witnesses = present.filter((one) => !authority.includes(one) && /chứng kiến|witness/i.test(text(one.capacity) ?? ''));
  const organised = subject.kind !== 'individual';
  return {
    ...given({ agency }),
    ...given({ started_at: now }),
    place: decision.place,
    ...(maker ? { maker: officer(maker, agency) } : {}),
    companions: team.filter((member) => member !== maker).map((member) => officer(member, agency)),
    ...some('witnesses', witnesses.map((one) => given({ name: text(one.name) }))),
    ...some('authority', authority.map((one) => given({ name: text(one.name), position: text(one.capacity) }))),
    violator: {
      kind: subject.kind,
      name: subject.name,
      address: subject.address,
      ...(organised
        ? given({
            enterprise_code: subject.tax_code,
            registration_number: subject.registration_number,
            representative_name: subject.representative,
            representative_title: subject.representative_title,
          })
        : {}),
    },
    copies: COPIES,
  };
}

function officer(member: Member, agency: string): Fields {
  return { name: member.full_name, ...given({ title: member.title, agency, officer_number: member.officer_number }) };
}

function violationOf(row: Fields, endedOn: string | null): Fields {
  return given({ wording: text(row.description), provision: text(row.provision), ended_on: endedOn });
}

function isAuthority(capacity: string): boolean {
  return /ủy ban|uỷ ban|ubnd|công an|chính quyền/i.test(capacity.normalize('NFC'));
}

function statements(from: Fields, names: string[]): Fields {
  return given(Object.fromEntries(names.map((name) => [name, text(from[name])])));
}

/** The calendar day in Vietnam of a time. */
function dayOf(moment: string | null): string | null {
  const ms = moment === null ? Number.NaN : Date.parse(moment);
  return Number.isNaN(ms) ? null : dayInVietnam(ms);
}

function rows(value: unknown): Fields[] {
  return Array.isArray(value) ? (value as Fields[]) : [];
}

function some(name: string, list: Fields[]): Fields {
  return list.length === 0 ? {} : { [name]: list };
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function given(values: Record<string, string | null>): Fields {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''));
}
