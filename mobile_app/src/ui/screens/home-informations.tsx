/** Information that the officer is writing down, or that the server did not take. */
import { needsAttention, waitsOf } from '../../domain/informations';
import { useServices } from '../context';
import { LinkButton, List, Row, Tag } from '../parts';
import { dayTime, t } from '../words';

/** Who takes information in (backend/intake: RECEIVERS). */
const RECEIVERS = ['inspector', 'team_leader', 'supervisor', 'clerk'];

/** The way to the list, for those who take information in. */
export function InformButton() {
  const access = useServices().accounts.access.value;
  const roles: readonly string[] = access.state === 'open' ? access.officer.roles : [];
  return roles.some((role) => RECEIVERS.includes(role)) ? <LinkButton href="/app/informations">{t('home.inform')}</LinkButton> : null;
}

export function HomeInformations() {
  const { informations } = useServices();
  const drafts = informations.drafts.value;
  const open = informations.queued.value.filter((one) => needsAttention(one) || waitsOf(one) > 0);
  if (drafts.length + open.length === 0) return null;
  return (
    <section>
      <h2>
        {t('home.informations')} ({drafts.length + open.length})
      </h2>
      <List label={t('home.informations')}>
        {drafts.map((one) => (
          <Row key={one.id} href={`/app/informations/new/${one.id}`} icon="pen" title={one.typed.summary.trim() || t('home.information_untitled')} note={t('home.saved', { time: dayTime(one.updatedAt) })} />
        ))}
        {open.map((one) => (
          <Row
            key={one.id}
            href={`/app/informations/${one.id}`}
            icon="send"
            title={one.number ?? one.typed.summary}
            note={needsAttention(one) ? <Tag tone="danger">{t('home.information_wrong')}</Tag> : <Tag tone="warning">{t(one.state === 'waiting' ? 'home.information_waits' : 'home.information_photos')}</Tag>}
          />
        ))}
      </List>
    </section>
  );
}
