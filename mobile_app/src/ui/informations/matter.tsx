/** The part of an information that all who work on it read: what, where, about whom. */
import { useEffect, useState } from 'preact/hooks';
import { FIELDS, MOST_SUMMARY, MOST_URGENT, type InformationDraft, type Suspect, type Typed } from '../../domain/informations';
import type { ProposalChoices, ReferenceEntry } from '../../wire';
import { useServices } from '../context';
import { Button, Checkbox, Choice, Collapsible, List, Notice, TextArea, TextField } from '../parts';
import { t } from './words';

type Save = (typed: Partial<Typed>) => void;

/** A party of the register on this phone as a suspect. */
function withEntry({ id, value }: ReferenceEntry): Suspect {
  const words = value as Record<string, unknown>;
  const said = (key: string): string => (typeof words[key] === 'string' ? words[key] : '');
  const kind = said('kind');
  return { subjectId: id, kind: kind === 'individual' || kind === 'organisation' || kind === 'household' ? kind : null, name: said('name'), address: said('address'), taxCode: said('tax_code') };
}

function SuspectOf({ one, n, change, drop }: { one: Suspect; n: number; change: (next: Suspect) => void; drop: (() => void) | null }) {
  const { offlineData } = useServices();
  const [text, setText] = useState('');
  const [found, setFound] = useState<ReferenceEntry[]>([]);
  useEffect(() => {
    let here = true;
    if (text.trim() === '') setFound([]);
    else offlineData.search('business', text, 5).then((entries) => here && setFound(entries), () => undefined);
    return () => {
      here = false;
    };
  }, [text]);
  return (
    <fieldset class="field">
      <legend>{t('informations.suspect_n', { n })}</legend>
      <TextField label={t('informations.suspect_search')} type="search" inputMode="search" value={text} onInput={setText} />
      {found.length > 0 && (
        <List label={t('informations.suspect_search')}>
          {found.map((entry) => (
            <li key={entry.id}>
              <Button
                onPress={() => {
                  change(withEntry(entry));
                  setText('');
                }}
              >
                {String(entry.value.name)} · {String(entry.value.address)}
              </Button>
            </li>
          ))}
        </List>
      )}
      <TextField label={t('informations.suspect_name')} value={one.name} maxLength={200} capitals="words" spelt={false} onInput={(name) => change({ ...one, name, subjectId: null })} />
      <TextField label={t('informations.suspect_address')} value={one.address} maxLength={500} onInput={(address) => change({ ...one, address })} />
      <TextField label={t('informations.suspect_tax')} value={one.taxCode} maxLength={20} inputMode="numeric" literal onInput={(taxCode) => change({ ...one, taxCode })} />
      {drop && (
        <Button kind="quiet" onPress={drop}>
          {t('informations.suspect_drop', { n })}
        </Button>
      )}
    </fieldset>
  );
}

/** Whether it is about an officer: it must be answered, because it decides who gets it. */
function AboutOfficer({ typed, save, wrong }: { typed: Typed; save: Save; wrong: ReadonlySet<string> }) {
  const { decisions } = useServices();
  const [choices, setChoices] = useState<ProposalChoices | null>(null);
  useEffect(() => {
    let here = true;
    // Who does not inspect has no such list.
    decisions.choices().then((found) => here && setChoices(found), () => undefined);
    return () => {
      here = false;
    };
  }, []);
  return (
    <>
      <Choice
        label={t('informations.about')}
        hint={t('informations.about_hint')}
        value={typed.aboutOfficer}
        error={wrong.has('about') ? t('informations.lack_about') : null}
        onChange={(aboutOfficer) => save({ aboutOfficer })}
        options={[
          { value: 'no', label: t('informations.about_no') },
          { value: 'listed', label: t('informations.about_listed') },
          { value: 'unlisted', label: t('informations.about_unlisted'), hint: t('informations.about_unlisted_hint') },
        ]}
      />
      {typed.aboutOfficer === 'listed' && (
        <fieldset class={wrong.has('named') ? 'field field-wrong' : 'field'}>
          <legend>{t('informations.named')}</legend>
          {wrong.has('named') && <p class="field-error">{t('informations.lack_named')}</p>}
          {choices === null && <Notice tone="warning">{t('informations.named_none')}</Notice>}
          {choices?.team.map((one) => (
            <Checkbox
              key={one.officer_id}
              label={`${one.full_name}${one.title_vi ? `, ${one.title_vi}` : ''}`}
              checked={typed.named.includes(one.officer_id)}
              onChange={(checked) => save({ named: checked ? [...typed.named, one.officer_id] : typed.named.filter((other) => other !== one.officer_id) })}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}

export function WorkPart({ draft, save, wrong }: { draft: InformationDraft; save: Save; wrong: ReadonlySet<string> }) {
  const { typed } = draft;
  const change = (at: number, next: Suspect): void => save({ suspects: typed.suspects.map((one, other) => (other === at ? next : one)) });
  return (
    <section>
      <h2>{t('informations.work')}</h2>
      <TextArea label={t('informations.summary')} hint={t('informations.summary_hint')} value={typed.summary} limit={MOST_SUMMARY} rows={4} error={wrong.has('summary') ? t('informations.lack_summary') : null} onInput={(summary) => save({ summary })} />
      <fieldset class="field">
        <legend>{t('informations.urgent_legend')}</legend>
        <TextArea label={t('informations.urgent')} hint={t('informations.urgent_hint')} value={typed.urgent} limit={MOST_URGENT} rows={2} error={wrong.has('urgent') ? t('informations.lack_urgent') : null} onInput={(urgent) => save({ urgent })} />
      </fieldset>
      <TextField label={t('informations.place')} hint={t('informations.place_hint')} value={typed.place} maxLength={500} onInput={(place) => save({ place })} />
      <TextField label={t('informations.goods')} value={typed.goods} maxLength={500} onInput={(goods) => save({ goods })} />
      <Collapsible title={t('informations.fields')}>
        {FIELDS.map((one) => (
          <Checkbox key={one} label={t(`informations.field_${one}`)} checked={typed.fields.includes(one)} onChange={(checked) => save({ fields: checked ? [...typed.fields, one] : typed.fields.filter((other) => other !== one) })} />
        ))}
      </Collapsible>
      <h3>{t('informations.suspects')}</h3>
      {wrong.has('suspects') && <p class="field-error">{t('informations.lack_suspects')}</p>}
      {typed.suspects.map((one, at) => (
        <SuspectOf key={at} one={one} n={at + 1} change={(next) => change(at, next)} drop={typed.suspects.length > 1 ? () => save({ suspects: typed.suspects.filter((_, other) => other !== at) }) : null} />
      ))}
      <div class="button-row">
        <Button onPress={() => save({ suspects: [...typed.suspects, { subjectId: null, kind: null, name: '', address: '', taxCode: '' }] })}>{t('informations.suspect_more')}</Button>
      </div>
      <AboutOfficer typed={typed} save={save} wrong={wrong} />
    </section>
  );
}
