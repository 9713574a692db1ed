/** Parts that all screens of a visit share: the inspection, the way back, and a message if the
 * inspection is not on this phone. */
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { useComputed } from '@preact/signals';
import type { LocalInspection } from '../../domain/model';
import { useServices } from '../context';
import { Empty, LinkButton, Notice, Page } from '../parts';
import { NextStepLine } from '../screens/next-step';
import { ClockNotice } from './clock-notice';
import { t } from './words';

/** Address of a screen of this inspection; without a screen, its hub. */
export function visitPath(id: string, screen = ''): string {
  return `/app/inspections/${id}${screen === '' ? '' : `/${screen}`}`;
}

/** The present inspection. The component renders again whenever it changes. */
export function useInspection(id: string): LocalInspection | null {
  const { visits } = useServices();
  return useMemo(() => visits.one(id), [visits, id]).value;
}

/** A part of the inspection. The component renders again only when that part changes, not with
 * every keystroke that is saved. */
export function useOfInspection<T>(id: string, part: (inspection: LocalInspection | null) => T): T {
  const { visits } = useServices();
  const one = useMemo(() => visits.one(id), [visits, id]);
  return useComputed(() => part(one.value)).value;
}

interface VisitPageProps {
  id: string;
  title: string;
  inspection: LocalInspection | null;
  /** Another screen of the visit to go back to. The hub by default. */
  back?: { screen: string; label: string };
  actions?: ComponentChildren;
  children: ComponentChildren;
}

/** The screen's own action, below the next step of the visit, which is always shown. */
function Dock({ inspection, children }: { inspection: LocalInspection; children: ComponentChildren }) {
  return (
    <>
      <NextStepLine inspection={inspection} />
      {children}
    </>
  );
}

/** The page of a visit's screen, or a message if the inspection is not here. */
export function VisitPage({ id, title, inspection, back, actions, children }: VisitPageProps) {
  if (inspection === null) {
    return (
      <Page title={title} back={{ href: '/app/', label: t('visit.home') }}>
        <Empty title={t('visit.none')}>
          <p>{t('visit.none_why')}</p>
          <LinkButton href="/app/">{t('visit.home')}</LinkButton>
        </Empty>
      </Page>
    );
  }
  return (
    <Page title={title} back={{ href: visitPath(id, back?.screen), label: back?.label ?? t('visit.back') }} actions={<Dock inspection={inspection}>{actions}</Dock>}>
      <ClockNotice />
      {inspection.state === 'refused' && <Notice tone="warning">{t('visit.closed')}</Notice>}
      {children}
    </Page>
  );
}
