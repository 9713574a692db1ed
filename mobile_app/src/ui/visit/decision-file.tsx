/** Opens the signed file of a paper: the PDF or the scan that this phone keeps. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DecisionPaper } from '../../domain/decision';
import { useServices, useTask } from '../context';
import { Button, Notice, TroubleNotice } from '../parts';
import { bytes as size } from '../words';
import { t } from './decision-words';

/** Larger files are not kept (app/decision-files.ts). */
const MOST_KEPT = 20_000_000;

export function DecisionFile({ inspectionId, paper }: { inspectionId: string; paper: DecisionPaper }) {
  const { decisionFiles } = useServices();
  const task = useTask();
  const [opened, setOpened] = useState<{ href: string; name: string } | null>(null);
  const link = useRef<HTMLAnchorElement>(null);
  const picture = paper.media_type === 'image/jpeg';
  useEffect(() => {
    if (opened === null) return;
    link.current?.click();
    return () => URL.revokeObjectURL(opened.href);
  }, [opened]);
  const open = (): Promise<boolean> =>
    task.run(async () => {
      const data = await decisionFiles.open(inspectionId, paper);
      setOpened({ href: URL.createObjectURL(new Blob([data], { type: paper.media_type })), name: `${paper.number.replaceAll('/', '-')}.${picture ? 'jpg' : 'pdf'}` });
    });
  const here = decisionFiles.here.value.has(paper.sha256);
  return (
    <>
      <TroubleNotice trouble={task.trouble} />
      <Button busy={task.busy.value} onPress={open}>
        {t('decision.open', { size: size(paper.size) })}
      </Button>
      <p class="hint">{t(here ? 'decision.here' : paper.size > MOST_KEPT ? 'decision.too_large' : 'decision.not_here', { size: size(paper.size) })}</p>
      {paper.seal_name && <p class="hint">{t('decision.sealed', { name: paper.seal_name })}</p>}
      {(paper.former_members ?? []).length > 0 && <p class="hint">{t('decision.former', { names: (paper.former_members ?? []).join(', ') })}</p>}
      {opened && picture && <img class="door-picture" src={opened.href} alt={t('decision.picture')} />}
      {opened && !picture && (
        <Notice tone="good" live="polite">
          <a href={opened.href} download={opened.name} ref={link}>
            {t('decision.saved', { name: opened.name })}
          </a>
        </Notice>
      )}
    </>
  );
}
