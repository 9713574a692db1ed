import { describe, expect, it } from 'vitest';
import type { InspectionState } from '../../../src/domain/model';
import { EVIDENCE, LATE, after, step, type InspectionAct, type Step } from '../../../src/domain/states';
import { FORM_RULES, USUAL_FORM, submissionFault, tellsAbsence } from '../../../src/domain/submission-rules';
import { cases } from '../support/cases';

interface StateCases {
  evidence: string[];
  late: string[];
  cells: ({ state: InspectionState | null; act: InspectionAct } & Step)[];
  newer: ({ state: InspectionState; act: InspectionAct } & Step)[];
}
interface SubmissionCases {
  forms: Record<string, { announced: boolean; absence_field: string | null; needs: { code: string; any_of: string[][]; where_absence_told: string[][] }[] }>;
  usual_form: string;
  given: Given;
  cases: { name: string; patch: Partial<Given>; code: string | null }[];
  absences: { form: string; fields: Record<string, unknown>; told: boolean }[];
}
interface Given {
  announced: boolean;
  form: string | null;
  form_version: number;
  fields: Record<string, unknown>;
  minutes: string;
  minutes_in_force: string | null;
  photos: string[];
  known_photos: { sha256: string; in_force: boolean }[];
  signatures: string[];
  known_signatures: { act_id: string; minutes_id: string; role: string }[];
  places: string[];
  known_places: string[];
}

const states = cases<StateCases>('states');
const submissions = cases<SubmissionCases>('submissions');

describe('the table of states', () => {
  it.each(states.cells.map((cell) => [`${cell.state ?? 'nothing'} × ${cell.act}`, cell] as const))('%s is as the server has it', (_, cell) => {
    expect(step(cell.state, cell.act)).toEqual({ effect: cell.effect, next: cell.next, code: cell.code });
  });

  it.each(states.newer.map((cell) => [`${cell.state} × ${cell.act}`, cell] as const))('of a draft before and a file after: %s is as the server has it', (_, cell) => {
    expect(step(cell.state, cell.act, 2)).toEqual({ effect: cell.effect, next: cell.next, code: cell.code });
  });

  it('names the same evidence and the same late states', () => {
    expect([...EVIDENCE].sort()).toEqual(states.evidence);
    expect([...LATE].sort()).toEqual(states.late);
  });

  it('moves only where an act takes effect', () => {
    expect(after('submitted', 'inspection.discarded')).toBe('submitted');
    expect(after('submitted', 'minutes.written')).toBe('revising');
    expect(after('approved', 'minutes.written')).toBe('approved');
    expect(after('discarded', 'inspection.opened')).toBe('opened');
  });
});

describe('the rules of submission', () => {
  it('are the same data as the server has', () => {
    expect(USUAL_FORM).toBe(submissions.usual_form);
    const ours = Object.fromEntries(
      Object.entries(FORM_RULES).map(([form, rule]) => [
        form,
        {
          announced: rule.announced,
          absence_field: rule.absenceField,
          needs: rule.needs.map((need) => ({ code: need.code, any_of: need.anyOf, where_absence_told: need.whereAbsenceTold })),
        },
      ]),
    );
    expect(ours).toEqual(submissions.forms);
  });

  it.each(submissions.cases.map((each) => [each.name, each] as const))('%s', (_, each) => {
    const given: Given = { ...submissions.given, ...each.patch };
    const fault = submissionFault({
      announced: given.announced,
      form: given.form,
      formVersion: given.form_version,
      fields: given.fields,
      minutes: given.minutes,
      minutesInForce: given.minutes_in_force,
      photos: given.photos,
      knownPhotos: given.known_photos.map((photo) => ({ sha256: photo.sha256, inForce: photo.in_force })),
      signatures: given.signatures,
      knownSignatures: given.known_signatures.map((each) => ({ id: each.act_id, minutes: each.minutes_id, role: each.role, name: each.role, refusal: null, madeAt: '2026-11-24T03:00:00Z' })),
      places: given.places,
      knownPlaces: given.known_places,
    });
    expect(fault).toBe(each.code);
  });

  it.each(submissions.absences.map((each) => [JSON.stringify(each.fields), each] as const))('an absence told by %s', (_, each) => {
    expect(tellsAbsence(each.form, each.fields)).toBe(each.told);
  });
});
