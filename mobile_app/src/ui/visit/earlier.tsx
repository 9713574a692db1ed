/** What an officer had typed before a colleague's text replaced it. All of it is kept. */
import type { LocalInspection } from '../../domain/model';
import { useServices, useTask } from '../context';
import { t } from '../flow/words';
import { Button, Collapsible, TroubleNotice } from '../parts';
import { dayTime } from '../words';
import { MinutesText } from './minutes-text';
import { useSchema } from './use-minutes';

type Text = NonNullable<NonNullable<LocalInspection['draft']>['earlier']>[number];

function One({ id, text }: { id: string; text: Text }) {
  const { visits } = useServices();
  const task = useTask();
  const schema = useSchema(text.form, text.formVersion);
  return (
    <Collapsible lazy title={t('earlier.at', { time: dayTime(text.at) })}>
      {schema && <MinutesText schema={schema} fields={text.fields} level={3} />}
      <TroubleNotice trouble={task.trouble} />
      <Button busy={task.busy.value} onPress={() => task.run(() => visits.flow.putBack(id, text.at))}>
        {t('earlier.back')}
      </Button>
    </Collapsible>
  );
}

/** Shows nothing if there is nothing. */
export function Earlier({ inspection }: { inspection: LocalInspection }) {
  const earlier = inspection.draft?.earlier ?? [];
  if (earlier.length === 0) return null;
  return (
    <section>
      <h2>{t('earlier.title')}</h2>
      {earlier.map((text) => (
        <One key={text.at} id={inspection.id} text={text} />
      ))}
    </section>
  );
}
