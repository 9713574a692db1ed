/** All data of one business or one violation. */
import { useEffect, useState } from 'preact/hooks';
import { wasCarriedOut } from '../../domain/earlier-inspections';
import type { ReferenceEntry } from '../../wire';
import { Empty, Facts, Notice, Page, Spinner } from '../parts';
import { useServices } from '../context';
import { day, dayTime, money, say } from '../words';
import { t } from '../words/places';
import { EarlierCases } from './earlier-cases';
import { EarlierInspections } from './earlier-inspections';
import { asBusiness, asViolation } from './reference-values';

const back = () => ({ href: '/app/reference', label: t('entry.back') });

function BusinessPage({ entry, asOf }: { entry: ReferenceEntry; asOf: string | null }) {
  const business = asBusiness(entry.value);
  return (
    <Page title={business.name} back={back()}>
      <Facts
        facts={[
          [t('entry.trade_name'), business.tradeName],
          [t('entry.address'), business.address],
          [t('entry.tax_code'), business.taxCode],
          [t('entry.registration'), business.registration],
          [t('entry.representative'), business.representative],
          [t('entry.phone'), business.phone && <a href={`tel:${business.phone.replace(/[^\d+]/g, '')}`}>{business.phone}</a>],
        ]}
      />
      {business.cases.length > 0 && <h2>{t('cases.title')}</h2>}
      {business.cases.length > 0 && asOf && <p class="small">{t('entry.as_of', { time: dayTime(asOf) })}</p>}
      <EarlierCases cases={business.cases} />
      <h2>{t('entry.history')}</h2>
      {asOf && <p class="small">{t('entry.as_of', { time: dayTime(asOf) })}</p>}
      {!business.history.some(wasCarriedOut) && <p>{t('entry.no_history')}</p>}
      <EarlierInspections inspections={business.history} />
    </Page>
  );
}

function ViolationPage({ entry }: { entry: ReferenceEntry }) {
  const violation = asViolation(entry.value);
  const fine =
    violation.fineMin === null && violation.fineMax === null
      ? t('entry.fine_by_value')
      : [violation.fineMin, violation.fineMax].filter((amount): amount is number => amount !== null).map(money).join(' – ');
  return (
    <Page title={violation.name} back={back()}>
      {violation.draft && (
        <Notice tone="warning" title={t('entry.draft')}>
          <p>{t('entry.draft_means')}</p>
          {violation.check && <p>{say(violation.check)}</p>}
        </Notice>
      )}
      <Facts
        facts={[
          [t('entry.code'), violation.code],
          [t('entry.legal_basis'), violation.legalBasis],
          [t('entry.fine'), fine],
          [t('entry.fine_subject'), violation.subject && subjectWords(violation.subject)],
          [t('entry.valid_from'), violation.validFrom && day(violation.validFrom)],
          [t('entry.valid_to'), violation.validTo && day(violation.validTo)],
        ]}
      />
    </Page>
  );
}

function subjectWords(subject: string): string {
  if (subject === 'individual') return t('entry.individual');
  return subject === 'organisation' ? t('entry.organisation') : subject;
}

/** `/app/reference/:kind/:id`. */
export function EntryScreen({ kind, id }: { kind: string; id: string }) {
  const { offlineData } = useServices();
  const [entry, setEntry] = useState<ReferenceEntry | null | undefined>(undefined);
  useEffect(() => {
    let current = true;
    offlineData.get(kind, id).then(
      (found) => {
        if (current) setEntry(found);
      },
      () => {
        if (current) setEntry(null);
      },
    );
    return () => {
      current = false;
    };
  }, [offlineData, kind, id]);
  if (entry?.kind === 'business') return <BusinessPage entry={entry} asOf={offlineData.state.value?.asOf ?? null} />;
  if (entry?.kind === 'violation') return <ViolationPage entry={entry} />;
  return (
    <Page title={t('entry.title')} back={back()}>
      {entry === undefined ? (
        <Spinner />
      ) : (
        <Empty title={t('entry.missing')}>
          <p>{t('entry.missing_means')}</p>
        </Empty>
      )}
    </Page>
  );
}
