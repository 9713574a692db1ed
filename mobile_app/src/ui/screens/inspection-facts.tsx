/** What an inspection is about: the party and the place, the decision, the team, and
 * earlier findings there. */
import { useEffect, useState } from 'preact/hooks';
import type { History as Told } from '../../app/services';
import type { LocalInspection } from '../../domain/model';
import { changesOf, standingOf as standingOfDecision } from '../../domain/decision';
import { standingOf } from '../../domain/earlier-cases';
import { wasCarriedOut } from '../../domain/earlier-inspections';
import { Collapsible, Facts, LinkButton, List, Notice, Row } from '../parts';
import { useServices } from '../context';
import { isApple } from '../install-prompt';
import { day, dayTime, t } from '../words';
import { EarlierCases } from './earlier-cases';
import { EarlierInspections } from './earlier-inspections';

interface Of {
  inspection: LocalInspection;
}

/** An address that opens in the phone's own map app, so that no server is asked: `geo:` (RFC
 * 5870), or `maps:` on Apple's phones, which do not know `geo:`. */
function mapAddress(latitudeE7: number | null, longitudeE7: number | null, words: string): string {
  const at = latitudeE7 === null || longitudeE7 === null ? null : `${latitudeE7 / 1e7},${longitudeE7 / 1e7}`;
  const query = at ?? encodeURIComponent(words);
  return isApple() ? `maps:?q=${query}` : `geo:${at ?? '0,0'}?q=${query}`;
}

/** The party and its location. */
export function Subject({ inspection }: Of) {
  const { decision } = inspection.view;
  const { subject } = decision;
  return (
    <section>
      <h2>{t('visit.subject')}</h2>
      <Facts
        facts={[
          [t('visit.trade_name'), subject.trade_name],
          [t('visit.address'), decision.place],
          [t('visit.tax_code'), subject.tax_code],
          [t('visit.registration'), subject.registration_number],
          [t('visit.representative'), [subject.representative, subject.representative_title].filter(Boolean).join(', ')],
          [t('visit.phone'), subject.phone && <a href={`tel:${subject.phone.replace(/[^\d+]/g, '')}`}>{subject.phone}</a>],
        ]}
      />
      <div class="button-row">
        <LinkButton href={mapAddress(decision.latitude_e7, decision.longitude_e7, decision.place)} rel="noreferrer">
          {t('visit.map')}
        </LinkButton>
      </div>
    </section>
  );
}

/** The way to the decision that is shown at the door, with what changed in it. */
export function DecisionRow({ inspection }: Of) {
  const { id, view } = inspection;
  const standing = standingOfDecision(view);
  const latest = changesOf(view)[0];
  const note = latest && standing !== 'in_force' ? t(`visit.decision_${standing}`, { time: dayTime(latest.at) }) : t('visit.decision_show_means');
  return (
    <List>
      {view.hand_signed && <Row href={`/app/inspections/${id}/sheets`} icon={view.hand_signed.outcome === 'differs' ? 'warning' : 'camera'} title={t('visit.sheets')} note={t(`visit.sheets_${view.hand_signed.outcome ?? 'waits'}`)} />}
      <Row href={`/app/inspections/${id}/decision`} icon={standing === 'in_force' ? 'minutes' : 'warning'} title={t('visit.decision_show')} note={note} />
    </List>
  );
}

/** The decision as issued. */
export function Decision({ inspection }: Of) {
  const { decision } = inspection.view;
  const sentences = (all: string[]) => (
    <ul>
      {all.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
  return (
    <Collapsible title={`${t('visit.decision')} ${decision.number}`}>
      <Facts
        facts={[
          [t('visit.contents'), sentences(decision.contents)],
          [t('visit.bases'), sentences(decision.legal_bases)],
          [t('visit.start'), day(decision.start_on)],
          [t('visit.duration'), t('visit.duration_days', { count: decision.duration_days })],
          [t('visit.issued'), day(decision.issued_on)],
          [t('visit.issuer'), `${decision.issuer_name}, ${decision.issuer_title}`],
        ]}
      />
    </Collapsible>
  );
}

/** The team as named in the decision. */
export function Team({ inspection }: Of) {
  const { accounts } = useServices();
  const access = accounts.access.value;
  const self = access.state === 'open' ? access.officer.id : null;
  const { team } = inspection.view.decision;
  return (
    <Collapsible title={`${t('visit.team')} (${team.length})`}>
      <ul>
        {team.map((member) => (
          <li key={member.officer_id}>
            {member.full_name} – {member.leader ? t('visit.leader') : member.title}
            {member.officer_id === self && ` (${t('visit.you')})`}
          </li>
        ))}
      </ul>
    </Collapsible>
  );
}

const matchWords = { subject: 'visit.match_subject', tax_code: 'visit.match_tax_code', name_and_address: 'visit.match_name_and_address' } as const;

/** Earlier inspections and cases of the party in the reference data, with the date of the data
 * and why it is believed to be the same party. */
export function History({ inspection }: Of) {
  const { offlineData, clock } = useServices();
  const [found, setFound] = useState<Told | null>(null);
  const { decision } = inspection.view;
  const data = offlineData.state.value?.asOf;
  useEffect(() => {
    let current = true;
    offlineData.history(decision).then(
      (history) => {
        if (current) setFound(history);
      },
      // If the data cannot be read now, they count as absent. The visit goes on without them.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [offlineData, decision.decision_id, data]);
  if (!found) return null;
  const counting = found.cases.some((one) => standingOf(one, clock.timeMs() ?? Date.now()) === 'counts');
  const repeated = counting || found.earlier.some((row) => row.violations.length > 0);
  const count = found.earlier.filter(wasCarriedOut).length + found.cases.length;
  return (
    <Collapsible title={`${t('visit.history')} (${count})`} open={repeated}>
      {found.asOf === null ? <p>{t('visit.history_unknown')}</p> : <p class="small">{t('visit.history_as_of', { time: dayTime(found.asOf) })}</p>}
      {repeated && <Notice tone="warning">{t('visit.history_repeat')}</Notice>}
      <EarlierCases cases={found.cases} reason={(one) => t(matchWords[one.match])} />
      {found.asOf !== null && count === 0 && <p>{t('visit.history_none')}</p>}
      <EarlierInspections inspections={found.earlier} reason={(one) => t(matchWords[one.match])} />
    </Collapsible>
  );
}
