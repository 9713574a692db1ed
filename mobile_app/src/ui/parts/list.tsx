/** Lists, empty states, and boxes of facts. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Tone } from './notice';
import { t } from '../words';
import { Icon, type IconName } from './icon';

/** A list without bullets. Screen readers still announce the number of entries. */
export function List({ children, label }: { children: ComponentChildren; label?: string }) {
  return (
    <ul class="list" role="list" aria-label={label}>
      {children}
    </ul>
  );
}

interface RowProps {
  title: ComponentChildren;
  note?: ComponentChildren;
  /** Address that opens when the row is touched. The whole row is the target. */
  href?: string;
  icon?: IconName;
  /** At the right end, such as a Tag. */
  end?: ComponentChildren;
}

/** One entry of a List. With `href` it is a link and ends with an arrow. */
export function Row({ title, note, href, icon, end }: RowProps) {
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      <span class="row-words">
        <span class="row-title">{title}</span>
        {note && <span class="row-note">{note}</span>}
      </span>
      {end && <span class="row-end">{end}</span>}
      {href && <Icon name="forward" />}
    </>
  );
  return (
    <li>
      {href ? (
        <a class="row" href={href}>
          {inside}
        </a>
      ) : (
        <div class="row">{inside}</div>
      )}
    </li>
  );
}

/** One or two words about the state of something. */
export function Tag({ children, tone = 'info' }: { children: ComponentChildren; tone?: Tone }) {
  return <span class={`tag tag-${tone}`}>{children}</span>;
}

/** Shown instead of an empty list: why it is empty and what to do. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children}
    </div>
  );
}

/** A white box around related content. */
export function Card({ children }: { children: ComponentChildren }) {
  return <div class="card">{children}</div>;
}

interface FactsProps {
  facts: [term: string, value: ComponentChildren | null][];
}

/** Terms with their values. Entries whose value is null or empty are left out. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl class="facts">
      {facts
        .filter(([, value]) => value !== null && value !== '')
        .map(([term, value]) => (
          <>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </>
        ))}
    </dl>
  );
}

interface CollapsibleProps {
  title: ComponentChildren;
  children: ComponentChildren;
  open?: boolean;
  /** Renders the folded content only once it is opened, for lists of hundreds. */
  lazy?: boolean;
}

/** Folded until it is touched. It is the browser's details element. */
export function Collapsible({ title, children, open = false, lazy = false }: CollapsibleProps) {
  const [wanted, setWanted] = useState(open || !lazy);
  return (
    <details
      class="collapsible"
      open={open}
      onToggle={(event) => {
        if (event.currentTarget.open) setWanted(true);
      }}
    >
      <summary>
        <Icon name="forward" />
        <span class="row-words">{title}</span>
      </summary>
      <div class="collapsible-body">{wanted && children}</div>
    </details>
  );
}

/** Hashes and identifiers, folded as at the desk: an officer does not need them, and a support desk may ask for them. */
export function Technical({ facts }: FactsProps) {
  return (
    <Collapsible title={t('technical')}>
      <Facts facts={facts} />
    </Collapsible>
  );
}
