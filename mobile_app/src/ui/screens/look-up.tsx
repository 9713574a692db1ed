/** Looks a number up over the whole force: recorded with its purpose, with a connection only. */
import { useState } from 'preact/hooks';
import type { PartyLookedUp } from '../../wire';
import { useServices, useTask } from '../context';
import { Button, Empty, List, Page, Row, TextField, TroubleNotice } from '../parts';
import { say } from '../words';
import { t } from '../words/places';

const LEAST_NUMBER = 6;
const LEAST_PURPOSE = 5;

/** `/app/reference/number`. What was found is forgotten when the screen is left. */
export function LookUpScreen() {
  const { searching } = useServices();
  const task = useTask();
  const [number, setNumber] = useState('');
  const [purpose, setPurpose] = useState('');
  const [wrong, setWrong] = useState<{ number?: string; purpose?: string }>({});
  const [found, setFound] = useState<PartyLookedUp[] | null>(null);

  const look = async (): Promise<void> => {
    const short = number.replace(/[^0-9\p{L}]+/gu, '').length < LEAST_NUMBER;
    const faults = {
      ...(short ? { number: t('lookup.number_needed') } : {}),
      ...(purpose.trim().length < LEAST_PURPOSE ? { purpose: t('lookup.purpose_needed') } : {}),
    };
    setWrong(faults);
    setFound(null);
    if (Object.keys(faults).length === 0) await task.run(async () => setFound(await searching.lookUp(number, purpose)));
  };

  return (
    <Page title={t('lookup.title')} back={{ href: '/app/reference', label: t('lookup.back') }}>
      <p>{t('lookup.what')}</p>
      <p class="small">{t('lookup.online')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <TextField label={t('lookup.number')} value={number} onInput={setNumber} error={wrong.number ?? null} maxLength={60} literal required enterKeyHint="next" />
        <TextField label={t('lookup.purpose')} hint={t('lookup.purpose_hint')} value={purpose} onInput={setPurpose} error={wrong.purpose ?? null} maxLength={200} required enterKeyHint="search" />
        <TroubleNotice trouble={task.trouble} />
        <Button kind="primary" busy={task.busy.value} onPress={look}>
          {t('lookup.do')}
        </Button>
      </form>
      <div role="status">
        {found !== null && found.length === 0 && (
          <Empty title={t('lookup.nobody')}>
            <p>{t('lookup.nobody_next')}</p>
          </Empty>
        )}
        {found !== null && found.length > 0 && (
          <section>
            <h2>{t('lookup.found')}</h2>
            <List label={t('lookup.found')}>
              {found.map((one) => (
                <Row
                  key={one.id ?? `${one.name} ${one.unit.vi}`}
                  title={one.name}
                  note={`${say(one.unit)}${one.id === null ? '' : ` · ${t('lookup.here')}`} · ${t('lookup.counting', { count: one.counting })}`}
                />
              ))}
            </List>
          </section>
        )}
      </div>
    </Page>
  );
}
