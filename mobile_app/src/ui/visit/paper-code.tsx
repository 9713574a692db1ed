/** The public code of a numbered paper, as text and as a QR code: made here, without a signal. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useServices } from '../context';
import { codeOf, verifyUrl } from '../../domain/codes';
import type { GivenNumber } from '../../domain/model';
import { qr, qrPath } from '../../domain/qr';
import './paper-code.css';

/** Null while it is being computed, and for a paper without one. */
export function usePaperCode(number: GivenNumber | null): string | null {
  const [code, setCode] = useState<string | null>(null);
  useEffect(() => {
    let here = true;
    setCode(null);
    if (number !== null) {
      codeOf(number).then(
        (found) => here && setCode(found),
        () => undefined,
      );
    }
    return () => {
      here = false;
    };
  }, [number?.text, number?.code, number?.act?.id]);
  return code;
}

/** `label` and `why` are in the language of what surrounds it: a paper is Vietnamese. */
export function PaperCode({ code, label, why }: { code: string; label: string; why: string }) {
  const publicUrl = useServices().checks.publicUrl.value;
  const modules = useMemo(() => qr(verifyUrl(publicUrl, code)), [publicUrl, code]);
  const side = modules.length + 8;
  return (
    <figure class="paper-code">
      <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={`${label} ${code}`} shape-rendering="crispEdges">
        <rect width={side} height={side} fill="#fff" />
        <path d={qrPath(modules)} fill="#000" />
      </svg>
      <figcaption>
        {label} <b class="mono">{code}</b>
        <br />
        <span>{why}</span>
      </figcaption>
    </figure>
  );
}
