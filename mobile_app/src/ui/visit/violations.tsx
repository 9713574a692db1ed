/** Picking a violation from the catalogue on this phone. What is picked can be changed afterwards: the catalogue is a draft. */
import { useEffect, useState } from 'preact/hooks';
import type { ReferenceEntry } from '../../wire';
import { useServices } from '../context';
import { Collapsible, List, Notice, Tag, TextField } from '../parts';
import { day, language } from '../words';
import { reveal, useForm } from './form-context';
import type { Rows } from './form-model';
import { t } from './words';

interface Violation {
  code: string;
  name: string;
  legalBasis: string;
  validFrom: string | null;
  validTo: string | null;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The catalogue's entry as it is needed here; the value's shape is docs/offline-sync.md's, "Reference data". */
export function violationOf(entry: ReferenceEntry): Violation {
  const value = entry.value as Record<string, unknown>;
  return {
    code: text(value.code),
    name: text(value.name_vi),
    legalBasis: text(value.legal_basis),
    validFrom: text(value.valid_from) || null,
    validTo: text(value.valid_to) || null,
  };
}

function validity({ validFrom, validTo }: Violation): string {
  const parts = [validFrom && t('minutes.pick_from', { from: day(validFrom) }), validTo && t('minutes.pick_until', { to: day(validTo) })];
  return parts.filter(Boolean).join(' ');
}

/** Search and results. */
export function Violations({ list }: { list: Rows }) {
  const { reference } = useServices();
  const { form } = useForm();
  const [words, setWords] = useState('');
  const [found, setFound] = useState<ReferenceEntry[] | null>(null);
  useEffect(() => {
    let here = true;
    if (words.trim() === '') setFound(null);
    else void reference.search('violation', words, 10).then((entries) => here && setFound(entries));
    return () => {
      here = false;
    };
  }, [words]);
  const pick = (violation: Violation): void => {
    const row = list.add({ description: violation.name, ...(violation.legalBasis === '' ? {} : { provision: violation.legalBasis }) });
    setWords('');
    reveal(form, row);
  };
  return (
    <Collapsible title={t('minutes.pick')}>
      {reference.state.value === null && <Notice tone="warning">{t('minutes.pick_missing')}</Notice>}
      <p class="hint">{t('minutes.pick_draft')}</p>
      <TextField type="search" label={t('minutes.pick_search')} hint={t('minutes.pick_hint')} value={words} onInput={setWords} />
      {found !== null && found.length === 0 && <p role="status">{t('minutes.pick_none')}</p>}
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
                  </span>
                  <Tag>{violation.code}</Tag>
                </button>
              </li>
            );
          })}
        </List>
      )}
    </Collapsible>
  );
}
