/** The drafts that wait for a head's signature. Needs a signal. */
import { useEffect, useState } from 'preact/hooks';
import type { DecisionOnPhone, DecisionsToSign } from '../../wire';
import { useServices, useTask } from '../context';
import { Button, Empty, List, Notice, Page, Row, Spinner, TroubleNotice } from '../parts';
import { dayTime, say } from '../words';
import { SIGNING } from './sign-decision';
import { t } from './words';

/** `/app/decisions`. */
export function ToSign() {
  const { decisions, visits } = useServices();
  const task = useTask();
  const [found, setFound] = useState<DecisionsToSign | null>(null);
  const [before, setBefore] = useState<DecisionOnPhone | null>(null);
  const load = () =>
    task.run(async () => {
      setFound(await decisions.list());
      const signing = await visits.typed(SIGNING);
      if (signing === null) return;
      setBefore(await decisions.look(signing));
      await visits.keepTyped(SIGNING, null);
    });
  useEffect(() => void load(), []);
  return (
    <Page title={t('sign.list')} back={{ href: '/app/', label: t('home.mine') }}>
      <Notice tone="info">{t('sign.online')}</Notice>
      <TroubleNotice trouble={task.trouble} />
      {before !== null && <Before before={before} />}
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

/** What became of a signature whose answer never arrived: no signal, or the app was closed meanwhile. */
function Before({ before: { paper } }: { before: DecisionOnPhone }) {
  const { number, state, subject_name } = paper.row;
  if (number === null || state === 'draft') return <Notice tone="warning" title={subject_name}>{t('sign.interrupted')}</Notice>;
  return <Notice tone="good" title={t('sign.done', { number })}>{subject_name}</Notice>;
}
