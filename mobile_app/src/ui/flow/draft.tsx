/** An opinion on the draft before anybody signs. The owner of the minutes asks for it, and
 * nobody has to wait for it. */
import { useState } from 'preact/hooks';
import { draftStanding, mayPropose, photosDiffer } from '../../domain/draft-standing';
import { revisionParts } from '../../domain/inspection';
import { isNewer, ownerName, owns } from '../../domain/minutes-flow';
import type { LocalInspection } from '../../domain/model';
import { unanswered } from '../../domain/remarks';
import { Button, ConfirmDialog, Notice, type Tone } from '../parts';
import { useServices } from '../context';
import { dayTime } from '../words';
import { t } from './words';

interface Told {
  tone: Tone;
  title: string;
  lines: string[];
}

/** The notice about the latest draft; null if nobody asked for an opinion. */
function toldOf(inspection: LocalInspection): Told | null {
  const draft = draftStanding(inspection);
  if (draft === null) return null;
  const { standing, last } = draft;
  const { answer } = last;
  const asked = dayTime(last.madeAt);
  const by = { name: answer?.officerName ?? '', time: dayTime(answer?.at ?? last.madeAt) };
  const differ = photosDiffer(inspection, last) ? [t('draft.photos_differ')] : [];
  switch (standing) {
    case 'unsent':
      return { tone: 'info', title: t('draft.unsent'), lines: [t('draft.no_wait')] };
    case 'waiting':
      return { tone: 'info', title: t('draft.waiting', { time: asked }), lines: [...differ, t('draft.no_wait')] };
    case 'approved':
      return { tone: 'good', title: t('draft.approved'), lines: [t('draft.approved_by', by), ...differ] };
    case 'returned':
      return { tone: 'danger', title: t('draft.returned'), lines: [t('draft.returned_by', { ...by, count: answer?.comments.length ?? 0 }), owns(inspection) ? t('draft.returned_mend') : t('draft.returned_other', { owner: ownerName(inspection) }), t('draft.no_wait')] };
    case 'mended':
      return { tone: 'info', title: t('draft.mended'), lines: [t('draft.mended_means', by), t('draft.no_wait')] };
    case 'changed':
      return { tone: 'info', title: t('draft.changed'), lines: [t('draft.changed_means', { time: asked })] };
    case 'needless':
      return { tone: 'info', title: t('draft.needless'), lines: [t('draft.needless_means', { time: asked })] };
    case 'late':
      return { tone: 'info', title: t(answer?.approved ? 'draft.late_approved' : 'draft.late_returned', { name: by.name }), lines: [t('draft.late_means', { time: by.time }), ...(answer?.comments ?? []).map((one) => `– ${one.text}`)] };
  }
}

/** Before a draft or a file is sent: how many remarks it leaves unanswered. Shows nothing if
 * there are none. */
export function RemarksLeft({ inspection }: { inspection: LocalInspection }) {
  const count = isNewer(inspection) ? unanswered(inspection).length : 0;
  return count === 0 ? null : <p>{t('draft.remarks_left', { count })}</p>;
}

/** The state of the draft and the button that asks for an opinion. Shows nothing if there is
 * neither. `quiet` omits the button. */
export function DraftState({ inspection, quiet = false }: { inspection: LocalInspection; quiet?: boolean }) {
  const { visits } = useServices();
  const [asking, setAsking] = useState(false);
  const told = toldOf(inspection);
  const written = inspection.draft === null || inspection.draft.writtenAs !== null;
  const may = !quiet && written && mayPropose(inspection);
  if (told === null && !may) return null;
  return (
    <>
      <div role="status">
        {told !== null && (
          <Notice tone={told.tone} title={told.title}>
            {told.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </Notice>
        )}
      </div>
      {may && (
        <>
          {told === null && (
            <p>
              {t('draft.why')} {t('draft.no_wait')}
            </p>
          )}
          <div class="button-row">
            <Button onPress={() => setAsking(true)}>{t(told === null ? 'draft.send' : 'draft.send_again')}</Button>
          </div>
        </>
      )}
      {asking && (
        <ConfirmDialog title={t('draft.sure')} confirm={t('draft.title')} onConfirm={() => visits.flow.propose(inspection.id)} onClose={() => setAsking(false)}>
          <p>{t('draft.sure_text', { time: dayTime(inspection.minutes?.madeAt ?? ''), photos: revisionParts(inspection)?.photos.length ?? 0 })}</p>
          <RemarksLeft inspection={inspection} />
          <p>{t('draft.no_wait')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
