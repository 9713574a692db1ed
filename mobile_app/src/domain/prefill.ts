/** Initial values of minutes, so that an officer types only what they saw.
 *
 * Nothing is invented. What cannot be known beforehand (results, opinions, the end, the number of
 * sheets) stays empty, and the form asks for it.
 */
import type { DecisionIssued } from '../wire';
import type { Schema } from './form';

export interface Known {
  decision: DecisionIssued;
  /** The unit of the team: the agency that draws up the minutes. */
  agency: string;
  /** When the decision was announced on site, else when the team arrived: RFC 3339. */
  announcedAt: string | null;
  /** The present time, RFC 3339, passed in because this module has no clock. Null if it is
   * unknown; the officer then types it. */
  now: string | null;
}

type Fields = Record<string, unknown>;
type Member = DecisionIssued['team'][number];

/** The number of copies by Circular 27/2020 Art 18: one for the inspected party, one
 * for the file. */
const COPIES = 2;

/** Returns the fields of a form from what is known. What was `typed` before takes precedence,
 * also what was typed under the other form into fields that both forms have. Fields that the
 * form's version does not have (`schema`) are left out. */
export function prefill(form: string, known: Known, typed: Fields = {}, schema: Schema | null = null): Fields {
  const made = form === 'BB-KKT' ? nonExecution(known) : inspection(known);
  const kept = Object.entries(typed).filter(([name]) => FIELDS_OF_BOTH.has(name));
  const fields = Object.entries({ ...made, ...Object.fromEntries(kept) });
  const has = schema?.properties as Record<string, unknown> | undefined;
  return Object.fromEntries(fields.filter(([name]) => !has || name in has));
}

/** Fields with the same name and meaning in inspection minutes and in minutes of
 * non-execution. `started_at` is not among them: it is the announcement in the one and the
 * arrival in the other. */
const FIELDS_OF_BOTH = new Set([
  'agency', 'legal_bases', 'decision_number', 'decision_date', 'facility_name', 'facility_address', 'tax_code', 'id_number', 'representative',
  'leader', 'members', 'ended_at', 'place', 'witness_opinion', 'team_opinion', 'copies', 'pages',
]);

function inspection(known: Known): Fields {
  const { decision } = known;
  const { subject } = decision;
  return {
    ...bases(known),
    ...given({ representative_position: subject.representative_title, licence: subject.registration_number }),
    ...given({ started_at: known.announcedAt ?? known.now }),
    contents: decision.contents.map((content) => ({ content })),
    violations: [],
  };
}

function nonExecution(known: Known): Fields {
  return { ...bases(known), ...given({ started_at: known.now }) };
}

function bases({ decision, agency }: Known): Fields {
  const { subject, team } = decision;
  const leader = team.find((member) => member.leader);
  return {
    ...given({ agency }),
    legal_bases: [...decision.legal_bases],
    decision_number: decision.number,
    decision_date: decision.issued_on,
    ...given({ decision_issuer: decision.issuer_title }),
    subject_kind: subject.kind,
    facility_name: subject.name,
    facility_address: subject.address,
    ...given({ tax_code: subject.tax_code, representative: subject.representative }),
    ...(leader ? { leader: person(leader) } : {}),
    members: team.filter((member) => !member.leader).map(person),
    place: decision.place,
    copies: COPIES,
  };
}

function person(member: Member): Fields {
  return {
    name: member.full_name,
    ...given({ title: member.title, officer_number: member.officer_number, card_number: member.card_number }),
  };
}

/** Leaves out empty values: an empty text is not an answer. */
function given(values: Record<string, string | null>): Fields {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''));
}
