/** The officer declares whether there is a relation to the party, at the acceptance of the work. */
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { asksForName, declaredHere, RELATIONS, type Relation } from '../../domain/relations';
import type { LocalInspection } from '../../domain/model';
import { useServices, useTask } from '../context';
import { Button, Choice, Notice, TextArea, TroubleNotice } from '../parts';
import { useInspection, VisitPage, visitPath } from './frame';
import { useTyping } from './typing';
import { t } from './words';

const SHORTEST = 3;

function Declaring({ inspection }: { inspection: LocalInspection }) {
  const { visits } = useServices();
  const { route } = useLocation();
  const task = useTask();
  const { id } = inspection;
  const typing = useTyping(`relation ${id}`);
  const [answer, setAnswer] = useState<'none' | 'related' | null>(null);
  const [relation, setRelation] = useState<Relation | null>(null);
  const [wrong, setWrong] = useState<{ answer?: string; relation?: string; reason?: string }>({});
  const said = declaredHere(inspection);
  const named = asksForName(inspection);
  const reason = typing.text.trim();
  const needsReason = answer === 'related' || (answer === 'none' && named);

  const record = async (): Promise<void> => {
    const found = {
      ...(answer === null ? { answer: t('relation.answer_needed') } : {}),
      ...(answer === 'related' && relation === null ? { relation: t('relation.kind_needed') } : {}),
      ...(needsReason && reason.length < SHORTEST ? { reason: t(answer === 'related' ? 'relation.reason_needed' : 'relation.same_name_needed') } : {}),
    };
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    const declared = await task.run(() => visits.declareRelation(id, answer === 'related' ? relation : null, needsReason ? reason : null));
    if (!declared) return;
    typing.forget();
    route(visitPath(id));
  };

  return (
    <>
      {said && <Notice tone={said.relation ? 'warning' : 'good'}>{t(said.relation ? 'relation.said_related' : 'relation.said_none')}</Notice>}
      <p>{t('relation.question', { name: inspection.view.decision.subject.name })}</p>
      {named && <Notice tone="warning">{t('relation.same_name')}</Notice>}
      <Choice
        label={t('relation.answer')}
        options={[{ value: 'none', label: t('relation.none') }, { value: 'related', label: t('relation.related') }]}
        value={answer}
        onChange={setAnswer}
        error={wrong.answer ?? null}
      />
      {answer === 'related' && (
        <Choice label={t('relation.kind')} options={RELATIONS.map((value) => ({ value, label: t(`relation.kind_${value}`) }))} value={relation} onChange={setRelation} error={wrong.relation ?? null} />
      )}
      {needsReason && typing.ready && (
        <TextArea label={t(answer === 'related' ? 'relation.reason' : 'relation.why_other')} value={typing.text} onInput={typing.type} error={wrong.reason ?? null} maxLength={2000} required />
      )}
      <TroubleNotice trouble={typing.trouble} />
      <TroubleNotice trouble={task.trouble} />
      <Button kind="primary" busy={task.busy.value} onPress={record}>
        {t('relation.do')}
      </Button>
    </>
  );
}

/** The screen. */
export function RelationOf({ id }: { id: string }) {
  const inspection = useInspection(id);
  return (
    <VisitPage id={id} title={t('relation.title')} inspection={inspection}>
      {inspection !== null && <Declaring inspection={inspection} />}
    </VisitPage>
  );
}
