/** Beginning an inspection from a decision signed by hand, its sheets, and mending what was typed. */
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { photosOf } from '../../domain/inspection';
import { typedOf, wrongFields, type SheetField, type TypedSheet } from '../../domain/hand-signed';
import type { Obstacle } from '../../domain/model';
import type { InspectionView, OfficerSelf } from '../../wire';
import { textOf, useServices, useTask } from '../context';
import { Button, Checkbox, Collapsible, LinkButton, Notice, Page, Spinner, TextField, TroubleNotice } from '../parts';
import { BeginObstacles } from '../screens/inspection-begin';
import { t as shell, until } from '../words';
import { SheetForm } from './by-hand-form';
import { t } from './by-hand-words';
import { useInspection, VisitPage, visitPath } from './frame';

function useSelf(): OfficerSelf | null {
  const { accounts } = useServices();
  const access = accounts.access.value;
  return access.state === 'open' ? access.officer : null;
}

function SomeWrong({ wrong }: { wrong: readonly SheetField[] }) {
  return wrong.length > 0 ? (
    <Notice tone="danger" live="assertive">
      {t('by_hand.some_wrong', { count: wrong.length })}
    </Notice>
  ) : null;
}

/** `/app/begin-by-hand`. */
export function BeginByHand() {
  const { handSigned, health } = useServices();
  const self = useSelf();
  const task = useTask();
  const { route } = useLocation();
  const [typed, setTyped] = useState<TypedSheet | null>(null);
  const [asked, setAsked] = useState(false);
  const [obstacles, setObstacles] = useState<Obstacle[]>([]);
  const unit = self?.unit.name_vi ?? '';
  useEffect(() => {
    handSigned.typed(unit).then(setTyped, () => undefined);
  }, [handSigned, unit]);
  const back = { href: '/app/', label: shell('visit.back') };
  if (typed === null || self === null) {
    return (
      <Page title={t('by_hand.title')} back={back}>
        <Spinner label={t('by_hand.title')} />
      </Page>
    );
  }
  const wrong = asked ? wrongFields(typed, handSigned.today()) : [];
  const change = (next: TypedSheet): void => {
    setTyped(next);
    void handSigned.keep(next).catch(() => undefined);
  };
  const begin = (): Promise<boolean> | undefined => {
    setAsked(true);
    if (wrongFields(typed, handSigned.today()).length > 0) return undefined;
    return task.run(async () => {
      const found = await health.mayBegin();
      setObstacles(found);
      if (found.length === 0) route(visitPath(await handSigned.begin(typed, self), 'sheets'));
    });
  };
  return (
    <Page title={t('by_hand.title')} back={back} actions={<Button kind="primary" busy={task.busy.value} onPress={begin}>{t('by_hand.begin')}</Button>}>
      <p>{t('by_hand.why')}</p>
      <TroubleNotice trouble={task.trouble} />
      <BeginObstacles begin={{ obstacles, start: () => Promise.resolve(false) }} />
      <SheetForm typed={typed} wrong={wrong} self={self} onChange={change} team />
      <SomeWrong wrong={wrong} />
    </Page>
  );
}

/** Whether the sheet is matched, and by when it must be. */
export function Matching({ began }: { began: NonNullable<InspectionView['hand_signed']> }) {
  if (began.outcome === 'differs') return <Notice tone="danger">{t('by_hand.differs', { reason: began.reason ?? '' })}</Notice>;
  if (began.outcome !== null) return <Notice tone="good">{t('by_hand.matched')}</Notice>;
  // Until the server has it, there is no time limit to tell.
  return (
    <Notice tone="info" title={t('by_hand.waits')}>
      {began.due_at > began.begun_at && <p>{t('by_hand.waits_until', { time: until(began.due_at) })}</p>}
    </Notice>
  );
}

/** What is being mended, kept over a reload or a kill. */
interface Mended {
  typed: TypedSheet;
  reason: string;
}

function Mend({ id, view, self }: { id: string; view: InspectionView; self: OfficerSelf }) {
  const { handSigned, visits } = useServices();
  const task = useTask();
  const [{ typed, reason }, setMended] = useState<Mended>(() => ({ typed: typedOf(view), reason: '' }));
  const [asked, setAsked] = useState(false);
  const key = `hand-signed:${id}`;
  useEffect(() => {
    let here = true;
    visits.typed(key).then(
      (kept) => here && kept !== null && setMended(JSON.parse(kept) as Mended),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [visits, key]);
  const change = (next: Mended): void => {
    setMended(next);
    visits.keepTyped(key, JSON.stringify(next)).catch((error: unknown) => task.tell(textOf(error)));
  };
  const wrong = asked ? wrongFields(typed, handSigned.today()) : [];
  const save = (): Promise<boolean> | undefined => {
    setAsked(true);
    if (wrongFields(typed, handSigned.today()).length > 0) return undefined;
    return task.run(async () => {
      await handSigned.mend(id, typed, self, reason);
      await visits.keepTyped(key, null);
    });
  };
  return (
    <Collapsible lazy title={t('by_hand.mend')}>
      <p>{t('by_hand.mend_why')}</p>
      <SheetForm typed={typed} wrong={wrong} self={self} onChange={(next) => change({ typed: next, reason })} team={false} />
      <TextField label={t('by_hand.reason')} value={reason} maxLength={2000} onInput={(next) => change({ typed, reason: next })} />
      <SomeWrong wrong={wrong} />
      <TroubleNotice trouble={task.trouble} />
      <Button busy={task.busy.value} onPress={save}>
        {t('by_hand.save')}
      </Button>
    </Collapsible>
  );
}

/** `/app/inspections/:id/sheets`: which photographs are its sheets; mending what was typed. */
export function Sheets({ id }: { id: string }) {
  const { handSigned } = useServices();
  const inspection = useInspection(id);
  const self = useSelf();
  const task = useTask();
  const [chosen, setChosen] = useState<string[] | null>(null);
  const [saved, setSaved] = useState<number | null>(null);
  const began = inspection?.view.hand_signed ?? null;
  if (inspection === null || !began || self === null) return <VisitPage id={id} title={t('by_hand.sheets')} inspection={inspection}>{null}</VisitPage>;
  const settled = began.outcome === 'paper' || began.outcome === 'sheets';
  const photos = photosOf(inspection);
  // Before the announcement nothing but the sheets is photographed, as a rule.
  const proposed = began.sheets.length > 0 ? began.sheets : inspection.announcedAt === null ? photos.map((photo) => photo.id) : [];
  const now = (chosen ?? proposed).filter((each) => photos.some((photo) => photo.id === each));
  const toggle = (photo: string, on: boolean): void => setChosen(photos.map((each) => each.id).filter((each) => (each === photo ? on : now.includes(each))));
  const save = (): Promise<boolean> =>
    task.run(async () => {
      await handSigned.nameSheets(id, now);
      setSaved(now.length);
    });
  return (
    <VisitPage id={id} title={t('by_hand.sheets')} inspection={inspection} actions={settled ? undefined : <LinkButton kind="primary" href={visitPath(id, 'camera')}>{t('by_hand.shoot')}</LinkButton>}>
      <Matching began={began} />
      <TroubleNotice trouble={task.trouble} />
      {photos.length === 0 && <p>{t('by_hand.no_photos')}</p>}
      {photos.length > 0 && (
        <section>
          <h2>{t('by_hand.which')}</h2>
          {photos.map((photo) => (
            <Checkbox key={photo.id} label={`${t('by_hand.photo', { number: photo.number })}${photo.caption ? `: ${photo.caption}` : ''}`} checked={now.includes(photo.id)} disabled={settled} onChange={(on) => toggle(photo.id, on)} />
          ))}
          {!settled && (
            <div class="button-row">
              <Button busy={task.busy.value} onPress={save}>
                {t('by_hand.name_sheets')}
              </Button>
            </div>
          )}
          <div role="status">{saved !== null && <p>{t('by_hand.named', { count: saved })}</p>}</div>
        </section>
      )}
      {!settled && <Mend key={began.act} id={id} view={inspection.view} self={self} />}
    </VisitPage>
  );
}
