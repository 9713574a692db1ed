/** The documents that the team obtained at an inspection, and buttons to file one more. */
import { useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { KINDS, type FilingDraft, type LocalFiled } from '../../domain/filings';
import { useServices, useTask } from '../context';
import { Button, Empty, List, Notice, Row, Tag, TroubleNotice } from '../parts';
import { useInspection, VisitPage, visitPath } from '../visit/frame';
import { dayTime, say } from '../words';
import { stateOf, t } from './words';
import '../visit/visit.css';

/** The documents of an inspection; the component renders again when one changes. */
export function useFilings(inspectionId: string): { filed: LocalFiled[]; drafts: FilingDraft[] } {
  const { filings } = useServices();
  return useMemo(() => filings.of(inspectionId), [filings, inspectionId]).value;
}

function FiledRow({ id, one }: { id: string; one: LocalFiled }) {
  const said = one.told ?? one.content;
  const { tone, words } = stateOf(one);
  return (
    <Row
      href={visitPath(id, `filings/${one.id}`)}
      icon="minutes"
      title={said?.title ?? ''}
      note={
        <>
          {said && say(KINDS[said.document_kind])} · {dayTime(one.madeAt)} <Tag tone={tone}>{words}</Tag>{' '}
          {one.told !== null && one.told.dangers.length > 0 && <Tag tone="danger">{t('filings.dangers')}</Tag>}
        </>
      }
    />
  );
}

/** The screen. */
export function FilingList({ id }: { id: string }) {
  const { filings } = useServices();
  const { route } = useLocation();
  const inspection = useInspection(id);
  const { filed, drafts } = useFilings(id);
  const task = useTask();
  const begin = (way: FilingDraft['way']) => task.run(async () => route(visitPath(id, `filings/new/${(await filings.begin(id, way)).id}`)));
  return (
    <VisitPage
      id={id}
      title={t('filings.title')}
      inspection={inspection}
      actions={
        <div class="button-row">
          <Button kind="primary" busy={task.busy.value} onPress={() => begin('camera')}>
            {t('filings.add_pages')}
          </Button>
          <Button busy={task.busy.value} onPress={() => begin('file')}>
            {t('filings.add_file')}
          </Button>
        </div>
      }
    >
      <p>{t('filings.why')}</p>
      {inspection?.state === 'refused' && <Notice tone="warning">{t('filings.closed')}</Notice>}
      <TroubleNotice trouble={task.trouble} />
      {drafts.length > 0 && (
        <section>
          <h2>{t('filings.drafts')}</h2>
          <List label={t('filings.drafts')}>
            {drafts.map((draft) => (
              <Row key={draft.id} href={visitPath(id, `filings/new/${draft.id}`)} icon="pen" title={draft.title || t('filings.untitled')} note={draft.way === 'camera' ? t('filings.pages', { count: draft.parts.length }) : (draft.parts.at(-1)?.name ?? t('filings.file_none'))} />
            ))}
          </List>
        </section>
      )}
      {filed.length === 0 ? (
        drafts.length === 0 && <Empty title={t('filings.none')} />
      ) : (
        <section>
          <h2>{t('filings.filed')}</h2>
          <List label={t('filings.filed')}>
            {filed.map((one) => (
              <FiledRow key={one.id} id={id} one={one} />
            ))}
          </List>
        </section>
      )}
    </VisitPage>
  );
}
