/** Captured bytes that nothing names: shown in the outbox until the officer decides. */
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Stray } from '../../app/stray-services';
import { useServices, useTask } from '../context';
import { Button, ConfirmDialog, List, Notice, TroubleNotice } from '../parts';
import { bytes, dayTime } from '../words';
import { t } from '../words/places';
import { saveFile } from './save-file';

function One({ one, n }: { one: Stray; n: number }) {
  const { strays } = useServices();
  const { route } = useLocation();
  const task = useTask();
  const [asks, setAsks] = useState(false);
  return (
    <li class="card">
      <p>
        <strong>{t(one.kind === 'sealed' ? 'strays.sealed' : 'strays.file', { n })}</strong>
        <br />
        <span class="small">{[bytes(one.size), one.at === null ? null : dayTime(one.at)].filter(Boolean).join(' · ')}</span>
      </p>
      <TroubleNotice trouble={task.trouble} />
      <div class="button-row">
        {one.kind === 'sealed' && (
          <Button busy={task.busy.value} onPress={() => task.run(async () => route(`/app/informations/new/${await strays.adopt(one.id)}`))}>
            {t('strays.adopt', { n })}
          </Button>
        )}
        {one.kind === 'file' && strays.mayOpen.value && (
          <Button busy={task.busy.value} onPress={() => task.run(async () => saveFile(await strays.file(one.id)))}>
            {t('strays.save', { n })}
          </Button>
        )}
        <Button kind="danger" onPress={() => setAsks(true)}>
          {t('strays.throw', { n })}
        </Button>
      </div>
      {asks && (
        <ConfirmDialog title={t('strays.throw_ask', { n })} confirm={t('strays.throw', { n })} danger onClose={() => setAsks(false)} onConfirm={() => strays.throwAway(one.id)}>
          <p>{t('strays.throw_why')}</p>
        </ConfirmDialog>
      )}
    </li>
  );
}

export function Strays() {
  const { strays } = useServices();
  const found = strays.found.value;
  if (found.length === 0) return null;
  const closed = !strays.mayOpen.value && found.some((one) => one.kind === 'file');
  return (
    <section>
      <Notice tone="warning" title={t('strays.title', { count: found.length })}>
        <p>{t('strays.means')}</p>
        {closed && <p>{t('strays.whose')}</p>}
      </Notice>
      <List label={t('strays.list')}>{found.map((one, at) => <One key={one.id} one={one} n={at + 1} />)}</List>
    </section>
  );
}
