/** Answers to a request for a supplement of the file: every point on one screen, with
 * photographs and papers if there are any. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { photosOf, type LocalPhoto } from '../../domain/inspection';
import type { LocalInspection, SupplementDraft } from '../../domain/model';
import type { LocalPaper } from '../../domain/papers';
import { nameOfPaper } from '../../domain/words-of-acts';
import { textOf, useServices, useTask } from '../context';
import { NotSupplemented } from '../flow/supplement';
import { t } from '../flow/words';
import { Button, Checkbox, ConfirmDialog, Empty, LinkButton, List, Spinner, TextArea, TroubleNotice } from '../parts';
import { usePlaceName } from '../remark-places';
import { dayTime, say } from '../words';
import { useInspection, VisitPage, visitPath } from './frame';
import { numberWords } from './photo-words';
import { Thumbnail } from './picture';
import { t as visit } from './words';
import './visit.css';

type Ruling = NonNullable<LocalInspection['file']>['rulings'][number];

/** Adds or removes one entry of a selection. */
function toggled(list: readonly string[], one: string, chosen: boolean): string[] {
  return chosen ? [...list.filter((each) => each !== one), one] : list.filter((each) => each !== one);
}

/** One entry for equal bytes: an answer names bytes. */
function firsts(photos: readonly LocalPhoto[]): LocalPhoto[] {
  return photos.filter((photo) => photo.inForce && photo.sameAs === null);
}

interface ChosenProps {
  draft: SupplementDraft;
  change: (changed: Partial<SupplementDraft>) => void;
}

function Photographs({ inspection, draft, change }: ChosenProps & { inspection: LocalInspection }) {
  const photos = firsts(photosOf(inspection)).reverse();
  return (
    <section aria-labelledby="with-photos">
      <h2 id="with-photos">{t('supplement.photos')}</h2>
      <p class="hint">{photos.length === 0 ? t('supplement.no_photos') : t('supplement.photos_hint')}</p>
      <List label={t('supplement.photos')}>
        {photos.map((photo) => (
          <li class="row" key={photo.id}>
            <Thumbnail of={photo.sha256} bytes={photo.mine?.thumbnail ?? null} alt="" missing={visit(photo.mine === null ? 'review.photo_elsewhere' : 'photos.no_thumbnail')} />
            <span class="row-words">
              <Checkbox
                label={`${numberWords(photo)}: ${photo.caption ?? visit('photo.no_caption')}`}
                hint={dayTime(photo.takenAt)}
                checked={draft.photos.includes(photo.sha256)}
                onChange={(chosen) => change({ photos: toggled(draft.photos, photo.sha256, chosen) })}
              />
            </span>
          </li>
        ))}
      </List>
      <div class="button-row">
        <LinkButton href={visitPath(inspection.id, 'camera')}>{t('supplement.take_photo')}</LinkButton>
      </div>
    </section>
  );
}

function PapersWith({ papers, draft, change }: ChosenProps & { papers: readonly LocalPaper[] }) {
  const written = papers.filter((paper) => paper.written !== null);
  if (written.length === 0) return null;
  return (
    <section aria-labelledby="with-papers">
      <h2 id="with-papers">{t('supplement.papers')}</h2>
      {written.map((paper) => (
        <Checkbox
          key={paper.id}
          label={`${say(nameOfPaper(paper.form))} ${paper.number?.text ?? ''}`.trim()}
          checked={draft.documents.includes(paper.id)}
          onChange={(chosen) => change({ documents: toggled(draft.documents, paper.id, chosen) })}
        />
      ))}
    </section>
  );
}

function Answering({ inspection, ask, kept }: { inspection: LocalInspection; ask: Ruling; kept: SupplementDraft }) {
  const { visits, papers: engine } = useServices();
  const { route } = useLocation();
  const { id } = inspection;
  const task = useTask();
  const [draft, setDraft] = useState(kept);
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const papers = useMemo(() => engine.of(id), [engine, id]).value;
  const answer = (at: number): string => draft.answers[at] ?? '';
  const change = (changed: Partial<SupplementDraft>): void => {
    const next = { ...draft, ...changed };
    setDraft(next);
    // Without the task, which does only one thing at a time: a letter typed while another is being
    // saved must be saved as well.
    visits.flow.keepSupplement(id, next).then(
      () => task.tell(null),
      (error: unknown) => task.tell(textOf(error)),
    );
  };
  const place = usePlaceName(inspection);
  const missing = ask.points.findIndex((_, at) => answer(at).trim() === '');
  return (
    <VisitPage
      id={id}
      title={t('supplement.title')}
      inspection={inspection}
      actions={
        <>
          <TroubleNotice trouble={task.trouble} />
          <Button
            kind="primary"
            onPress={() => {
              setTried(true);
              setAsking(missing < 0);
              if (missing >= 0) document.getElementById(`point-${missing}`)?.querySelector('textarea')?.focus();
            }}
          >
            {t('supplement.send')}
          </Button>
        </>
      }
    >
      <p class="hint">{t('supplement.kept')}</p>
      {ask.points.map((point, at) => {
        const { photo_id: photoId, field } = point.at;
        const href = photoId ? visitPath(id, `photos/${photoId}`) : visitPath(id, field ? `minutes?field=${encodeURIComponent(field)}` : 'minutes');
        const of = photosOf(inspection).find((photo) => photo.id === photoId);
        return (
          <section class="card" id={`point-${at}`} key={at} aria-labelledby={`point-${at}-words`}>
            <h2 id={`point-${at}-words`}>{t('supplement.point', { number: at + 1 })}</h2>
            <p>{point.text}</p>
            {of && <Thumbnail of={of.sha256} bytes={of.mine?.thumbnail ?? null} alt="" missing={visit(of.mine === null ? 'review.photo_elsewhere' : 'photos.no_thumbnail')} />}
            {(photoId ?? field) && (
              <p class="targets">
                <a href={href}>
                  {place({ photoId: photoId ?? null, field: field ?? null })}: {t('supplement.look')}
                </a>
              </p>
            )}
            <TextArea
              label={t('supplement.answer', { number: at + 1 })}
              value={answer(at)}
              onInput={(text) => change({ answers: ask.points.map((_, each) => (each === at ? text : answer(each))) })}
              error={tried && answer(at).trim() === '' ? t('supplement.needed') : null}
              limit={2000}
              required
            />
          </section>
        );
      })}
      <Photographs inspection={inspection} draft={draft} change={change} />
      <PapersWith papers={papers} draft={draft} change={change} />
      {asking && (
        <ConfirmDialog
          title={t('supplement.sure')}
          confirm={t('supplement.send')}
          onConfirm={async () => {
            await visits.flow.sendSupplement(id, draft);
            route(visitPath(id));
          }}
          onClose={() => setAsking(false)}
        >
          <p>{t('supplement.sure_text', { answers: ask.points.length, photos: draft.photos.length, papers: draft.documents.length })}</p>
        </ConfirmDialog>
      )}
    </VisitPage>
  );
}

/** The screen. */
export function Supplement({ id }: { id: string }) {
  const { visits } = useServices();
  const inspection = useInspection(id);
  const asked = inspection?.file?.openAsk ?? null;
  const ask = inspection?.file?.rulings.find((one) => one.id === asked) ?? null;
  const [kept, setKept] = useState<SupplementDraft | null>(null);
  useEffect(() => {
    if (asked === null) return;
    let here = true;
    void visits.flow.supplement(id, asked).then((found) => here && setKept(found));
    return () => {
      here = false;
    };
  }, [visits, id, asked]);
  if (inspection === null || ask === null) {
    return (
      <VisitPage id={id} title={t('supplement.title')} inspection={inspection}>
        <Empty title={t('supplement.none')}>
          <p>{t('supplement.none_why')}</p>
        </Empty>
        {inspection !== null && <NotSupplemented inspection={inspection} />}
      </VisitPage>
    );
  }
  if (kept === null || kept.asked !== ask.id) {
    return (
      <VisitPage id={id} title={t('supplement.title')} inspection={inspection}>
        <Spinner label={visit('visit.loading')} />
      </VisitPage>
    );
  }
  return <Answering key={ask.id} inspection={inspection} ask={ask} kept={kept} />;
}
