/** The frame of every screen: status line, title with the way back, content, and the main action
 * within reach of the thumb. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useServices } from '../context';
import { t } from '../words';
import { Icon } from './icon';
import { StatusLine } from './status-line';
import { Tabs } from './tabs';

interface PageProps {
  /** The screen's h1 and the document's title. It gets the focus when the screen opens, so that
   * screen readers read it. */
  title: string;
  /** Address of the back arrow. The screens of the tabs have none. */
  back?: { href: string; label: string };
  children: ComponentChildren;
  /** The main action (one primary Button or LinkButton, and at most one more), fixed
   * at the bottom. */
  actions?: ComponentChildren;
  /** Shows the app's four tabs at the bottom. */
  tabs?: boolean;
}

/** One screen. Exactly one is rendered at a time. */
export function Page({ title, back, children, actions, tabs = false }: PageProps) {
  const { accounts } = useServices();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Hiện Trường`;
  }, [title]);
  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div class="page">
      {accounts.access.value.state === 'open' && (
        <aside class="status-frame" aria-label={t('status.label')}>
          <StatusLine />
        </aside>
      )}
      <header class="page-head">
        <div class="page-title">
          {back && (
            <a class="page-back" href={back.href} aria-label={back.label}>
              <Icon name="back" />
            </a>
          )}
          <h1 tabIndex={-1} ref={heading}>
            {title}
          </h1>
        </div>
      </header>
      <main>
        <div class="page-body">{children}</div>
      </main>
      {(actions || tabs) && (
        <footer class="foot">
          {actions && <div class="dock">{actions}</div>}
          {tabs && <Tabs />}
        </footer>
      )}
    </div>
  );
}
