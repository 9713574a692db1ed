/** Copies that the officer wanted to hand over once there is a signal, and those that the server refused to record. */
import { List, Row, Tag } from '../parts';
import { useServices } from '../context';
import { dayTime, say, t } from '../words';

export function HomeCopies() {
  const { copies } = useServices();
  const wishes = copies.wishes.value;
  const refused = copies.queued.value.filter((one) => one.problem !== null);
  if (wishes.length + refused.length === 0) return null;
  return (
    <section>
      <h2>
        {t('home.copies')} ({wishes.length + refused.length})
      </h2>
      <List label={t('home.copies')}>
        {refused.map(({ paper, said, problem }) => (
          <Row
            key={said.id}
            href={`/app/inspections/${paper.inspectionId}/copies/${paper.code}`}
            icon="minutes"
            title={paper.name}
            note={
              <>
                <Tag tone="danger">{t('home.copies_refused')}</Tag>
                <br />
                {problem === null ? '' : say(problem)}
              </>
            }
          />
        ))}
        {wishes.map(({ paper, at }) => (
          <Row key={paper.code} href={`/app/inspections/${paper.inspectionId}/copies/${paper.code}`} icon="minutes" title={paper.name} note={t('home.copies_note', { time: dayTime(at) })} />
        ))}
      </List>
    </section>
  );
}
