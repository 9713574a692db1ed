/** A map that the phone draws by itself, without a signal: the register's businesses around a point, to point at a place.
 *
 * By touch: pull the ground, tap the place. By keyboard: arrows move the ground, + and - its width, Enter takes the middle. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { SIDE, around, drawnAt, middleOf, pointAt, pulled, scaleBar, widened, type Landmark, type Point, type View } from '../../domain/place-map';
import { useServices } from '../context';
import { Button, Notice } from '../parts';
import { metresBetween } from '../sensors/fixes';
import './place-map.css';
import { t } from './words';

/** How far an arrow moves the ground, in units of the drawing. */
const STEP = SIDE / 8;
/** A finger that moved less has tapped. */
const TAP = 8;
const MOST_DOTS = 60;
const MOST_NAMES = 6;
const MOST_LETTERS = 22;
const ARROWS: Record<string, [number, number]> = { ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] };
/** The width at the beginning: a few streets around a known point, else the district. */
const NEAR_M = 1_000;
const WIDE_M = 10_000;

const short = (name: string): string => ([...name].length > MOST_LETTERS ? `${[...name].slice(0, MOST_LETTERS - 1).join('')}…` : name);
const length = (metres: number): string => (metres < 1_000 ? `${metres} m` : `${metres / 1_000} km`);

/** Names of the nearest dots, without those that would lie upon another. */
function named(view: View, dots: readonly Landmark[]): Landmark[] {
  const chosen: Landmark[] = [];
  for (const one of dots) {
    const { x, y } = drawnAt(view, one);
    if (chosen.length < MOST_NAMES && chosen.every((other) => Math.abs(drawnAt(view, other).y - y) > 16 || Math.abs(drawnAt(view, other).x - x) > 150)) chosen.push(one);
  }
  return chosen;
}

function Drawing({ view, dots, here, chosen }: { view: View; dots: readonly Landmark[]; here: Point | null; chosen: Point | null }) {
  const bar = scaleBar(view);
  const wide = (bar / view.metres) * SIDE;
  const of = (point: Point): { x: number; y: number } => drawnAt(view, point);
  return (
    <svg viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true" focusable="false">
      <path class="map-cross" d={`M${SIDE / 2 - 9} ${SIDE / 2}h18M${SIDE / 2} ${SIDE / 2 - 9}v18`} />
      {here && <circle class="map-here" cx={of(here).x} cy={of(here).y} r="7" />}
      {dots.map((one) => (
        <circle key={one.id} class="map-dot" cx={of(one).x} cy={of(one).y} r="4" />
      ))}
      {named(view, dots).map((one) => {
        const { x, y } = of(one);
        const left = x > SIDE / 2;
        return (
          <text key={one.id} class="map-name" x={left ? x - 7 : x + 7} y={y + 4} text-anchor={left ? 'end' : 'start'}>
            {short(one.name)}
          </text>
        );
      })}
      {chosen && <path class="map-chosen" d={`M${of(chosen).x} ${of(chosen).y}l-9 -20a9.800 9.800 0 1 1 18 0z`} />}
      <path class="map-bar" d={`M12 ${SIDE - 18}v6h${wide}v-6`} />
      <text class="map-name" x={wide + 18} y={SIDE - 11}>
        {length(bar)}
      </text>
      <path class="map-bar" d={`M${SIDE - 16} 34v-22l-5 8m5 -8l5 8`} />
    </svg>
  );
}

/** `here`: where the phone is, if it was measured. `onChoose` takes the point that was tapped. */
export function PlaceMap({ here, chosen, onChoose }: { here: Point | null; chosen: Point | null; onChoose: (point: Point) => void }) {
  const { offlineData } = useServices();
  const [landmarks, setLandmarks] = useState<Landmark[] | null>(null);
  const [view, setView] = useState<View | null>(null);
  const pull = useRef<{ x: number; y: number; view: View; moved: boolean } | null>(null);
  // Read anew when the register has come or changed: an officer may open the map before it is there.
  const register = offlineData.state.value;
  useEffect(() => {
    let open = true;
    offlineData.landmarks().then(
      (found) => open && setLandmarks(found),
      () => open && setLandmarks((kept) => kept ?? []),
    );
    return () => {
      open = false;
    };
  }, [register]);
  // It begins where something is known; once it stands, only the officer moves it.
  useEffect(() => {
    if (view !== null || landmarks === null) return;
    const known = chosen ?? here;
    const middle = known ?? middleOf(landmarks);
    if (middle) setView({ middle, metres: known ? NEAR_M : WIDE_M });
  }, [landmarks, here, chosen, view]);
  if (landmarks === null) return null;
  if (view === null) return <Notice tone="warning">{t('informations.map_empty')}</Notice>;

  const dots = around(view, landmarks, MOST_DOTS);
  const nearest = chosen && landmarks.length > 0 ? landmarks.map((one) => ({ name: one.name, metres: metresBetween(one, chosen) })).reduce((a, b) => (b.metres < a.metres ? b : a)) : null;
  /** Where in the drawing a finger or a mouse is. */
  const at = (event: PointerEvent & { currentTarget: HTMLElement }): { x: number; y: number } => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: ((event.clientX - box.left) / box.width) * SIDE, y: ((event.clientY - box.top) / box.height) * SIDE };
  };
  const pressed = (event: KeyboardEvent): void => {
    const arrow = ARROWS[event.key];
    if (arrow) setView(pulled(view, ...arrow));
    else if (event.key === '+' || event.key === '=') setView(widened(view, -1));
    else if (event.key === '-') setView(widened(view, 1));
    else if (event.key === 'Enter') onChoose(view.middle);
    else return;
    event.preventDefault();
  };
  return (
    <div class="place-map">
      <p class="hint" id="place-map-how">
        {t('informations.map_how')}
      </p>
      <div
        class="map-ground"
        role="application"
        tabIndex={0}
        aria-label={t('informations.map')}
        aria-describedby="place-map-how"
        onKeyDown={pressed}
        onPointerDown={(event) => {
          pull.current = { ...at(event), view, moved: false };
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          const from = pull.current;
          if (!from) return;
          const now = at(event);
          from.moved ||= Math.hypot(now.x - from.x, now.y - from.y) > TAP;
          if (from.moved) setView(pulled(from.view, now.x - from.x, now.y - from.y));
        }}
        onPointerUp={() => {
          const from = pull.current;
          pull.current = null;
          if (from && !from.moved) onChoose(pointAt(view, from.x, from.y));
        }}
        onPointerCancel={() => {
          pull.current = null;
        }}
      >
        <Drawing view={view} dots={dots} here={here} chosen={chosen} />
      </div>
      <div class="button-row">
        <Button label={t('informations.map_closer')} onPress={() => setView(widened(view, -1))}>
          +
        </Button>
        <Button label={t('informations.map_wider')} onPress={() => setView(widened(view, 1))}>
          −
        </Button>
        <Button onPress={() => onChoose(view.middle)}>{t('informations.map_middle')}</Button>
      </div>
      {nearest && <p class="small">{t('informations.map_nearest', { name: nearest.name, metres: nearest.metres })}</p>}
    </div>
  );
}
