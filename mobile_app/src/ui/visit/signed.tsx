/** A signature or refusal that was given, and the minutes to which it belongs. */
import { useEffect, useState } from 'preact/hooks';
import { canonicalHash } from '../../domain/canonical-json';
import { markOf } from '../../domain/codes';
import type { LocalInspection, LocalSignature } from '../../domain/model';
import { LinkButton, Notice } from '../parts';
import { dayTime } from '../words';
import { pathOf } from './drawing';
import { t } from './words';

/** The drawn signature as a vector picture, or the refusal in words. */
export function Signed({ signature }: { signature: LocalSignature }) {
  const { drawing, refusal } = signature;
  if (refusal !== null) return <p class="row-note">{t('sign.refused', { reason: refusal.reason, witness: refusal.witness })}</p>;
  return (
    <>
      <p class="row-note">{t('sign.signed', { time: dayTime(signature.madeAt) })}</p>
      {drawing !== null && (
        <svg class="signature" viewBox={`0 0 ${drawing.width} ${drawing.height}`} role="img" aria-label={t('sign.drawn', { name: signature.name })}>
          <path d={pathOf(drawing)} fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" vector-effect="non-scaling-stroke" />
        </svg>
      )}
    </>
  );
}

/** Shown above a pad if this person has signed already, for example after the
 * browser's back button. */
export function Already({ signature, href }: { signature: Pick<LocalSignature, 'name' | 'madeAt' | 'refusal'> | null; href: string }) {
  if (signature === null) return null;
  const { name, madeAt, refusal } = signature;
  return (
    <Notice tone="good" title={t(refusal === null ? 'sign.already' : 'sign.already_refused', { name, time: dayTime(madeAt) })}>
      <p>{t('sign.already_means')}</p>
      <LinkButton href={href}>{t('sign.back')}</LinkButton>
    </Notice>
  );
}

/** A mark for comparing the text of minutes by eye: SHA-256 of form, version and fields. Null
 * while it is being calculated. */
export function useMinutesMark(minutes: LocalInspection['minutes']): string | null {
  const [mark, setMark] = useState<string | null>(null);
  useEffect(() => {
    let here = true;
    if (minutes === null) setMark(null);
    else {
      const { form, formVersion, fields } = minutes;
      canonicalHash({ form, form_version: formVersion, fields }).then(
        (hash) => here && setMark(markOf(hash)),
        () => here && setMark(null),
      );
    }
    return () => {
      here = false;
    };
  }, [minutes?.id]);
  return mark;
}
