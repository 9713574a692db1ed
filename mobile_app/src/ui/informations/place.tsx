/** Where it happens: as the phone measures it, or a point on the map. Nobody has to say it, and it is sealed like the account. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { InformationDraft, SealedPoint } from '../../domain/informations';
import { degrees } from '../../domain/place-map';
import { useServices, useTask } from '../context';
import { Button, Notice, TroubleNotice } from '../parts';
import { placeOf } from '../sensors/fixes';
import { position, restart, watchPosition } from '../sensors/position';
import { clock } from '../words';
import { PlaceMap } from './place-map';
import { t } from './words';

/** What the sensor says while no position was taken yet. */
function Searching() {
  switch (position.state.value) {
    case 'denied':
      return <Notice tone="warning">{t('informations.point_denied')}</Notice>;
    case 'unsupported':
      return <Notice tone="warning">{t('informations.point_unsupported')}</Notice>;
    case 'unavailable':
      return <Notice tone="warning">{t('informations.point_unavailable')}</Notice>;
    default:
      return <p>{t('informations.point_searching')}</p>;
  }
}

export function PlaceOf({ draft, disabled }: { draft: InformationDraft; disabled: boolean }) {
  const { informations } = useServices();
  const task = useTask();
  /** What was taken while this screen is open: afterwards it cannot be shown any more. */
  const [point, setPoint] = useState<SealedPoint | null>(null);
  const [asks, setAsks] = useState(false);
  const [drawn, setDrawn] = useState(false);
  const stop = useRef<(() => void) | null>(null);
  const done = (): void => {
    stop.current?.();
    stop.current = null;
  };
  useEffect(() => done, []);
  const keep = (next: SealedPoint): void => {
    setPoint(next);
    void task.run(() => informations.sealPoint(draft.id, next));
  };
  const best = position.best.value;
  const fix = best && placeOf(best);
  const sealed = draft.texts.find((one) => one.kind === 'place');
  return (
    <section>
      <h3>{t('informations.point')}</h3>
      <p class="hint">{t('informations.point_why')}</p>
      <div role="status">
        {sealed && (
          <p>
            {point && `${degrees(point)}${point.accuracyM === null ? '' : ` ± ${Math.ceil(point.accuracyM)} m`} · `}
            {t('informations.sealed_now', { time: clock(sealed.at) })}
          </p>
        )}
        {asks && !fix && <Searching />}
        {asks && fix && <p>{t('informations.point_found', { metres: Math.ceil(fix.accuracy_mm / 1000) })}</p>}
      </div>
      <TroubleNotice trouble={task.trouble} />
      <div class="button-row">
        {asks && fix ? (
          <Button
            disabled={disabled}
            onPress={() => {
              keep({ latitude_e7: fix.latitude_e7, longitude_e7: fix.longitude_e7, accuracyM: fix.accuracy_mm / 1000 });
              setAsks(false);
              done();
            }}
          >
            {t('informations.point_take')}
          </Button>
        ) : (
          <Button
            disabled={disabled}
            onPress={() => {
              setAsks(true);
              if (stop.current) restart();
              else stop.current = watchPosition();
            }}
          >
            {t('informations.point_locate')}
          </Button>
        )}
        <Button disabled={disabled} pressed={drawn} onPress={() => setDrawn(!drawn)}>
          {t('informations.point_map')}
        </Button>
        {sealed && (
          <Button
            kind="quiet"
            onPress={() =>
              task.run(async () => {
                await informations.dropText(draft.id, sealed.id);
                setPoint(null);
              })
            }
          >
            {t('informations.point_drop')}
          </Button>
        )}
      </div>
      {drawn && <PlaceMap here={fix} chosen={point} onChoose={({ latitude_e7, longitude_e7 }) => keep({ latitude_e7, longitude_e7, accuracyM: null })} />}
    </section>
  );
}
