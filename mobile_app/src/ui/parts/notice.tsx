/** A notice in words and with an icon, because colour alone conveys nothing. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ReadonlySignal } from '@preact/signals';
import type { Text } from '../../wire';
import { say } from '../words';
import { Icon, type IconName } from './icon';

export type Tone = 'info' | 'warning' | 'danger' | 'good';

const icons: Record<Tone, IconName> = { info: 'info', warning: 'warning', danger: 'stop', good: 'check' };

interface NoticeProps {
  tone: Tone;
  title?: string;
  children?: ComponentChildren;
  /** How screen readers announce it: politely, or immediately if it stops the work. */
  live?: 'polite' | 'assertive';
}

/** A box in one tone. */
export function Notice({ tone, title, children, live }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`} role={live === 'assertive' ? 'alert' : live === 'polite' ? 'status' : undefined}>
      <Icon name={icons[tone]} />
      <div class="notice-words">
        {title && <p class="notice-title">{title}</p>}
        {typeof children === 'string' ? <p>{children}</p> : children}
      </div>
    </div>
  );
}

/** What went wrong with the last press (useTask). It is announced immediately and scrolled into
 * view, because on a small screen it may be under the buttons at the bottom. Shows nothing while
 * all is well. */
export function TroubleNotice({ trouble }: { trouble: ReadonlySignal<Text | null> }) {
  const place = useRef<HTMLDivElement>(null);
  const text = trouble.value;
  useEffect(() => {
    if (text) place.current?.scrollIntoView({ block: 'center' });
  }, [text]);
  return text ? (
    <div ref={place}>
      <Notice tone="danger" live="assertive">
        {say(text)}
      </Notice>
    </div>
  ) : null;
}
