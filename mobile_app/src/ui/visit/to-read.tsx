/** The text in force, for reading before signing. An officer who did not write it has no other
 * screen with the whole text. */
import type { LocalMinutes } from '../../domain/model';
import { t as flow } from '../flow/words';
import { Collapsible } from '../parts';
import { MinutesText } from './minutes-text';
import { useSchema } from './use-minutes';

/** Folded by default. Shows nothing while its form is not on this phone. */
export function ToRead({ minutes }: { minutes: LocalMinutes }) {
  const schema = useSchema(minutes.form, minutes.formVersion);
  if (!schema) return null;
  return (
    <Collapsible lazy title={flow('owner.in_force')}>
      <MinutesText schema={schema} fields={minutes.fields} level={3} />
    </Collapsible>
  );
}
