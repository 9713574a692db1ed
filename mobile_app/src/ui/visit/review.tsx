/** Exactly what a submission seals, what stands in its way, and the submission. */
import { useEffect, useState } from 'preact/hooks';
import { commentsOf } from '../../domain/comments';
import { photosOf, type LocalPhoto } from '../../domain/inspection';
import type { LocalInspection, Obstacle, Revision } from '../../domain/model';
import { countsOf, photoCounts } from '../../domain/photo-counts';
import { warningsOf } from '../../domain/obstacles';
import { textOf, useServices } from '../context';
import { Button, ConfirmDialog, LinkButton, List, Notice } from '../parts';
import { dayTime, say } from '../words';
import { useInspection, VisitPage, visitPath } from './frame';
import { MinutesText } from './minutes-text';
import { countsWords, numberWords } from './photo-words';
import { Thumbnail } from './picture';
import { Signed, useMinutesMark } from './signed';
import { useSchema } from './use-minutes';
import { roleName, shortHash, t } from './words';
import type { Text } from '../../wire';
import './visit.css';

interface Facts {
  obstacles: Obstacle[];
  /** Null where it cannot be made yet: without minutes there is none. */
  revision: Revision | null;
  trouble: Text | null;
}

/** Asks the engine anew whenever the inspection changes; null until the first answer. */
function useFacts(inspection: LocalInspection | null): Facts | null {
  const { visits } = useServices();
  const [facts, setFacts] = useState<Facts | null>(null);
  useEffect(() => {
    if (inspection === null) return;
    let here = true;
    const ask = async (): Promise<Facts> => {
      const obstacles = await visits.obstacles(inspection.id);
      const revision = inspection.minutes === null ? null : await visits.revision(inspection.id);
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

/** What should be looked at, and hinders nothing. */
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

function Returned({ inspection }: { inspection: LocalInspection }) {
  const { id } = inspection;
  const comments = commentsOf(inspection);
  if (comments.length === 0) return null;
  const numbers = new Map(photosOf(inspection).map((photo) => [photo.id, photo.number]));
  return (
    <Notice tone="danger" title={t('review.returned', { count: comments.length })}>
      <ul class="targets">
        {comments.map((comment, at) => {
          const { photoId, field } = comment;
          const path = photoId ? visitPath(id, `photos/${photoId}`) : `${visitPath(id, 'minutes')}?field=${encodeURIComponent(field ?? '')}`;
          return (
            <li key={at}>
              <a href={path}>
                {photoId ? t('review.about_photo', { number: numbers.get(photoId) ?? 0 }) : t('review.minutes')}: {comment.text}
                {comment.answered && ` (${t('review.answered')})`}
              </a>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

/** Photographs in force by their bytes: of a file that was taken twice, both. */
function byBytes(photos: readonly LocalPhoto[]): Map<string, LocalPhoto[]> {
  const found = new Map<string, LocalPhoto[]>();
  for (const photo of photos) if (photo.inForce) found.set(photo.sha256, [...(found.get(photo.sha256) ?? []), photo]);
  return found;
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
                <Thumbnail of={sha256} bytes={photo?.mine?.thumbnail ?? null} alt="" missing={t((photo?.mine ?? null) === null ? 'review.photo_elsewhere' : 'photos.no_thumbnail')} />
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
      </section>
      <section aria-labelledby="review-places">
        <h2 id="review-places">{t('review.places', { count: revision.places.length })}</h2>
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
        <p class="hint">{t('review.hash_why')}</p>
      </section>
    </>
  );
}

function Submitted({ inspection, revision }: { inspection: LocalInspection; revision: Revision | null }) {
  const { id, submittedRevision } = inspection;
  if (submittedRevision === null || inspection.state === 'returned') return null;
  const later = inspection.state === 'submitted' && revision !== null && revision.revision !== submittedRevision;
  return (
    <Notice tone={later ? 'warning' : 'good'} title={t('review.done_title')} live="polite">
      <p>{t('review.submitted', { hash: shortHash(submittedRevision) })}</p>
      <p>{t(later ? 'review.changed' : 'review.done')}</p>
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
  const unchanged = inspection !== null && revision !== null && inspection.state === 'submitted' && inspection.submittedRevision === revision.revision;
  const ready = revision !== null && facts?.obstacles.length === 0 && !unchanged;
  useEffect(() => {
    if (unchanged) scrollTo(0, 0); // what happens next stands at the top
  }, [unchanged]);
  return (
    <VisitPage
      id={id}
      title={t('review.title')}
      inspection={inspection}
      actions={
        <Button kind="primary" disabled={!ready} onPress={() => setAsking(true)}>
          {t('review.submit')}
        </Button>
      }
    >
      {facts?.trouble && <Notice tone="danger">{say(facts.trouble)}</Notice>}
      {inspection !== null && (
        <>
          <Submitted inspection={inspection} revision={revision} />
          <Returned inspection={inspection} />
        </>
      )}
      {facts !== null && !unchanged && <Obstacles id={id} obstacles={facts.obstacles} />}
      {inspection !== null && !unchanged && <Warnings inspection={inspection} />}
      <p>{t('review.why')}</p>
      {inspection !== null && revision !== null && <Sealed inspection={inspection} revision={revision} />}
      {inspection !== null && facts !== null && inspection.minutes === null && <p>{t('review.no_minutes')}</p>}
      {asking && revision !== null && (
        <ConfirmDialog title={t('review.sure')} confirm={t('review.submit')} onConfirm={() => visits.submit(id, revision.revision)} onClose={() => setAsking(false)}>
          <p>
            {t('review.sure_text', {
              photos: inspection === null ? revision.photos.length : countsWords(photoCounts(inspection)),
              signatures: revision.signatures.length,
              places: revision.places.length,
              hash: shortHash(revision.revision),
            })}
          </p>
        </ConfirmDialog>
      )}
    </VisitPage>
  );
}
