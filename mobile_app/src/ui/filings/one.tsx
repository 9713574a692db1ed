/** A filed document: where it stands, what was said of it, and striking it out. */
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { FACTS, KINDS, type LocalFiled } from '../../domain/filings';
import { useServices, useTask } from '../context';
import { Button, Collapsible, Empty, Facts, Notice, Tag, Technical, TextArea, TroubleNotice } from '../parts';
import { useInspection, VisitPage, visitPath } from '../visit/frame';
import { useTyping } from '../visit/typing';
import { bytes, dayTime, say } from '../words';
import { useFilings } from './list';
import { stateOf, t } from './words';
import '../visit/visit.css';

function Strike({ id, one }: { id: string; one: LocalFiled }) {
  const { filings } = useServices();
  const { route } = useLocation();
  const task = useTask();
  const typing = useTyping(`document.struck ${one.id}`, '');
  const [error, setError] = useState<string | null>(null);
  const strike = async (): Promise<void> => {
    const reason = typing.text.trim();
    if (reason.length < 3) {
      setError(t('filings.strike_needed'));
      return;
    }
    setError(null);
    if (!(await task.run(() => filings.strike(id, one.id, reason)))) return;
    typing.forget();
    route(visitPath(id, 'filings'));
  };
  if (!typing.ready) return null;
  return (
    <Collapsible title={t('filings.strike')} open={typing.wasKept}>
      <p>{t('filings.strike_why')}</p>
      <TextArea label={t('filings.strike_reason')} value={typing.text} onInput={typing.type} error={error} maxLength={2000} rows={2} />
      <TroubleNotice trouble={typing.trouble} />
      <TroubleNotice trouble={task.trouble} />
      <Button kind="danger" busy={task.busy.value} onPress={strike}>
        {t('filings.strike')}
      </Button>
    </Collapsible>
  );
}

/** The screen. */
export function FilingOne({ id, filingId = '' }: { id: string; filingId?: string }) {
  const inspection = useInspection(id);
  const one = useFilings(id).filed.find((each) => each.id === filingId);
  const said = one?.told ?? one?.content;
  const back = { screen: 'filings', label: t('filings.back') };
  if (inspection === null || one === undefined || !said) {
    return (
      <VisitPage id={id} title={t('filings.title')} inspection={inspection} back={back}>
        <Empty title={t('filings.gone')} />
      </VisitPage>
    );
  }
  const state = stateOf(one);
  const dangers = one.told?.dangers ?? [];
  return (
    <VisitPage id={id} title={said.title} inspection={inspection} back={back}>
      <p>
        <Tag tone={state.tone}>{state.words}</Tag>
      </p>
      {one.struck !== null && <Notice tone="info">{t('filings.struck_why', { reason: one.struck })}</Notice>}
      {one.mine?.problem && <Notice tone="danger">{say(one.mine.problem.text)}</Notice>}
      {dangers.length > 0 && (
        <Notice tone="danger" title={t('filings.dangers')}>
          <ul>
            {dangers.map((danger) => (
              <li key={danger.en}>{say(danger)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Facts
        facts={[
          [t('filings.kind'), say(KINDS[said.document_kind])],
          [t('filings.day'), said.issued_on === null ? null : said.issued_on.split('-').reverse().join('/')],
          [t('filings.sender'), said.sender],
          [t('filings.number'), said.number],
          [t('filings.sheets'), String(said.sheets)],
          [t('filings.fact'), said.proves_fact === null ? null : say(FACTS[said.proves_fact])],
          [t('filings.proves'), said.proves],
          [t('filings.by'), one.told?.officer_name ?? null],
          [t('filings.at'), dayTime(one.madeAt)],
          [t('filings.file'), said.file_name],
          [t('filings.size'), bytes(said.size)],
        ]}
      />
      <Technical facts={[[t('filings.hash'), <span class="mono">{said.sha256}</span>]]} />
      <p class="small">{t('filings.kept_here')}</p>
      {one.struck === null && <Strike key={one.id} id={id} one={one} />}
    </VisitPage>
  );
}
