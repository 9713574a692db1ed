/** The next step of a visit, in the dock of every one of its screens. */
import { useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { LocalInspection } from '../../domain/model';
import { nextStepOf, type Step } from '../../domain/next-step';
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
  signatures: 'next.signatures',
  review: 'next.review',
  send: 'next.send',
  supplement: 'next.supplement',
  help: 'next.help',
  await_ruling: 'next.await_ruling',
  addendum: 'next.addendum',
  go_on: 'next.go_on',
  withdrawn: 'next.withdrawn',
  file_done: 'next.file_done',
  closed: 'next.closed',
  gone: 'next.gone',
} as const satisfies Record<Step, string>;

/** What it is called, and where it is done: `here` on this very screen. */
export function useNextStep(inspection: LocalInspection): { step: Step; words: string; href: string; here: boolean } {
  const { path } = useLocation();
  const { step, screen } = useMemo(() => nextStepOf(inspection), [inspection]);
  const base = `/app/inspections/${inspection.id}`;
  const href = screen.startsWith('/') ? screen : screen === '' ? base : `${base}/${screen}`;
  return { step, words: t(WORDS[step]), href, here: path.replace(/\/$/, '') === (href.split('?')[0] ?? '').replace(/\/$/, '') };
}

/** One line above the screen's own action: a link to the next step, or the word that it is done here. */
export function NextStepLine({ inspection }: { inspection: LocalInspection }) {
  const { step, words, href, here } = useNextStep(inspection);
  if (here) {
    return (
      <p class="next-step">
        <span class="next-step-label">{t(step === 'await_ruling' ? 'next.label' : 'next.here')}</span> <strong>{words}</strong>
      </p>
    );
  }
  return (
    <a class="next-step" href={href}>
      <span>
        <span class="next-step-label">{t('next.label')}</span> <strong>{words}</strong>
      </span>
      <Icon name="forward" />
    </a>
  );
}
