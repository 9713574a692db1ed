/** The screen for fixing the position, or saying why there is none. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { effect } from '@preact/signals';
import { useLocation } from 'preact-iso';
import type { LocalInspection, Place as Position } from '../../domain/model';
import { isNewer } from '../../domain/minutes-flow';
import { NO_PLACE_CAPTION } from '../../domain/obstacles';
import { useServices, useTask, type Task } from '../context';
import { Asked } from '../flow/asked';
import { Button, Choice, Collapsible, List, LinkButton, Notice, Row, TextField, TroubleNotice } from '../parts';
import { ageSeconds, GOOD_M, metresBetween, placeOf, WINDOW_MS } from '../sensors/fixes';
import { alreadyAllowed, position, restart, watchPosition } from '../sensors/position';
import { dayTime } from '../words';
import { visitVi } from '../words/visit.vi';
import { useInspection, VisitPage, visitPath } from './frame';
import { HowToAllow } from './how-to-allow';
import { t } from './words';

const FAR_M = 300;
const REASONS = ['indoor', 'denied', 'broken', 'other'] as const;
type Reason = (typeof REASONS)[number];

/** Resolves with a fix that is accurate enough, or with the best after ten seconds. Null if none
 * arrived by then or positions are not allowed. */
function goodFix(): Promise<Position | null> {
  return new Promise((resolve) => {
    const finish = (found: Position | null): void => {
      clearTimeout(timer);
      queueMicrotask(() => stop()); // the effect below may still be in its first run
      resolve(found);
    };
    const timer = setTimeout(() => finish(position.place()), WINDOW_MS);
    const stop = effect(() => {
      const fix = position.best.value;
      if (fix !== null && fix.accuracyM <= GOOD_M) finish(placeOf(fix));
      else if (position.state.value === 'denied' || position.state.value === 'unsupported') finish(null);
    });
  });
}

function metres(place: Position): number {
  return Math.ceil(place.accuracy_mm / 1000);
}

/** Distance of a position from the premises named in the decision; null if the decision
 * has no coordinates. */
function distance(inspection: LocalInspection, place: Position): number | null {
  const { latitude_e7, longitude_e7 } = inspection.view.decision;
  return latitude_e7 === null || longitude_e7 === null ? null : metresBetween(place, { latitude_e7, longitude_e7 });
}

/** Whether that distance exceeds the possible error of an address on a map and
 * of the measurement. */
function isFar(away: number, place: Position): boolean {
  return away > FAR_M + metres(place);
}

/** The last position in words, if it is away from the premises named in the decision. */
export function FarAway({ inspection }: { inspection: LocalInspection }) {
  const last = inspection.places.at(-1)?.place;
  const away = last === undefined ? null : distance(inspection, last);
  if (last === undefined || away === null || !isFar(away, last)) return null;
  return (
    <Notice tone="warning" title={t('place.far_title', { metres: away })} live="polite">
      <p>{t('place.far_what', { place: inspection.view.decision.place })}</p>
    </Notice>
  );
}

/** What the sensor reports now. */
function Now() {
  const fix = position.best.value;
  switch (position.state.value) {
    case 'searching':
      return <Notice tone="info">{t('place.searching')}</Notice>;
    case 'coarse':
      return <Notice tone="warning">{t('place.coarse', { metres: Math.ceil(fix?.accuracyM ?? 0) })}</Notice>;
    case 'fixed':
      return <Notice tone="good">{fix === null ? '' : t('place.found', { metres: Math.ceil(fix.accuracyM), age: ageSeconds(fix, Date.now()) })}</Notice>;
    case 'denied':
      return <HowToAllow title={t('place.denied')} android={t('place.denied_android')} iphone={t('place.denied_iphone')} />;
    case 'unavailable':
      return (
        <Notice tone="warning" title={t('place.unavailable')} live="polite">
          {t('place.unavailable_how')}
        </Notice>
      );
    case 'unsupported':
      return <Notice tone="warning">{t('place.unsupported')}</Notice>;
    case 'off':
      return <p>{t('place.off')}</p>;
  }
}

/** The alternative without a position: a reason, and a photograph of the address plate or sign
 * with that reason in its caption. */
function Without({ id }: { id: string }) {
  const { route } = useLocation();
  const [reason, setReason] = useState<Reason | null>(null);
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const go = (): void => {
    // Vietnamese whatever the language of the screen, because it becomes part of the file.
    const words = reason === null ? '' : reason === 'other' ? text.trim() : visitVi[`place.reason_${reason}`];
    if (words.length < 3) {
      setError(t('place.reason_needed'));
      return;
    }
    route(`${visitPath(id, 'camera')}?caption=${encodeURIComponent(`${NO_PLACE_CAPTION} ${words}. ${visitVi['place.plate_caption']}`)}`);
  };
  return (
    <section aria-labelledby="without">
      <h2 id="without">{t('place.without')}</h2>
      <p>{t('place.without_why')}</p>
      <Choice<Reason>
        label={t('place.reason')}
        value={reason}
        error={reason === 'other' ? null : error}
        options={REASONS.map((value) => ({ value, label: t(`place.reason_${value}`) }))}
        onChange={(chosen) => {
          setReason(chosen);
          setError(null);
        }}
      />
      {reason === 'other' && <TextField label={t('place.reason_text')} value={text} onInput={setText} error={error} maxLength={200} />}
      <Button onPress={go}>{t('place.photo_plate')}</Button>
    </section>
  );
}

function Taken({ inspection }: { inspection: LocalInspection }) {
  return (
    <section aria-labelledby="taken">
      <h2 id="taken">{t('place.taken')}</h2>
      {inspection.places.length === 0 ? (
        <p>{t('place.none_taken')}</p>
      ) : (
        <List>
          {inspection.places.toReversed().map(({ id, place, madeAt }) => {
            const far = distance(inspection, place);
            const note = far === null ? null : isFar(far, place) ? <strong>{t('place.far', { metres: far })}</strong> : t('place.distance', { metres: far });
            return <Row key={id} icon={far !== null && isFar(far, place) ? 'warning' : 'place'} title={t('place.one', { time: dayTime(madeAt), metres: metres(place) })} note={note} />;
          })}
        </List>
      )}
      <p class="small">{t('place.trust')}</p>
    </section>
  );
}

function awaitsAnnouncement(inspection: LocalInspection): boolean {
  return inspection.state === 'opened' || inspection.state === 'decided';
}

/** The leader reads the decision out, which starts the inspection's clock. The position is added
 * if there is one just now. */
function Announce({ inspection, task, children }: { inspection: LocalInspection; task: Task; children: ComponentChildren }) {
  const { decision } = inspection.view;
  const waits = awaitsAnnouncement(inspection);
  if (inspection.announcedAt === null && !waits) return null;
  return (
    <section aria-labelledby="announce">
      <h2 id="announce">{t('place.announce')}</h2>
      {inspection.announcedAt !== null && (
        <Notice tone="good" live="polite">
          {t('place.announced', { time: dayTime(inspection.announcedAt) })}
        </Notice>
      )}
      {/* A visit that was given up and begun again is announced again. */}
      {waits && (
        <>
          <p>{t('place.announce_why', { number: decision.number })}</p>
          <Collapsible title={t('place.contents')}>
            <ol>
              {decision.contents.map((content) => (
                <li key={content}>{content}</li>
              ))}
            </ol>
          </Collapsible>
          <TroubleNotice trouble={task.trouble} />
          {children}
        </>
      )}
    </section>
  );
}

/** The screen. It starts the watch automatically only if the phone has already allowed it.
 * Otherwise the permission is requested after a tap that explains it. */
export function Place({ id }: { id: string }) {
  const { visits } = useServices();
  const inspection = useInspection(id);
  const task = useTask();
  const announcing = useTask();
  const [watching, setWatching] = useState(false);
  const [rough, setRough] = useState<Position | null>(null);
  const [kept, setKept] = useState(false);
  useEffect(() => {
    let here = true;
    void alreadyAllowed().then((yes) => here && yes && setWatching(true));
    return () => {
      here = false;
    };
  }, []);
  useEffect(() => (watching ? watchPosition() : undefined), [watching]);

  const keep = async (place: Position): Promise<void> => {
    await visits.fixPlace(id, place);
    setRough(null);
    setKept(true);
  };
  const take = (): Promise<boolean> =>
    task.run(async () => {
      setKept(false);
      setRough(null);
      if (!watching) setWatching(true);
      else if (position.state.peek() === 'denied' || position.state.peek() === 'unavailable') restart();
      const place = await goodFix();
      if (place === null) return;
      if (position.state.peek() === 'coarse') setRough(place);
      else await keep(place);
    });
  const state = position.state.value;
  const withdrawn = inspection !== null && isNewer(inspection) && inspection.state === 'discarded';
  // One main action: fixing the position, and after that the announcement that waits for it.
  const has = inspection !== null && inspection.places.length > 0;
  const announces = has && awaitsAnnouncement(inspection);
  const fix = (
    <Button {...(has ? {} : { kind: 'primary' as const })} busy={task.busy.value} onPress={take}>
      {t('place.take')}
    </Button>
  );
  const announce = (
    <Button {...(announces ? { kind: 'primary' as const } : {})} busy={announcing.busy.value} onPress={() => announcing.run(() => visits.announce(id, position.place()))}>
      {t('place.announce')}
    </Button>
  );
  return (
    <VisitPage
      id={id}
      title={t('place.title')}
      inspection={inspection}
      actions={withdrawn ? undefined : announces ? announce : fix}
    >
      {withdrawn && inspection !== null && <Asked inspection={inspection} />}
      {!withdrawn && <p>{t('place.why')}</p>}
      <TroubleNotice trouble={task.trouble} />
      {kept && (
        <Notice tone="good" live="polite">
          {t('place.kept')}
        </Notice>
      )}
      {inspection !== null && <FarAway inspection={inspection} />}
      {!withdrawn && <Now />}
      {announces && <div class="button-row">{fix}</div>}
      {rough !== null && <Button onPress={() => task.run(() => keep(rough))}>{t('place.use_anyway')}</Button>}
      {inspection !== null && (
        <>
          <Announce inspection={inspection} task={announcing}>
            {!announces && <div class="button-row">{announce}</div>}
          </Announce>
          {!withdrawn && state !== 'fixed' && state !== 'off' && <Without id={id} />}
          <Taken inspection={inspection} />
        </>
      )}
      <LinkButton href={visitPath(id)}>{t('visit.back')}</LinkButton>
    </VisitPage>
  );
}
