/** Picking a violation from the catalogue on this phone. The text can be changed afterwards,
 * because the catalogue is a draft. */
import { useEffect, useState } from 'preact/hooks';
import type { ReferenceEntry, Text } from '../../wire';
import { useServices } from '../context';
import { Collapsible, DateTimeField, List, Notice, Tag, TextField } from '../parts';
import { day, language, money, say } from '../words';
import { reveal, useForm } from './form-context';
import type { Rows } from './form-model';
import { findable, hasAll } from '../../domain/finding';
import { dayInVietnam } from '../../domain/moments';
import { t } from './words';

interface Violation {
  code: string;
  /** Version in the catalogue; 0 is a draft. */
  version: number;
  name: string;
  legalBasis: string;
  validFrom: string | null;
  validTo: string | null;
  fineMin: number | null;
  fineMax: number | null;
  /** The kind of violator for whom the amounts are stated: individual or organisation. */
  subject: string | null;
  draft: boolean;
  /** What has to be compared with the decree. */
  check: Text | null;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A catalogue entry as needed here. The shape of its value is documented in
 * docs/exchange/offline-sync.md, "Reference data". */
export function violationOf(entry: ReferenceEntry): Violation {
  const value = entry.value as Record<string, unknown>;
  return {
    code: text(value.code),
    version: typeof value.version === 'number' ? value.version : 0,
    name: text(value.name_vi),
    legalBasis: text(value.legal_basis),
    validFrom: text(value.valid_from) || null,
    validTo: text(value.valid_to) || null,
    fineMin: typeof value.fine_min_vnd === 'number' ? value.fine_min_vnd : null,
    fineMax: typeof value.fine_max_vnd === 'number' ? value.fine_max_vnd : null,
    subject: text(value.subject) || null,
    draft: value.status === 'draft',
    check: isText(value.check) ? value.check : null,
  };
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'vi' in value && 'en' in value;
}

/** The fine for a behaviour and the kind of violator for whom it is stated. A row without amounts is
 * fined by a multiple of a value, which only the decree tells. */
function band({ fineMin, fineMax, subject }: Violation): string {
  if (fineMax === null) return t('minutes.pick_band_value');
  return t(subject === 'organisation' ? 'minutes.pick_band_organisation' : 'minutes.pick_band', { from: money(fineMin ?? 0), to: money(fineMax) });
}

function validity({ validFrom, validTo }: Violation): string {
  const parts = [validFrom && t('minutes.pick_from', { from: day(validFrom) }), validTo && t('minutes.pick_until', { to: day(validTo) })];
  return parts.filter(Boolean).join(' ');
}

/** Search and results. */
export function Violations({ list }: { list: Rows }) {
  const { offlineData, clock } = useServices();
  const { form } = useForm();
  const [words, setWords] = useState('');
  const [found, setFound] = useState<ReferenceEntry[] | null>(null);
  const now = clock.timeMs();
  const today = now === null ? null : dayInVietnam(now);
  const [chosen, setChosen] = useState<string | null>(null);
  // An act is named by the law of the day on which it ended (Decree 118/2021 Art 7.2).
  const ended = chosen ?? today;
  const before = ended !== null && today !== null && ended < today;
  const asOf = offlineData.state.value?.asOf;
  useEffect(() => {
    let here = true;
    const asked = ended === null ? offlineData.search('violation', words, 10) : offlineData.searchOn(ended, words, 10);
    if (words.trim() === '') setFound(null);
    else void asked.then((entries) => here && setFound(entries));
    return () => {
      here = false;
    };
  }, [words, ended, asOf]); // again when the catalogue has come
  const lacking = found !== null && (found[0] === undefined || !hasAll(findable(found[0]), words));
  const pick = (violation: Violation): void => {
    // Violation minutes have a field for the decree's wording and another for the facts; inspection
    // minutes have one description.
    const properties = list.schema.items?.properties ?? {};
    const words = properties.wording === undefined ? 'description' : 'wording';
    const row = list.add({
      [words]: violation.name,
      ...(violation.legalBasis === '' ? {} : { provision: violation.legalBasis }),
      ...(properties.code === undefined ? {} : { code: violation.code, catalogue_version: violation.version }),
      ...(properties.ended_on === undefined || ended === null ? {} : { ended_on: ended }),
    });
    setWords('');
    reveal(form, row);
  };
  return (
    <Collapsible title={t('minutes.pick')}>
      {offlineData.state.value === null && <Notice tone="warning">{t('minutes.pick_missing')}</Notice>}
      <p class="hint">{t('minutes.pick_draft')}</p>
      <TextField type="search" inputMode="search" enterKeyHint="search" label={t('minutes.pick_search')} hint={t('minutes.pick_hint')} value={words} onInput={setWords} />
      <DateTimeField kind="day" label={t('minutes.pick_ended')} hint={t('minutes.pick_ended_hint')} value={ended} onInput={setChosen} />
      {before && <p class="hint">{t('minutes.pick_on', { day: day(ended) })}</p>}
      {lacking && before && <Notice tone="warning">{t('minutes.pick_none_on', { day: day(ended) })}</Notice>}
      {found !== null && found.length === 0 && !before && <p role="status">{t('minutes.pick_none')}</p>}
      {lacking && found.length > 0 && <p role="status">{t('minutes.pick_near')}</p>}
      {found !== null && found.length > 0 && (
        <List label={t('minutes.pick')}>
          {found.map((entry) => {
            const violation = violationOf(entry);
            return (
              <li key={entry.id}>
                <button type="button" class="row" onClick={() => pick(violation)}>
                  <span class="row-words">
                    <span class="row-title" lang={language.value === 'vi' ? undefined : 'vi'}>
                      {violation.name}
                    </span>
                    <span class="row-note">
                      {violation.legalBasis} {validity(violation)}
                    </span>
                    <span class="row-note">{band(violation)}</span>
                    {violation.check !== null && <span class="row-note">{say(violation.check)}</span>}
                    {/* Below and not beside: the wordings are long, and the screen is narrow. */}
                    <span class="row-note">
                      <Tag>{violation.code}</Tag> {violation.draft && <Tag tone="warning">{t('minutes.pick_is_draft')}</Tag>}
                    </span>
                  </span>
                </button>
              </li>
            );
          })}
        </List>
      )}
    </Collapsible>
  );
}
