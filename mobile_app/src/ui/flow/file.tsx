/** After the submission: the minutes are final, and rulings concern the file. */
import { isFinal } from '../../domain/minutes-flow';
import type { LocalFile, LocalInspection } from '../../domain/model';
import { RULED } from '../../domain/steps';
import { LinkButton, Notice, type Tone } from '../parts';
import { usePlaceName } from '../remark-places';
import { dayTime } from '../words';
import { t } from './words';

const TONES = { supplement_asked: 'warning', verifying: 'warning', agreed: 'good', taken_over: 'info' } as const satisfies Record<keyof typeof RULED, Tone>;

function Ruled({ file, status, inspection }: { file: LocalFile; status: keyof typeof RULED; inspection: LocalInspection }) {
  const place = usePlaceName(inspection);
  const ruling = file.rulings.findLast((one) => one.kind === RULED[status]);
  if (!ruling) return null;
  const { officer_name: name, points, reason } = ruling;
  return (
    <Notice tone={TONES[status]} title={t(`file.${status}`, { name, count: points.length })}>
      <p>{t('file.at', { time: dayTime(ruling.at) })}</p>
      {reason !== null && <p>{t('file.reason', { reason })}</p>}
      {status === 'supplement_asked' && (
        <>
          <ol>
            {points.map((point, index) => (
              <li key={index}>
                {point.text}
                <br />
                <span class="small">{place({ photoId: point.at.photo_id ?? null, field: point.at.field ?? null })}</span>
              </li>
            ))}
          </ol>
          <p>{t('file.supplement_means')}</p>
          <LinkButton href={`/app/inspections/${inspection.id}/supplement`}>{t('file.answer')}</LinkButton>
        </>
      )}
    </Notice>
  );
}

/** Shows nothing before the submission or in the older flow. */
export function FileState({ inspection }: { inspection: LocalInspection }) {
  if (!isFinal(inspection)) return null;
  const { file } = inspection;
  return (
    <div role="status">
      {file === null && <Notice tone="info">{t('file.unsent')}</Notice>}
      {file?.status === 'open' && <Notice tone="info" title={t('state.submitted')}>{t('file.open')}</Notice>}
      {file?.status === 'not_needed' && <Notice tone="good">{t('file.not_needed')}</Notice>}
      {file !== null && file.status !== 'open' && file.status !== 'not_needed' && <Ruled file={file} status={file.status} inspection={inspection} />}
      {file?.supplements.map((one) => (
        <Notice key={one.id} tone="info" title={t('file.supplemented', { time: dayTime(one.madeAt), name: one.officerName })}>
          <ol>
            {one.answers.map((answer) => (
              <li key={answer.point}>{answer.text}</li>
            ))}
          </ol>
        </Notice>
      ))}
    </div>
  );
}

/** Says that final minutes are not rewritten, and how faults are corrected. */
export function Final({ inspection }: { inspection: LocalInspection }) {
  if (!isFinal(inspection)) return null;
  return (
    <Notice tone="info" title={t('file.final')}>
      {t('file.final_means')}
    </Notice>
  );
}
