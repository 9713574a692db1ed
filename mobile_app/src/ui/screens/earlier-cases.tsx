/** Earlier cases of a party, each with what was decided, what is unpaid, and whether
 * it still counts. */
import { standingOf, type EarlierCase } from '../../domain/earlier-cases';
import { useServices } from '../context';
import { day, money } from '../words';
import { t } from '../words/places';

/** The list; nothing if there are none. */
export function EarlierCases<Case extends EarlierCase>({ cases, reason }: { cases: Case[]; reason?: (one: Case) => string }) {
  const { clock } = useServices();
  if (cases.length === 0) return null;
  return (
    <ul>
      {cases.map((one) => (
        <li key={one.caseId}>
          <strong>{one.number}</strong>
          {one.sanctionedOn !== null && ` · ${day(one.sanctionedOn)}`} {reason && <span class="small">({reason(one)})</span>}
          <p class="small">{decided(one)}</p>
          {one.openVnd > 0 && <p class="small"><strong>{t('cases.unpaid', { amount: money(one.openVnd) })}</strong></p>}
          <p class="small">{standing(one, clock.timeMs() ?? Date.now())}</p>
        </li>
      ))}
    </ul>
  );
}

function decided(one: EarlierCase): string {
  if (one.sanctionedOn === null) return t('cases.not_sanctioned');
  if (one.fineVnd > 0) return t('cases.fine', { amount: money(one.fineVnd) });
  if (one.onlyWarned === null) return t('cases.no_fine');
  return t(one.onlyWarned ? 'cases.warned' : 'cases.fine_gone');
}

function standing(one: EarlierCase, now: number): string | null {
  switch (standingOf(one, now)) {
    case 'none':
      return null;
    case 'counts':
      return one.lapsesOn === null ? t('cases.counts') : t('cases.counts_until', { day: day(one.lapsesOn) });
    case 'lapsed':
      return t('cases.lapsed', { day: day(one.lapsesOn ?? '') });
  }
}
