/** Minutes beside. The whole team sees them until somebody decides about them. */
import { setsAside } from '../../domain/minutes-flow';
import type { LocalBeside, LocalInspection } from '../../domain/model';
import { List, Notice, Row, Tag } from '../parts';
import { dayTime } from '../words';
import { t } from './words';

export function byWhom({ mine, officerName, madeAt }: LocalBeside): string {
  return t(mine ? 'beside.by_you' : 'beside.by', { name: officerName, time: dayTime(madeAt) });
}

function Entry({ id, one }: { id: string; one: LocalBeside }) {
  const note = (
    <>
      {one.setAside === null ? t('beside.read') : t('beside.set_aside', { reason: one.setAside })} {!one.told && <Tag tone="warning">{t('beside.unsent')}</Tag>}
    </>
  );
  return <Row href={`/app/inspections/${id}/beside/${one.id}`} icon="minutes" title={byWhom(one)} note={note} />;
}

/** Shows open ones with a warning and those that were set aside below; these stay listed. */
export function Beside({ inspection }: { inspection: LocalInspection }) {
  const open = inspection.beside.filter((one) => one.setAside === null);
  const done = inspection.beside.filter((one) => one.setAside !== null);
  return (
    <>
      {open.length > 0 && (
        <section>
          <Notice tone="warning" title={t('beside.title')}>
            <p>{t(setsAside(inspection) ? 'beside.means' : 'beside.means_read')}</p>
          </Notice>
          <List label={t('beside.title')}>
            {open.map((one) => (
              <Entry key={one.id} id={inspection.id} one={one} />
            ))}
          </List>
        </section>
      )}
      {done.length > 0 && (
        <section>
          <h2>{t('beside.done_title')}</h2>
          <List label={t('beside.done_title')}>
            {done.map((one) => (
              <Entry key={one.id} id={inspection.id} one={one} />
            ))}
          </List>
        </section>
      )}
    </>
  );
}
