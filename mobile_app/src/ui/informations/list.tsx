/** What this officer registered by phone: what waits, and what has its number. Nothing of what is sealed. */
import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import { isUrgent, needsAttention, waitsOf } from '../../domain/informations';
import { useServices, useTask } from '../context';
import { Button, Empty, List, Page, Row, Spinner, Tag, TroubleNotice } from '../parts';
import { dayTime, t as shell } from '../words';
import { hereOf, stateWords, t } from './words';

/** What is said of one, after the mark of what cannot wait. */
function Marked({ urgent, children }: { urgent: boolean; children: ComponentChildren }) {
  return (
    <>
      {urgent && <Tag tone="danger">{t('informations.urgent_tag')}</Tag>} {children}
    </>
  );
}

/** `/app/informations`. */
export function InformationList() {
  const { informations } = useServices();
  const { route } = useLocation();
  const task = useTask();
  const drafts = informations.drafts.value;
  const told = informations.registered.value;
  const known = new Set(told.map((one) => one.id));
  const queued = informations.queued.value;
  const open = queued.filter((one) => needsAttention(one) || waitsOf(one) > 0);
  // What the server does not list is out of the officer's sight: the number is left.
  const done = queued.filter((one) => !known.has(one.id) && !open.includes(one));
  return (
    <Page
      title={t('informations.list')}
      back={{ href: '/app/', label: shell('home.title') }}
      actions={
        <Button kind="primary" busy={task.busy.value} onPress={() => task.run(async () => route(`/app/informations/new/${await informations.begin()}`))}>
          {t('informations.begin')}
        </Button>
      }
    >
      <p class="hint">{t('informations.why')}</p>
      <TroubleNotice trouble={task.trouble} />
      {!informations.read.value && <Spinner />}
      {informations.read.value && drafts.length + queued.length + told.length === 0 && <Empty title={t('informations.none')} />}
      {drafts.length > 0 && (
        <section>
          <h2>{t('informations.drafts')}</h2>
          <List label={t('informations.drafts')}>
            {drafts.map((one) => (
              <Row key={one.id} href={`/app/informations/new/${one.id}`} icon="pen" title={one.typed.summary.trim() || t('informations.untitled')} note={<Marked urgent={isUrgent(one.typed)}>{dayTime(one.updatedAt)}</Marked>} />
            ))}
          </List>
        </section>
      )}
      {open.length > 0 && (
        <section>
          <h2>{t('informations.on_the_way')}</h2>
          <List label={t('informations.on_the_way')}>
            {open.map((one) => {
              const { words, tone } = hereOf(one);
              return <Row key={one.id} href={`/app/informations/${one.id}`} icon="send" title={one.typed.aboutOfficer === 'no' || one.state !== 'registered' ? one.typed.summary : t('informations.one')} note={<Marked urgent={one.state !== 'registered' && isUrgent(one.typed)}><Tag tone={tone}>{words}</Tag></Marked>} />;
            })}
          </List>
        </section>
      )}
      {told.length + done.length > 0 && (
        <section>
          <h2>{t('informations.own')}</h2>
          <List label={t('informations.own')}>
            {done.map((one) => (
              <Row key={one.id} href={`/app/informations/${one.id}`} title={one.number ?? ''} note={dayTime(one.registeredAt ?? one.updatedAt)} />
            ))}
            {told.map((one) => (
              <Row
                key={one.id}
                href={`/app/informations/${one.id}`}
                title={one.number}
                note={
                  <>
                    {one.summary}
                    <br />
                    {dayTime(one.registered_at)} <Tag tone="info">{stateWords(one.state)}</Tag>
                  </>
                }
              />
            ))}
          </List>
        </section>
      )}
    </Page>
  );
}
