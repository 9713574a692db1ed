/** The screens on which a paper is filled in, read back to all present, and written. */
import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { LocalInspection } from '../../domain/model';
import type { LocalPaper } from '../../domain/papers';
import { nameOfPaper } from '../../domain/words-of-acts';
import { textOf, useServices } from '../context';
import { Button, ConfirmDialog, Empty, LinkButton, Notice, Spinner, TroubleNotice } from '../parts';
import { say } from '../words';
import { FormView } from '../visit/form-view';
import { visitPath } from '../visit/frame';
import { Saved, useField } from '../visit/minutes';
import { MinutesText } from '../visit/minutes-text';
import { ReadBackBox, useReadBack } from '../visit/read-back';
import { READ_BACK } from '../visit/use-minutes';
import { t as visitWord } from '../visit/words';
import { aidsOf } from './aids';
import { NoPaper, PaperFrame, paperPath, usePaper } from './frame';
import { NOT_ASKED, usePaperInHand, type PaperInHand } from './use-paper';
import { t } from './words';
import '../visit/visit.css';

interface InHandProps {
  id: string;
  paper: LocalPaper;
  inspection: LocalInspection;
  hand: PaperInHand;
  /** The draft was replaced by what another window typed. */
  followed: boolean;
}

const NO_COMMENTS: never[] = [];

function Filling({ id, paper, inspection, hand, followed }: InHandProps) {
  const { papers } = useServices();
  const { query, route } = useLocation();
  const [asked, setAsked] = useState(0);
  const [dropping, setDropping] = useState(false);
  const { form, saving } = hand;
  const aids = useMemo(() => aidsOf(id, paper.id, hand.knowsRight), [id, paper.id, hand]);
  useField(form, query.field);
  const read = (): void => {
    form.attempted.value = true;
    if (form.check() > 0) {
      setAsked((count) => count + 1);
      return;
    }
    // What was changed since has not been read to anybody yet.
    const readBack = form.root.children.find((one) => one.name === READ_BACK);
    if (readBack?.kind === 'leaf' && paper.draft?.writtenAs === null) readBack.set(undefined);
    route(`${paperPath(id, paper.id)}?step=read`);
  };
  return (
    <PaperFrame
      id={id}
      title={say(nameOfPaper(paper.form))}
      inspection={inspection}
      actions={
        <>
          <Saved saving={saving} />
          <Button kind="primary" onPress={read}>
            {visitWord('minutes.read')}
          </Button>
        </>
      }
    >
      {paper.signatures.length > 0 && <Notice tone="warning">{t('papers.unsigned')}</Notice>}
      {followed && (
        <Notice tone="info" live="polite">
          {visitWord('minutes.followed')}
        </Notice>
      )}
      <p class="hint">{t('papers.prefilled')}</p>
      <FormView form={form} comments={NO_COMMENTS} asked={asked} aids={aids} except={NOT_ASKED} />
      {paper.written === null && paper.kept.length === 0 && <Button onPress={() => setDropping(true)}>{t('papers.drop')}</Button>}
      {dropping && (
        <ConfirmDialog
          title={t('papers.drop_sure')}
          confirm={t('papers.drop')}
          danger
          onConfirm={async () => {
            await papers.drop(id, paper.id);
            route(visitPath(id, 'papers'));
          }}
          onClose={() => setDropping(false)}
        >
          <p>{t('papers.drop_text')}</p>
        </ConfirmDialog>
      )}
    </PaperFrame>
  );
}

function ReadBack({ id, paper, inspection, hand }: InHandProps) {
  const { papers } = useServices();
  const { route } = useLocation();
  const { task, box, missing, write } = useReadBack(hand.form, async () => {
    await hand.saving.settled();
    await papers.write(id, paper.id);
    route(paperPath(id, paper.id, 'signatures'));
  });
  return (
    <PaperFrame
      id={id}
      title={visitWord('read.title')}
      inspection={inspection}
      back={{ screen: `papers/${paper.id}`, label: visitWord('read.edit') }}
      actions={
        <>
          <TroubleNotice trouble={task.trouble} />
          <Button kind="primary" busy={task.busy.value} onPress={write}>
            {visitWord('read.write')}
          </Button>
          <LinkButton href={paperPath(id, paper.id)}>{visitWord('read.edit')}</LinkButton>
        </>
      }
    >
      <p>{t('papers.read_why')}</p>
      {paper.signatures.length > 0 && <Notice tone="warning">{t('papers.unsigned')}</Notice>}
      <MinutesText schema={hand.schema} fields={hand.fields()} level={2} />
      {box !== null && <ReadBackBox leaf={box} missing={missing} />}
    </PaperFrame>
  );
}

/** The screen. */
export function Paper({ id, paperId }: { id: string; paperId: string }) {
  const { query } = useLocation();
  const { inspection, paper } = usePaper(id, paperId);
  const loading = usePaperInHand(id, paperId);
  if (inspection === null || (paper === null && loading.state === 'failed')) return <NoPaper id={id} inspection={inspection} />;
  if (paper === null || loading.state !== 'ready') {
    return (
      <PaperFrame id={id} title={paper === null ? t('papers.title') : say(nameOfPaper(paper.form))} inspection={inspection}>
        {loading.state === 'failed' ? (
          <Notice tone={paper?.number ? 'info' : 'danger'} live="assertive">
            <p>{say(textOf(loading.error))}</p>
            {paper?.number && <LinkButton href={paperPath(id, paperId, 'page')}>{t('papers.show')}</LinkButton>}
          </Notice>
        ) : loading.state === 'no_form' ? (
          <Empty title={visitWord('minutes.form_missing')}>
            <p>{visitWord('minutes.form_missing_why')}</p>
          </Empty>
        ) : (
          <Spinner label={visitWord('visit.loading')} />
        )}
      </PaperFrame>
    );
  }
  const parts: InHandProps = { id, paper, inspection, hand: loading.inHand, followed: loading.followed };
  if (query.step === 'read' && loading.inHand.form.findings.peek().size === 0) return <ReadBack key="read" {...parts} />;
  return <Filling key="fill" {...parts} />;
}
