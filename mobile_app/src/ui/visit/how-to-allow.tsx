/** A permission that the phone refused, and how the officer allows it on each kind of phone. The
 * app cannot do that. */
import type { ComponentChildren } from 'preact';
import { Collapsible, Notice } from '../parts';
import { t } from './words';

interface HowToAllowProps {
  title: string;
  android: string;
  iphone: string;
  children?: ComponentChildren;
}

/** Both instructions, the one for this phone first. */
export function HowToAllow({ title, android, iphone, children }: HowToAllowProps) {
  const ways = /iPhone|iPad|Macintosh/.test(navigator.userAgent) ? [iphone, android] : [android, iphone];
  return (
    <>
      <Notice tone="warning" title={title} live="polite">
        <p>{ways[0]}</p>
      </Notice>
      <Collapsible title={t('place.denied_how')}>
        {ways.map((way) => (
          <p key={way}>{way}</p>
        ))}
      </Collapsible>
      {children}
    </>
  );
}
