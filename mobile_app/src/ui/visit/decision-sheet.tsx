/** What a decision says, as a sheet: always Vietnamese, large, ink on white in any theme. */
import type { ComponentChildren } from 'preact';
import { decisionPaper, standingOf, type DecisionPaper } from '../../domain/decision';
import type { LocalInspection } from '../../domain/model';
import type { InspectionView } from '../../wire';
import { SHEET, VIETNAMESE } from '../papers/sheet-words';
import { PaperCode } from './paper-code';
import { DOOR } from './decision-words';
import '../papers/page.css';
import './decision.css';

function Line({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="sheet-line">
      <b>{label}:</b> {children}
    </div>
  );
}

function Sentences({ all }: { all: readonly string[] }) {
  return (
    <ul>
      {all.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}

/** The QR code of a paper, as large as the screen allows. */
export function BigCode({ paper }: { paper: DecisionPaper }) {
  return (
    <div class="door-code">
      <PaperCode code={paper.code} label={SHEET.code} why={DOOR.code_why} />
    </div>
  );
}

/** Head, state and contents of the decision as it is in force now. `code`: with its QR code on top. */
export function DecisionSheet({ inspection, code = false, heading }: { inspection: LocalInspection; code?: boolean; heading?: ComponentChildren }) {
  const { view } = inspection;
  const paper = decisionPaper(view);
  const { decision } = view;
  const { subject } = decision;
  const said = [subject.tax_code && DOOR.tax_code(subject.tax_code), subject.registration_number && DOOR.registration(subject.registration_number)].filter(Boolean);
  return (
    <article class="sheet" lang="vi">
      {paper !== null && (
        <p class="sheet-agency">
          {paper.issuer_superior !== null && (
            <>
              {paper.issuer_superior}
              <br />
            </>
          )}
          <b>{paper.issuer_unit}</b>
        </p>
      )}
      {heading}
      <p class="door-number">
        {SHEET.number} <b>{decision.number}</b>
        <br />
        {DOOR.day(VIETNAMESE.day(decision.issued_on))}
      </p>
      <Standing view={view} />
      {code && paper !== null && <BigCode paper={paper} />}
      <section>
        <Line label={DOOR.party}>{subject.trade_name ? `${subject.name} (${subject.trade_name})` : subject.name}</Line>
        {said.length > 0 && <Line label={DOOR.identity}>{said.join('; ')}</Line>}
        <Line label={DOOR.place}>{decision.place}</Line>
        <Line label={DOOR.duration}>{DOOR.days(decision.duration_days)}</Line>
        <Line label={DOOR.start}>{VIETNAMESE.day(decision.start_on)}</Line>
      </section>
      <section>
        <h2>{DOOR.contents}</h2>
        <Sentences all={decision.contents} />
      </section>
      <section>
        <h2>{DOOR.team}</h2>
        <Sentences all={decision.team.map((one) => DOOR.member(one.full_name, one.title, one.card_number, one.leader))} />
      </section>
      <section>
        <h2>{DOOR.bases}</h2>
        <Sentences all={decision.legal_bases} />
      </section>
      <p class="sheet-mark">
        <b>{decision.issuer_title}</b>
        <br />
        {decision.issuer_name}
      </p>
      {paper !== null && (
        <p class="sheet-mark">
          {SHEET.mark} <b>{paper.content_mark}</b>
        </p>
      )}
    </article>
  );
}

/** One who is shown the sheet must see at once that it is not, or not all, in force. */
function Standing({ view }: { view: InspectionView }) {
  const standing = standingOf(view);
  if (standing === 'in_force') return null;
  const numbers = (view.decision_changes ?? []).flatMap(({ number }) => number ?? []);
  return <p class={`door-standing door-${standing}`}>{standing === 'changed' ? DOOR.changed(numbers) : DOOR[standing]}</p>;
}
