/** The whole minutes as text, for reading aloud and for checking before submission. */
import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { say } from '../words';
import { sectionsOf, type Entry } from './plain-text';
import type { FormSchema } from './schema';
import { speech, t } from './words';

/** Content below an entry's value, such as the place for a reader's remark. */
export const UnderEntry = createContext<(entry: Entry) => ComponentChildren>(() => null);

/** The value of one entry. */
export function Value({ entry }: { entry: Entry }) {
  const { value } = entry;
  if (typeof value === 'string') return <p class="text-value">{value === '' ? t('read.none') : value}</p>;
  if (Array.isArray(value[0])) {
    return (
      <ol>
        {(value as Entry[][]).map((row, at) => (
          <li key={at}>{row.length === 1 && row[0] !== undefined ? <Value entry={row[0]} /> : <Entries entries={row} />}</li>
        ))}
      </ol>
    );
  }
  return <Entries entries={value as Entry[]} />;
}

function Entries({ entries }: { entries: Entry[] }) {
  const under = useContext(UnderEntry);
  return (
    <dl class="facts">
      {entries.map((entry) => (
        <div key={entry.pointer}>
          <dt>{say(entry.label)}</dt>
          <dd>
            <Value entry={entry} />
            {under(entry)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Sections of the form in the order of the paper. `level` is that of the headings. */
export function MinutesText({ schema, fields, level }: { schema: FormSchema; fields: Record<string, unknown>; level: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div class="minutes-text">
      {sectionsOf(schema, fields, speech()).map((section) => (
        <section key={section.key}>
          <Heading>{say(section.label)}</Heading>
          <Entries entries={section.entries} />
        </section>
      ))}
    </div>
  );
}
