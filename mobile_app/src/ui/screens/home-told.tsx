/** The list of notices under the day's work: unread first, with what each is for the officer. */
import type { ListedThing } from '../../app/services';
import { Button, LinkButton, List, Row, Tag, TroubleNotice, type Tone } from '../parts';
import { useServices, useTask } from '../context';
import { dayTime, say, t } from '../words';
import type { ShellKey } from '../words/shell.vi';

const TONES: Readonly<Record<string, Tone>> = { overdue: 'danger', due: 'warning', returned: 'warning', supplement: 'warning', refused: 'warning', security: 'warning', approved: 'good', agreed: 'good' };
const KINDS: Readonly<Record<string, ShellKey>> = {
  submitted: 'told.submitted',
  returned: 'told.returned',
  supplement: 'told.supplement',
  agreed: 'told.agreed',
  approved: 'told.approved',
  refused: 'told.refused',
  assigned: 'told.assigned',
  due: 'told.due',
  overdue: 'told.overdue',
  changed: 'told.changed',
  security: 'told.security',
  people: 'told.people',
  law: 'told.law',
};

/** The word for a kind; null for one that this version does not know: title and text say it all. */
export function kindKey(about: string | null | undefined): ShellKey | null {
  return about ? (KINDS[about] ?? null) : null;
}

function Entry({ thing, here }: { thing: ListedThing; here: boolean }) {
  const { told } = useServices();
  const task = useTask();
  const kind = kindKey(thing.about);
  return (
    <Row
      title={
        <>
          {say(thing.title)} {kind && <Tag tone={TONES[thing.about ?? ''] ?? 'info'}>{t(kind)}</Tag>}
        </>
      }
      note={
        <>
          {say(thing.text)}
          <br />
          {dayTime(thing.at)} {thing.read && t('told.read')}
          <TroubleNotice trouble={task.trouble} />
          <span class="button-row">
            {here && <LinkButton href={`/app/inspections/${thing.record_id}`}>{t('told.open')}</LinkButton>}
            {!thing.read && (
              <Button busy={task.busy.value} onPress={() => task.run(() => told.read(thing.id))} label={`${t('home.restored_read')}: ${say(thing.title)}`}>
                {t('home.restored_read')}
              </Button>
            )}
          </span>
        </>
      }
    />
  );
}

/** Everything that the server lists for this officer. Nothing where there is nothing. */
export function ToldList() {
  const { told, visits } = useServices();
  const things = told.list.value;
  if (things.length === 0) return null;
  const here = new Set(visits.all.value.map(({ id }) => id));
  const unread = things.filter(({ read }) => !read).length;
  return (
    <section>
      <h2>
        {t('told.title')} ({unread})
      </h2>
      <List label={t('told.title')}>
        {things.map((thing) => (
          <Entry key={thing.id} thing={thing} here={here.has(thing.record_id)} />
        ))}
      </List>
    </section>
  );
}
