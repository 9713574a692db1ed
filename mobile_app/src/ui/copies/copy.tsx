/** Hands the copy of one paper to the inspected party: its code on the screen, its prints, and to whom it went. */
import { useEffect, useState } from 'preact/hooks';
import { Trouble } from '../../app/services';
import type { CopiedPaper } from '../../app/copy-services';
import type { CopiesPage, CopyHanded } from '../../wire';
import type { LocalInspection } from '../../domain/model';
import { useServices, useTask, type Task } from '../context';
import { usePapers } from '../papers/frame';
import { Button, ConfirmDialog, Empty, LinkButton, Notice, Spinner, TroubleNotice } from '../parts';
import { useInspection, VisitPage, visitPath } from '../visit/frame';
import { PaperCode } from '../visit/paper-code';
import { dayTime } from '../words';
import { Given, Prints } from './given';
import { HandedOver, Handings } from './handed';
import { useTyped } from './typed';
import { useWhich, type Which } from './which';
import { t } from './words';
import './copies.css';

const NO_SIGNAL: readonly string[] = ['unreached', 'captive_portal'];

/** What can be done without a signal, and a reminder for the rest. */
function Offline({ paper }: { paper: CopiedPaper }) {
  const { copies } = useServices();
  const task = useTask();
  const wished = copies.wishes.value.some((one) => one.paper.code === paper.code);
  return (
    <Notice tone={wished ? 'info' : 'warning'} title={t(wished ? 'copies.reminded' : 'copies.offline')}>
      <p>{t('copies.offline_means')}</p>
      <TroubleNotice trouble={task.trouble} />
      <Button busy={task.busy.value} onPress={() => task.run(() => (wished ? copies.forgetWish(paper.code) : copies.wish(paper)))}>
        {t(wished ? 'copies.remind_not' : 'copies.remind')}
      </Button>
    </Notice>
  );
}

interface Asking {
  task: Task;
  /** Code of the last trouble; null while there is none. */
  failed: string | null;
  /** The server gives this officer no code for the paper. */
  mayNot: boolean;
  /** The code in use that a new one would void: the officer is asked. */
  open: CopiesPage['copies'][number] | null;
  get: () => Promise<boolean>;
  replace: () => Promise<void>;
  leave: () => void;
}

/** Gets a second code. Asks first if that voids one that is in use. */
function useAsking(code: string, onSeen: (page: CopiesPage) => void, onHanded: (handed: CopyHanded) => void): Asking {
  const { copies } = useServices();
  const task = useTask();
  const [open, setOpen] = useState<Asking['open']>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [mayNot, setMayNot] = useState(false);
  const get = (): Promise<boolean> =>
    task.run(async () => {
      setFailed(null);
      try {
        const page = await copies.look(code);
        onSeen(page);
        setMayNot(!page.may_give);
        if (!page.may_give) return;
        const inUse = page.copies.find((one) => one.state === 'open') ?? null;
        if (inUse) setOpen(inUse);
        else onHanded(await copies.give(code, null));
      } catch (error) {
        setFailed(error instanceof Trouble ? error.code : '');
        throw error;
      }
    });
  const replace = async (): Promise<void> => onHanded(await copies.give(code, open?.id ?? null));
  return { task, failed, mayNot, open, get, replace, leave: () => setOpen(null) };
}

/** What became of asking for a code, and the question before one is replaced. */
function Asked({ paper, asking, handed }: { paper: CopiedPaper; asking: Asking; handed: CopyHanded | null }) {
  const { copies } = useServices();
  const { open, failed } = asking;
  const waits = copies.wishes.value.some((one) => one.paper.code === paper.code);
  return (
    <>
      <TroubleNotice trouble={asking.task.trouble} />
      {failed === 'not_found' && <p class="hint">{t('copies.not_there')}</p>}
      {asking.mayNot && <Notice tone="info">{t('copies.not_given')}</Notice>}
      {handed === null && (waits || (failed !== null && NO_SIGNAL.includes(failed))) && <Offline paper={paper} />}
      {open !== null && (
        <ConfirmDialog title={t('copies.replace')} confirm={t('copies.get_new')} danger onConfirm={asking.replace} onClose={asking.leave}>
          <p>{t('copies.replace_means', { name: open.given_by_name, time: dayTime(open.given_at) })}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function Present({ inspection, paper, which }: { inspection: LocalInspection; paper: CopiedPaper; which: Which }) {
  const { copies } = useServices();
  const [handed, setHanded] = useState<CopyHanded | null>(() => copies.given(paper.code));
  const [seen, setSeen] = useState<CopiesPage | null>(null);
  const [typed, type] = useTyped(paper.code, which.appointment);
  const asking = useAsking(paper.code, setSeen, (one) => {
    setHanded(one);
    void copies.forgetWish(paper.code).catch(() => undefined);
  });
  const waiting = copies.queued.value.filter((one) => one.paper.code === paper.code).length;
  useEffect(() => {
    let here = true;
    // Without a signal the list of this phone alone is shown. What leaves that list is in the server's.
    copies.look(paper.code).then((page) => here && setSeen(page), () => undefined);
    return () => {
      here = false;
    };
  }, [copies, paper.code, waiting]);
  const get = (
    <Button {...(handed === null ? { kind: 'primary' as const } : {})} busy={asking.task.busy.value} onPress={asking.get}>
      {t(handed === null ? 'copies.get' : 'copies.get_new')}
    </Button>
  );
  return (
    <VisitPage id={paper.inspectionId} title={t('copies.title')} inspection={inspection} back={{ screen: which.screen, label: t('copies.back') }} actions={handed === null ? get : undefined}>
      <p>
        <b>{paper.name}</b>
      </p>
      <p class="hint">{t('copies.why')}</p>
      {handed !== null && <Given handed={handed} />}
      <Asked paper={paper} asking={asking} handed={handed} />
      {handed === null && (
        <section>
          <h2>{t('copies.public')}</h2>
          <PaperCode code={paper.code} label={t('copies.public_code')} why={t('copies.public_why')} />
        </section>
      )}
      {handed !== null && <Prints paper={paper} handed={handed} typed={typed} type={type} />}
      <HandedOver paper={paper} handed={handed} typed={typed} type={type} />
      <Handings code={paper.code} seen={seen} />
      {handed !== null && <div class="button-row">{get}</div>}
    </VisitPage>
  );
}

/** `/app/inspections/:id/copies/:code`. */
export function Copy({ id, code }: { id: string; code: string }) {
  const inspection = useInspection(id);
  const which = useWhich(inspection, usePapers(id), code);
  if (inspection !== null && which) return <Present key={code} inspection={inspection} paper={{ code, inspectionId: id, name: which.number }} which={which} />;
  return (
    <VisitPage id={id} title={t('copies.title')} inspection={inspection}>
      {which === undefined && <Spinner label={t('copies.loading')} />}
      {which === null && (
        <Empty title={t('copies.unknown')}>
          <LinkButton href={visitPath(id)}>{t('copies.to_visit')}</LinkButton>
        </Empty>
      )}
    </VisitPage>
  );
}
