/** The drafts that wait for a head's signature. Needs a signal. */
import { useEffect, useState } from 'preact/hooks';
import type { DecisionsToSign } from '../../wire';
import { useServices, useTask } from '../context';
import { Button, Empty, List, Notice, Page, Row, Spinner, TroubleNotice } from '../parts';
import { dayTime, say } from '../words';
import { t } from './words';

/** `/app/decisions`. */
export function ToSign() {
  const { decisions } = useServices();
  const task = useTask();
  const [found, setFound] = useState<DecisionsToSign | null>(null);
  const load = () => task.run(async () => setFound(await decisions.list()));
  useEffect(() => void load(), []);
  return (
    <Page title={t('sign.list')} back={{ href: '/app/', label: t('home.mine') }}>
      <Notice tone="info">{t('sign.online')}</Notice>
      <TroubleNotice trouble={task.trouble} />
      {found === null && task.busy.value && <Spinner />}
      {found?.rows.length === 0 && <Empty title={t('sign.none')} />}
      {found !== null && found.rows.length > 0 && (
        <List label={t('sign.list')}>
          {found.rows.map((row) => (
            <Row
              key={row.id}
              href={`/app/decisions/${row.id}`}
              icon="pen"
              title={row.subject_name}
              note={
                <>
                  {say(row.title)} · {row.place}
                  <br />
                  {t(row.proposed ? 'sign.proposed_by' : 'sign.drafted_by', { name: row.drafted_by_name, time: dayTime(row.drafted_at) })}
                </>
              }
            />
          ))}
        </List>
      )}
      <div class="button-row">
        <Button busy={task.busy.value} onPress={load}>
          {t('sign.again')}
        </Button>
      </div>
    </Page>
  );
}
