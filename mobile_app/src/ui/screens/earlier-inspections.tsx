/** Earlier inspections of a party with their findings. Decisions that led to no result are
 * listed separately, with their own names. */
import { wasCarriedOut, type EarlierInspection, type Outcome } from '../../domain/earlier-inspections';
import { day } from '../words';
import { t } from '../words/places';

function Rows<Row extends EarlierInspection>({ rows, reason }: { rows: Row[]; reason?: (one: Row) => string }) {
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.inspectionId}>
          <strong>{row.number}</strong> · {day(row.issuedOn)} {reason && <span class="small">({reason(row)})</span>}
          {row.outcome === 'violations' ? (
            <ul>
              {row.violations.map((violation) => (
                <li key={violation}>{violation}</li>
              ))}
            </ul>
          ) : (
            <p class="small">{t(OUTCOMES[row.outcome])}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Both lists; nothing if both are empty. */
export function EarlierInspections<Row extends EarlierInspection>({ inspections, reason }: { inspections: Row[]; reason?: (one: Row) => string }) {
  const done = inspections.filter(wasCarriedOut);
  const others = inspections.filter((row) => !wasCarriedOut(row));
  return (
    <>
      {done.length > 0 && <Rows rows={done} {...(reason ? { reason } : {})} />}
      {others.length > 0 && (
        <>
          <h3>{t('earlier.no_result', { count: others.length })}</h3>
          <Rows rows={others} {...(reason ? { reason } : {})} />
        </>
      )}
    </>
  );
}

const OUTCOMES = {
  no_violation: 'earlier.no_violation',
  not_executed: 'earlier.not_executed',
  not_carried_out: 'earlier.not_carried_out',
  under_way: 'earlier.under_way',
  given_up: 'earlier.given_up',
  not_accepted: 'earlier.not_accepted',
} as const satisfies Record<Exclude<Outcome, 'violations'>, string>;
