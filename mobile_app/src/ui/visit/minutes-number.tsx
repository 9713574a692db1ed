/** The number of the minutes, given on the screen of signatures after all have signed. */
import { useEffect, useState } from 'preact/hooks';
import { numbersMinutes } from '../../domain/minutes-flow';
import type { LocalInspection } from '../../domain/model';
import { useServices } from '../context';
import { CopyLink } from '../copies/link';
import { Button, ConfirmDialog, Notice } from '../parts';
import { dayTime } from '../words';
import { MakerSignature } from './maker-signature';
import { PaperCode, usePaperCode } from './paper-code';
import { useMinutesMark } from './signed';
import { t } from './words';

/** How many numbers are left on this phone. Read again when the minutes change. */
function useNumbersLeft(inspection: LocalInspection): number | null {
  const { visits } = useServices();
  const [left, setLeft] = useState<number | null>(null);
  const form = inspection.minutes?.form ?? null;
  useEffect(() => {
    let here = true;
    if (form === null) return undefined;
    visits.numbersLeft(form).then(
      (count) => here && setLeft(count),
      () => here && setLeft(null),
    );
    return () => {
      here = false;
    };
  }, [visits, form, inspection.acts.length]);
  return left;
}

/** Whether the number may be asked for now: all have signed, and nothing typed waits to be written. */
export function mayNumber(inspection: LocalInspection, complete: boolean, unwritten: boolean): boolean {
  return complete && !unwritten && inspection.number === null && numbersMinutes(inspection) && inspection.draft?.wantsNumber !== true;
}

/** The number, or where it stands. */
export function NumberOfMinutes({ inspection, complete }: { inspection: LocalInspection; complete: boolean }) {
  const left = useNumbersLeft(inspection);
  const { number } = inspection;
  const code = usePaperCode(number);
  const mark = useMinutesMark(inspection.minutes);
  if (number !== null) {
    return (
      <>
        <Notice tone="good" title={t('number.given', { number: number.text, time: dayTime(number.madeAt) })}>
          {t('number.closed')}
        </Notice>
        {code !== null && <PaperCode code={code} label={t('number.code')} why={t('number.code_why')} />}
        {code !== null && <CopyLink inspectionId={inspection.id} code={code} />}
        {inspection.minutes !== null && <MakerSignature inspectionId={inspection.id} written={inspection.minutes.id} mark={mark} />}
      </>
    );
  }
  if (!numbersMinutes(inspection)) return null;
  if (inspection.draft?.wantsNumber) {
    return (
      <Notice tone="warning" live="polite">
        {t('number.waits')}
      </Notice>
    );
  }
  return complete && left !== null ? <p class="hint">{left > 0 ? t('number.left', { count: left }) : t('number.left_none')}</p> : null;
}

/** The button, which asks first. */
export function GiveNumber({ id }: { id: string }) {
  const { visits } = useServices();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button kind="primary" onPress={() => setAsking(true)}>
        {t('number.give')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('number.sure')}
          confirm={t('number.give')}
          onConfirm={async () => {
            await visits.numberMinutes(id);
          }}
          onClose={() => setAsking(false)}
        >
          <p>{t('number.text')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
