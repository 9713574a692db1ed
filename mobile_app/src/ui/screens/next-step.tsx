/** The next step of a visit, in the dock of each of its screens. */
import { useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { LocalInspection } from '../../domain/model';
import { isWithin, lacksHere, nextStepOf, type Step } from '../../domain/next-step';
import { Icon } from '../parts/icon';
import { t } from '../words';

const WORDS = {
  begin: 'next.begin',
  begin_again: 'next.begin_again',
  announce: 'next.announce',
  place: 'next.place',
  photos: 'next.photos',
  minutes: 'next.minutes',
  finish_minutes: 'next.finish_minutes',
  remarks: 'next.remarks',
  mend_draft: 'next.mend_draft',
  signatures: 'next.signatures',
  number: 'next.number',
  review: 'next.review',
  send: 'next.send',
  supplement: 'next.supplement',
  verify: 'next.verify',
  beside: 'next.beside',
  help: 'next.help',
  await_ruling: 'next.await_ruling',
  addendum: 'next.addendum',
  go_on: 'next.go_on',
  withdrawn: 'next.withdrawn',
  file_done: 'next.file_done',
  closed: 'next.closed',
  gone: 'next.gone',
} as const satisfies Record<Step, string>;

const STATEMENTS: ReadonlySet<Step> = new Set<Step>(['help', 'addendum', 'file_done', 'withdrawn', 'closed']);

/** Whether the step states the situation and asks for nothing to be pressed. It is then a line,
 * never a button. */
export function isStatement(step: Step): boolean {
  return STATEMENTS.has(step);
}

/** Names of the missing signatures. */
const LACKS: Readonly<Record<string, Parameters<typeof t>[0]>> = {
  leader_not_signed: 'missing.leader_not_signed',
  subject_not_signed: 'missing.subject_not_signed',
  authority_not_signed: 'missing.authority_not_signed',
  witness_not_signed: 'missing.witness_not_signed',
};

interface Shown {
  step: Step;
  words: string;
  href: string;
  /** The step is done on this screen. */
  here: boolean;
  /** Signatures that are missing here; null if the screen itself shows what to do. */
  lacks: string[] | null;
}

/** The step's name and where it is done. */
export function useNextStep(inspection: LocalInspection): Shown {
  const { path } = useLocation();
  const next = useMemo(() => nextStepOf(inspection), [inspection]);
  const { step, screen } = next;
  const base = `/app/inspections/${inspection.id}`;
  const href = screen.startsWith('/') ? screen : screen === '' ? base : `${base}/${screen}`;
  const here = path.startsWith(base) && isWithin(next, path.slice(base.length).replace(/^\/|\/$/g, ''));
  return { step, words: t(WORDS[step]), href, here, lacks: here ? lacksHere(inspection, step) : [] };
}

/** One line above the screen's own action: a link to the next step. On that step's own screen it
 * shows what is missing, or nothing. */
export function NextStepLine({ inspection }: { inspection: LocalInspection }) {
  const { step, words, href, here, lacks } = useNextStep(inspection);
  if (here) {
    if (lacks === null) return null;
    const missing = lacks.flatMap((code) => (LACKS[code] === undefined ? [] : [t(LACKS[code])])).join(', ');
    return (
      <p class="next-step">
        <span class="next-step-label">{t(missing !== '' ? 'next.missing' : step === 'await_ruling' ? 'next.label' : 'next.here')}</span> <strong>{missing === '' ? words : missing}</strong>
      </p>
    );
  }
  return (
    <a class="next-step" href={href}>
      <span>
        {(!isStatement(step) || step === 'help') && <span class="next-step-label">{t('next.label')} </span>}
        <strong>{words}</strong>
      </span>
      <Icon name="forward" />
    </a>
  );
}
