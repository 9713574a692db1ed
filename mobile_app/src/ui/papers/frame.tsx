/** Parts that the screens of one paper share. */
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { LocalInspection } from '../../domain/model';
import type { LocalPaper } from '../../domain/papers';
import { useServices } from '../context';
import { Empty, LinkButton } from '../parts';
import { useInspection, VisitPage, visitPath } from '../visit/frame';
import { t } from './words';

/** Address of a screen of a paper; without `screen`, the one on which it is filled in. */
export function paperPath(inspectionId: string, paperId: string, screen = ''): string {
  return visitPath(inspectionId, `papers/${paperId}${screen === '' ? '' : `/${screen}`}`);
}

/** All papers of an inspection; the component renders again when one changes. */
export function usePapers(inspectionId: string): LocalPaper[] {
  const { papers } = useServices();
  return useMemo(() => papers.of(inspectionId), [papers, inspectionId]).value;
}

export function usePaper(inspectionId: string, paperId: string): { inspection: LocalInspection | null; paper: LocalPaper | null } {
  const inspection = useInspection(inspectionId);
  return { inspection, paper: usePapers(inspectionId).find((one) => one.id === paperId) ?? null };
}

const LIST = (): { screen: string; label: string } => ({ screen: 'papers', label: t('papers.back') });

interface PaperFrameProps {
  inspection: LocalInspection | null;
  id: string;
  title: string;
  back?: { screen: string; label: string };
  actions?: ComponentChildren;
  children: ComponentChildren;
}

/** The frame of a paper's screen. */
export function PaperFrame({ back, ...rest }: PaperFrameProps) {
  return <VisitPage {...rest} back={back ?? LIST()} />;
}

/** Shown for a paper that is not on this phone. */
export function NoPaper({ id, inspection }: { id: string; inspection: LocalInspection | null }) {
  return (
    <PaperFrame id={id} title={t('papers.title')} inspection={inspection}>
      <Empty title={t('papers.unknown')}>
        <LinkButton href={visitPath(id, 'papers')}>{t('papers.back')}</LinkButton>
      </Empty>
    </PaperFrame>
  );
}
