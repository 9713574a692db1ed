/** A signature or refusal that was given, and under which minutes it stands. */
import { useEffect, useState } from 'preact/hooks';
import { canonicalHash } from '../../domain/canonical-json';
import type { LocalInspection, LocalSignature } from '../../domain/model';
import { LinkButton, Notice } from '../parts';
import { dayTime } from '../words';
import { pathOf } from './drawing';
import { shortHash, t } from './words';

/** The hand's lines as a vector picture, or the refusal in words. */
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

/** Above a pad: that this person has signed already, as after the browser's way back from the list of signers. */
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

/** A mark of the minutes' words, for the eye: SHA-256 over form, version and fields. Null while it is computed. */
export function useMinutesMark(minutes: LocalInspection['minutes']): string | null {
  const [mark, setMark] = useState<string | null>(null);
  useEffect(() => {
    let here = true;
    if (minutes === null) setMark(null);
    else {
      const { form, formVersion, fields } = minutes;
      canonicalHash({ form, form_version: formVersion, fields }).then(
        (hash) => here && setMark(shortHash(hash)),
        () => here && setMark(null),
      );
    }
    return () => {
      here = false;
    };
  }, [minutes?.id]);
  return mark;
}
