/** Looking up businesses and violations on the phone itself, without diacritics, as at the desk. */
import { useEffect, useState } from 'preact/hooks';
import type { ReferenceEntry } from '../../wire';
import { Button, Choice, Collapsible, Empty, Facts, List, Notice, Page, Row, TextField, TroubleNotice } from '../parts';
import { findable, hasAll } from '../../domain/finding';
import { useServices, useTask } from '../context';
import { bytes, dayTime, number } from '../words';
import { t } from '../words/places';
import { asBusiness, asViolation } from './reference-values';

type Kind = 'business' | 'violation';

const otherThan = (kind: Kind): Kind => (kind === 'business' ? 'violation' : 'business');

/** As many as a person will scroll through. With more results the search is too wide. */
const LIMIT = 50;

function ResultRow({ entry }: { entry: ReferenceEntry }) {
  const href = `/app/reference/${entry.kind}/${encodeURIComponent(entry.id)}`;
  if (entry.kind === 'business') {
    const business = asBusiness(entry.value);
    return <Row href={href} title={business.name} note={[business.tradeName, business.address, business.taxCode].filter(Boolean).join(' · ')} />;
  }
  const violation = asViolation(entry.value);
  return <Row href={href} title={violation.name} note={violation.legalBasis} />;
}

/** The state of the pack on this phone, and a button to fetch the rest. */
export function Pack({ open }: { open: boolean }) {
  const { offlineData } = useServices();
  const task = useTask();
  const state = offlineData.state.value;
  return (
    <Collapsible title={t('reference.pack')} open={open}>
      {state ? (
        <Facts
          facts={[
            [t('reference.as_of'), dayTime(state.asOf)],
            [t('reference.entries'), number(state.entries)],
            [t('reference.size'), bytes(state.bytes)],
          ]}
        />
      ) : (
        <p>{t('reference.none')}</p>
      )}
      <TroubleNotice trouble={task.trouble} />
      <Button busy={task.busy.value} onPress={() => task.run(() => offlineData.refresh())}>
        {t('reference.refresh')}
      </Button>
    </Collapsible>
  );
}

/** `/app/reference`. */
export function ReferenceScreen() {
  const { offlineData } = useServices();
  const [kind, setKind] = useState<Kind>('business');
  const [text, setText] = useState('');
  const [found, setFound] = useState<{ entries: ReferenceEntry[]; failed: boolean; elsewhere: boolean } | null>(null);
  const asked = text.trim() !== '';
  const state = offlineData.state.value;

  useEffect(() => {
    if (!asked) {
      setFound(null);
      return undefined;
    }
    let current = true;
    // If this list has no result, the other may: somebody who looks for a behaviour among the
    // businesses is led there.
    const look = async (): Promise<{ entries: ReferenceEntry[]; elsewhere: boolean }> => {
      const entries = await offlineData.search(kind, text, LIMIT);
      const elsewhere = entries.length === 0 && (await offlineData.search(otherThan(kind), text, 1)).length > 0;
      return { entries, elsewhere };
    };
    look().then(
      (seen) => {
        if (current) setFound({ ...seen, failed: false });
      },
      () => {
        if (current) setFound({ entries: [], failed: true, elsewhere: false });
      },
    );
    return () => {
      current = false;
    };
  }, [offlineData, kind, text, asked, state?.asOf]);

  const count = found?.entries.length ?? 0;
  return (
    <Page title={t('reference.title')} tabs>
      <Choice
        label={t('reference.kind')}
        value={kind}
        onChange={setKind}
        options={[
          { value: 'business', label: t('reference.businesses') },
          { value: 'violation', label: t('reference.violations') },
        ]}
      />
      <TextField label={t('reference.search')} hint={t('reference.search_hint')} type="search" inputMode="search" enterKeyHint="search" value={text} onInput={setText} />
      <p class="small" role="status">
        {found && !found.failed && (count >= LIMIT ? t('reference.many', { count: LIMIT }) : t('reference.count', { count }))}
      </p>
      {found?.failed && <Notice tone="danger">{t('reference.failed')}</Notice>}
      {found && !found.failed && count === 0 && (
        <Empty title={t('reference.no_match')}>
          <p>{t('reference.no_match_means')}</p>
          {found.elsewhere && (
            <Button onPress={() => setKind(otherThan(kind))}>{t(kind === 'business' ? 'reference.in_violations' : 'reference.in_businesses')}</Button>
          )}
        </Empty>
      )}
      {found?.entries[0] && !hasAll(findable(found.entries[0]), text) && <p>{t('reference.near')}</p>}
      {found && count > 0 && (
        <List label={t('reference.results')}>
          {found.entries.map((entry) => (
            <ResultRow key={entry.id} entry={entry} />
          ))}
        </List>
      )}
      <Pack open={state === null} />
    </Page>
  );
}
