/** The papers of a visit besides its minutes, and buttons to draw one up. */
import { useLocation } from 'preact-iso';
import type { LocalInspection } from '../../domain/model';
import { severalMinutes, type LocalPaper, type PaperForm } from '../../domain/papers';
import { nameOfPaper } from '../../domain/words-of-acts';
import { MADE_ON_SITE } from '../../wire/forms';
import { useServices, useTask } from '../context';
import { Button, LinkButton, List, Notice, Row, Tag, TroubleNotice, type Tone } from '../parts';
import { dayTime, say } from '../words';
import { useInspection, VisitPage, visitPath } from '../visit/frame';
import { paperPath, usePapers } from './frame';
import { useMissing } from './use-paper';
import { paperName, t } from './words';
import '../visit/visit.css';

function stateOf(paper: LocalPaper, missing: number | null): { tone: Tone; words: string } {
  if (paper.number) return { tone: 'good', words: t('papers.state_numbered', { number: paper.number.text }) };
  if (paper.draft?.wantsNumber) return { tone: 'warning', words: t('papers.state_waits') };
  if (!paper.written) return { tone: 'info', words: t('papers.state_draft') };
  if (missing === 0) return { tone: 'warning', words: t('papers.state_signed') };
  return { tone: 'warning', words: t('papers.state_written') };
}

function PaperRow({ id, paper }: { id: string; paper: LocalPaper }) {
  const missing = useMissing(paper);
  const { tone, words } = stateOf(paper, missing === null ? null : missing.length);
  const changed = !paper.number && paper.written !== null && paper.draft?.writtenAs === null;
  const at = paper.written?.madeAt ?? paper.draft?.updatedAt;
  const screen = paper.number ? 'page' : paper.written && !changed ? 'signatures' : '';
  return (
    <Row
      href={paperPath(id, paper.id, screen)}
      icon="minutes"
      title={say(nameOfPaper(paper.form))}
      note={
        <>
          {at !== undefined && dayTime(at)} <Tag tone={tone}>{words}</Tag> {changed && <Tag tone="warning">{t('papers.changed')}</Tag>}{' '}
          {paper.kept.length > 0 && <Tag tone="danger">{t('papers.state_kept')}</Tag>}
        </>
      }
    />
  );
}

/** Lists other violation minutes of this inspection. They are right if they concern another
 * violator, and superfluous if they concern the same one. */
function Several({ papers }: { papers: LocalPaper[] }) {
  const several = severalMinutes(papers);
  if (several.length === 0) return null;
  return (
    <Notice tone="warning">
      <p>{t('papers.several')}</p>
      <ul>
        {several.map(({ number, violator }) => (
          <li key={number}>{t('papers.several_one', { number, violator: violator || t('papers.several_nobody') })}</li>
        ))}
      </ul>
      <p>{t('papers.several_do')}</p>
    </Notice>
  );
}

/** Papers may be drawn up after the announcement. In a closed inspection the server
 * would hold them. */
function mayBegin(inspection: LocalInspection): boolean {
  return inspection.announcedAt !== null && inspection.state !== 'refused' && inspection.state !== 'discarded';
}

/** The screen. */
export function Papers({ id }: { id: string }) {
  const { papers } = useServices();
  const { route } = useLocation();
  const inspection = useInspection(id);
  const made = usePapers(id);
  const task = useTask();
  const begin = (form: PaperForm) => task.run(async () => route(paperPath(id, (await papers.begin(id, form)).id)));
  return (
    <VisitPage id={id} title={t('papers.title')} inspection={inspection}>
      <p>{t('papers.why')}</p>
      {inspection && !mayBegin(inspection) && (
        <Notice tone="info">
          <p>{t('papers.not_announced')}</p>
          {inspection.announcedAt === null && <LinkButton href={visitPath(id, 'place')}>{t('papers.to_place')}</LinkButton>}
        </Notice>
      )}
      <TroubleNotice trouble={task.trouble} />
      {inspection && mayBegin(inspection) && (
        <div class="button-stack">
          {MADE_ON_SITE.map((form) => (
            <Button key={form} busy={task.busy.value} onPress={() => begin(form)}>
              {t('papers.begin', { name: paperName(form) })}
            </Button>
          ))}
        </div>
      )}
      <Several papers={made} />
      <h2>{t('papers.made')}</h2>
      {made.length === 0 ? (
        <p class="hint">{t('papers.none')}</p>
      ) : (
        <List label={t('papers.made')}>
          {made.map((paper) => (
            <PaperRow key={paper.id} id={id} paper={paper} />
          ))}
        </List>
      )}
    </VisitPage>
  );
}
