/** Values of reference entries. They are read defensively, because the pack may be older or
 * newer than this app. */
import { earlierCases, type EarlierCase } from '../../domain/earlier-cases';
import { earlierInspections, type EarlierInspection } from '../../domain/earlier-inspections';
import type { Text } from '../../wire';

export interface Business {
  name: string;
  tradeName: string | null;
  taxCode: string | null;
  registration: string | null;
  address: string;
  representative: string | null;
  phone: string | null;
  history: EarlierInspection[];
  cases: EarlierCase[];
}

export interface Violation {
  code: string;
  name: string;
  legalBasis: string;
  fineMin: number | null;
  fineMax: number | null;
  /** The kind of violator for whom the amounts are stated. */
  subject: string | null;
  /** Not published by a lawyer yet: for reading, never for citing. */
  draft: boolean;
  validFrom: string | null;
  validTo: string | null;
  /** What is doubtful about this entry. */
  check: Text | null;
}

type Value = Record<string, unknown>;

const text = (value: Value, key: string): string | null => {
  const found = value[key];
  return typeof found === 'string' && found !== '' ? found : null;
};
const whole = (value: Value, key: string): number | null => {
  const found = value[key];
  return typeof found === 'number' ? found : null;
};
const record = (value: unknown): Value => (typeof value === 'object' && value !== null ? (value as Value) : {});

const bothWords = (value: unknown): Text | null => {
  const vi = text(record(value), 'vi');
  const en = text(record(value), 'en');
  return vi !== null && en !== null ? { vi, en } : null;
};

/** A business in the register, with earlier findings there. */
export function asBusiness(value: Value): Business {
  return {
    name: text(value, 'name') ?? '',
    tradeName: text(value, 'trade_name'),
    taxCode: text(value, 'tax_code'),
    registration: text(value, 'registration_number'),
    address: text(value, 'address') ?? '',
    representative: [text(value, 'representative'), text(value, 'representative_title')].filter(Boolean).join(', ') || null,
    phone: text(value, 'phone'),
    cases: earlierCases(value),
    history: earlierInspections(value),
  };
}

/** An entry of the catalogue of violations. Fines are in đồng. */
export function asViolation(value: Value): Violation {
  return {
    code: text(value, 'code') ?? '',
    name: text(value, 'name_vi') ?? '',
    legalBasis: text(value, 'legal_basis') ?? '',
    fineMin: whole(value, 'fine_min_vnd'),
    fineMax: whole(value, 'fine_max_vnd'),
    subject: text(value, 'subject'),
    draft: text(value, 'status') === 'draft',
    validFrom: text(value, 'valid_from'),
    validTo: text(value, 'valid_to'),
    check: bothWords(value.check),
  };
}
