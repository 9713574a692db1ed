/** Exactly what a submission seals, what prevents it, and the submission itself. */
import { useEffect, useState } from 'preact/hooks';
import { photosOf, submittedParts, type LocalPhoto } from '../../domain/inspection';
import type { LocalInspection, Obstacle, Revision } from '../../domain/model';
import { isFinal, isNewer, owns } from '../../domain/minutes-flow';
import { countsOf, photoCounts } from '../../domain/photo-counts';
import { warningsOf } from '../../domain/obstacles';
import { textOf, useServices } from '../context';
import { Asked } from '../flow/asked';
import { Beside } from '../flow/beside';
import { DraftState, RemarksLeft } from '../flow/draft';
import { FileState, Final } from '../flow/file';
import { NotOwner } from '../flow/owner';
import { Button, ConfirmDialog, LinkButton, List, Notice } from '../parts';
import { Comments } from '../screens/inspection-comments';
import { dayTime, say } from '../words';
import { useInspection, VisitPage, visitPath } from './frame';
import { MinutesText } from './minutes-text';
import { FarAway } from './place';
import { countsWords, numberWords } from './photo-words';
import { Thumbnail, useSmallPicture } from './picture';
import { hindrances, standingOf, type Standing as StandingOf } from './review-standing';
import { Signed, useMinutesMark } from './signed';
import { useSchema } from './use-minutes';
import { roleName, shortHash, t } from './words';
import type { Text } from '../../wire';
import './visit.css';

interface Facts {
  obstacles: Obstacle[];
  /** Null if it cannot be made yet, because there are no minutes. */
  revision: Revision | null;
  trouble: Text | null;
}

/** Reads the facts again whenever the inspection changes. Null until the first answer. */
function useFacts(inspection: LocalInspection | null): Facts | null {
  const { visits } = useServices();
  const [facts, setFacts] = useState<Facts | null>(null);
  useEffect(() => {
    if (inspection === null) return;
    let here = true;
    const ask = async (): Promise<Facts> => {
      const obstacles = await visits.obstacles(inspection.id);
      // Once it is final, this is what was submitted. Whatever came since is not part of it and
      // must not change the hash that a supervisor reads.
      const sealed = isFinal(inspection) ? submittedParts(inspection) : null;
      const revision = sealed ?? (inspection.minutes === null ? null : await visits.revision(inspection.id));
      return { obstacles, revision, trouble: null };
    };
    ask().then(
      (found) => here && setFacts(found),
      (error: unknown) => here && setFacts({ obstacles: [], revision: null, trouble: textOf(error) }),
    );
    return () => {
      here = false;
    };
  }, [visits, inspection]);
  return facts;
}

function Obstacles({ id, obstacles }: { id: string; obstacles: Obstacle[] }) {
  if (obstacles.length === 0) return null;
  return (
    <Notice tone="warning" title={t('review.obstacles', { count: obstacles.length })}>
      <ul class="targets">
        {obstacles.map((obstacle) => (
          <li key={`${obstacle.code} ${obstacle.field ?? ''}`}>
            <a href={`${visitPath(id, obstacle.screen)}${obstacle.field === null ? '' : `?field=${encodeURIComponent(obstacle.field)}`}`}>{say(obstacle.text)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** What should be looked at but does not prevent the submission. */
function Warnings({ inspection }: { inspection: LocalInspection }) {
  return (
    <>
      {warningsOf(inspection).map((warning) => (
        <Notice key={warning.code} tone="warning">
          <p class="targets">
            <a href={visitPath(inspection.id, warning.screen)}>{say(warning.text)}</a>
          </p>
        </Notice>
      ))}
    </>
  );
}

/** Photographs in force by their bytes. If a file was taken twice, both are listed. */
function byBytes(photos: readonly LocalPhoto[]): Map<string, LocalPhoto[]> {
  const found = new Map<string, LocalPhoto[]>();
  for (const photo of photos) if (photo.inForce) found.set(photo.sha256, [...(found.get(photo.sha256) ?? []), photo]);
  return found;
}

function Small({ photo }: { photo: LocalPhoto }) {
  return <Thumbnail of={photo.id} bytes={useSmallPicture(photo)} alt="" missing={t(photo.mine === null ? 'review.photo_elsewhere' : 'photos.no_thumbnail')} />;
}

/** Everything that the revision names, in its order, and nothing else. */
function Sealed({ inspection, revision }: { inspection: LocalInspection; revision: Revision }) {
  const { minutes } = inspection;
  const schema = useSchema(minutes?.form ?? null, minutes?.formVersion ?? 0);
  const mark = useMinutesMark(minutes);
  const photos = photosOf(inspection);
  const counts = countsOf(photos);
  const bySha = byBytes(photos);
  const signatures = inspection.signatures.filter((signature) => revision.signatures.includes(signature.id));
  const later = isFinal(inspection) ? inspection.signatures.filter((signature) => !revision.signatures.includes(signature.id)) : [];
  const places = inspection.places.filter((place) => revision.places.includes(place.id));
  return (
    <>
      <section aria-labelledby="review-minutes">
        <h2 id="review-minutes">{t('review.minutes')}</h2>
        <p class="small">{t('minutes.in_force', { time: dayTime(minutes?.madeAt ?? ''), hash: mark ?? '…' })}</p>
        {schema && minutes !== null && <MinutesText schema={schema} fields={minutes.fields} level={3} />}
      </section>
      <section aria-labelledby="review-photos">
        <h2 id="review-photos">{t('review.photos', { count: revision.photos.length })}</h2>
        <p class="small">{countsWords(counts)}</p>
        {revision.photos.length === 0 && <p>{t('review.no_photos')}</p>}
        <ol class="list" role="list">
          {revision.photos.map((sha256) => {
            const [photo, ...twice] = bySha.get(sha256) ?? [];
            return (
              <li class="row" key={sha256}>
                {photo === undefined ? <Thumbnail of={sha256} bytes={null} alt="" missing={t('review.photo_elsewhere')} /> : <Small photo={photo} />}
                <span class="row-words">
                  <span class="row-title">
                    {photo === undefined ? '' : `${numberWords(photo)}: `}
                    {photo?.caption ?? t('photo.no_caption')}
                  </span>
                  <span class="row-note">{dayTime(photo?.takenAt ?? '')}</span>
                  {twice.map((same) => (
                    <span class="row-note" key={same.id}>
                      {t('review.twice', { number: same.number })}
                    </span>
                  ))}
                  <span class="row-note mono">{shortHash(sha256)}</span>
                </span>
              </li>
            );
          })}
        </ol>
      </section>
      <section aria-labelledby="review-signatures">
        <h2 id="review-signatures">{t('review.signatures', { count: revision.signatures.length })}</h2>
        <List>
          {signatures.map((signature) => (
            <li class="card" key={signature.id}>
              <p class="row-title">
                {signature.name}, {roleName(signature.role)}
              </p>
              <Signed signature={signature} />
            </li>
          ))}
        </List>
        {later.length > 0 && <p class="small">{t('review.signed_later', { names: later.map((signature) => `${signature.name}, ${roleName(signature.role)}`).join('; ') })}</p>}
      </section>
      <section aria-labelledby="review-places">
        <h2 id="review-places">{t('review.places', { count: revision.places.length })}</h2>
        <FarAway inspection={inspection} />
        {places.length === 0 && <p>{t('review.no_places')}</p>}
        <ul>
          {places.map(({ id, place, madeAt }) => (
            <li key={id}>{t('place.one', { time: dayTime(madeAt), metres: Math.ceil(place.accuracy_mm / 1000) })}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="review-hash">
        <h2 id="review-hash">{t('review.hash')}</h2>
        <p class="mono">{revision.revision}</p>
        <p class="hint">{t(isNewer(inspection) ? 'review.hash_why_file' : 'review.hash_why')}</p>
      </section>
    </>
  );
}

/** In the newer flow: the final submission, and the rulings on it. */
function SubmittedFile({ inspection }: { inspection: LocalInspection }) {
  const { id, submittedRevision, file } = inspection;
  const here = inspection.acts.some(({ act }) => act.type === 'inspection.submitted');
  return (
    <>
      <Notice tone="good" title={here ? t('review.done_title') : t('review.done_elsewhere')} live="polite">
        {submittedRevision !== null && <p>{t('review.submitted_file', { hash: shortHash(submittedRevision) })}</p>}
        {file === null && <p>{t('review.done_file')}</p>}
        <div class="button-row">
          <LinkButton href="/app/outbox">{t('review.outbox')}</LinkButton>
          <LinkButton href={visitPath(id, 'camera')}>{t('review.addendum')}</LinkButton>
        </div>
      </Notice>
      <Final inspection={inspection} />
      <FileState inspection={inspection} />
    </>
  );
}

/** The state of the visit, once there is something to say: one statement, and what to do. */
function Standing({ inspection, standing }: { inspection: LocalInspection; standing: StandingOf }) {
  const { id, submittedRevision } = inspection;
  if (standing === 'open' || standing === 'gone' || standing === 'closed') return null;
  if (isNewer(inspection)) return <SubmittedFile inspection={inspection} />;
  if (standing === 'void') return <Notice tone="warning" title={t('review.void_title')}>{t('review.void')}</Notice>;
  const title = standing === 'approved' ? t('review.approved_title') : t('review.done_title');
  return (
    <Notice tone="good" title={title} live="polite">
      {submittedRevision !== null && <p>{t('review.submitted', { hash: shortHash(submittedRevision) })}</p>}
      <p>{t(standing === 'approved' ? 'review.approved' : standing === 'added' ? 'review.added' : 'review.done')}</p>
      <div class="button-row">
        <LinkButton href="/app/outbox">{t('review.outbox')}</LinkButton>
        <LinkButton href={visitPath(id, 'camera')}>{t('review.addendum')}</LinkButton>
      </div>
    </Notice>
  );
}

/** The screen. */
export function Review({ id }: { id: string }) {
  const { visits } = useServices();
  const inspection = useInspection(id);
  const facts = useFacts(inspection);
  const [asking, setAsking] = useState(false);
  const revision = facts?.revision ?? null;
  const final = inspection !== null && isFinal(inspection);
  const own = inspection === null || owns(inspection);
  const standing = inspection === null ? 'open' : standingOf(inspection, revision?.revision ?? null);
  const withdrawn = inspection !== null && isNewer(inspection) && inspection.state === 'discarded';
  const obstacles = own && !withdrawn ? hindrances(standing, facts?.obstacles ?? []) : [];
  const due = own && (standing === 'open' || standing === 'void');
  const ready = revision !== null && facts?.obstacles.length === 0 && due;
  useEffect(() => {
    if (standing === 'submitted') scrollTo(0, 0); // what happens next is shown at the top
  }, [standing]);
  return (
    <VisitPage
      id={id}
      title={t('review.title')}
      inspection={inspection}
      actions={
        due && (
          <Button kind="primary" disabled={!ready} onPress={() => setAsking(true)}>
            {t('review.submit')}
          </Button>
        )
      }
    >
      {facts?.trouble && <Notice tone="danger">{say(facts.trouble)}</Notice>}
      {inspection !== null && (
        <>
          {withdrawn && <Asked inspection={inspection} />}
          <Standing inspection={inspection} standing={standing} />
          <NotOwner inspection={inspection} />
          {!final && <DraftState inspection={inspection} quiet />}
          {!final && <Comments inspection={inspection} />}
          <Beside inspection={inspection} />
        </>
      )}
      <Obstacles id={id} obstacles={obstacles} />
      {inspection !== null && due && <Warnings inspection={inspection} />}
      {own && !final && !withdrawn && <p>{t('review.why')}</p>}
      {inspection !== null && revision !== null && <Sealed inspection={inspection} revision={revision} />}
      {inspection !== null && facts !== null && inspection.minutes === null && <p>{t('review.no_minutes')}</p>}
      {asking && revision !== null && (
        <ConfirmDialog title={t('review.sure')} confirm={t('review.submit')} onConfirm={() => visits.submit(id, revision.revision)} onClose={() => setAsking(false)}>
          <p>
            {t(inspection !== null && isNewer(inspection) ? 'review.sure_file' : 'review.sure_text', {
              photos: inspection === null ? revision.photos.length : countsWords(photoCounts(inspection)),
              signatures: revision.signatures.length,
              places: revision.places.length,
              hash: shortHash(revision.revision),
            })}
          </p>
          {inspection !== null && <RemarksLeft inspection={inspection} />}
        </ConfirmDialog>
      )}
    </VisitPage>
  );
}
