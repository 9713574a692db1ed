/** One information that was registered from here: its number, where it stands, and what is still to be sent. */
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { isUrgent, piecesOf, waitsOf, type QueuedInformation, type SentPhoto } from '../../domain/informations';
import { useServices, useTask, type Task } from '../context';
import { Button, ConfirmDialog, Empty, Facts, List, Notice, Page, Spinner, Tag, TroubleNotice } from '../parts';
import { bytes, dayTime, say } from '../words';
import { correctedWords } from './clock';
import { hereOf, stateWords, t } from './words';

const BACK = '/app/informations';

function photoWords(photo: SentPhoto): string {
  if (photo.takenAt !== null) return t(photo.forgotten ? 'informations.photo_forgotten' : 'informations.photo_taken');
  if (photo.forgotten) return t('informations.photo_dropped');
  return t('informations.photo_waits', { done: photo.pieces, all: piecesOf(photo) });
}

function Photos({ one, task }: { one: QueuedInformation; task: Task }) {
  const { informations } = useServices();
  if (one.photos.length === 0) return null;
  return (
    <List label={t('informations.photos', { most: one.photos.length })}>
      {one.photos.map((photo, at) => (
        <li class="card" key={photo.id}>
          <p>
            <strong>{t('informations.photo_n', { n: at + 1 })}</strong> <span class="small">{bytes(photo.size)}</span>
            <br />
            <Tag tone={photo.takenAt !== null ? 'good' : photo.problem ? 'danger' : 'warning'}>{photoWords(photo)}</Tag>
          </p>
          {photo.problem && (
            <>
              <Notice tone="danger">{say(photo.problem)}</Notice>
              <div class="button-row">
                <Button busy={task.busy.value} onPress={() => task.run(() => informations.retryPhoto(one.id, photo.id))}>
                  {t('informations.photo_retry', { n: at + 1 })}
                </Button>
                <Button kind="danger" busy={task.busy.value} onPress={() => task.run(() => informations.dropPhoto(one.id, photo.id))}>
                  {t('informations.photo_drop', { n: at + 1 })}
                </Button>
              </div>
            </>
          )}
        </li>
      ))}
    </List>
  );
}

/** `/app/informations/:id`. */
export function InformationOne({ id }: { id: string }) {
  const { informations } = useServices();
  const { route } = useLocation();
  const task = useTask();
  const [asks, setAsks] = useState(false);
  const one = informations.queued.value.find((each) => each.id === id);
  const told = informations.registered.value.find((each) => each.id === id);
  const back = { href: BACK, label: t('informations.list') };
  if (!one && !told) return (
      <Page title={t('informations.one')} back={back}>
        {informations.read.value ? <Empty title={t('informations.gone')} /> : <Spinner />}
      </Page>
    );
  const standing = one ? hereOf(one) : null;
  // Once it is registered, the officer's phone says as little as the desk does.
  const above = one?.state === 'registered' && one.typed.aboutOfficer !== 'no' && !told;
  const source = told?.source ?? one?.typed.source ?? null;
  return (
    <Page
      title={t('informations.one')}
      back={back}
      actions={
        one?.state === 'refused' ? (
          <>
            <TroubleNotice trouble={task.trouble} />
            <Button
              kind="primary"
              busy={task.busy.value}
              onPress={() =>
                task.run(async () => {
                  await informations.mend(id);
                  route(`${BACK}/new/${id}`, true);
                })
              }
            >
              {t('informations.mend')}
            </Button>
          </>
        ) : undefined
      }
    >
      {standing && (
        <p role="status">
          <Tag tone={standing.tone}>{standing.words}</Tag>
        </p>
      )}
      {one?.problem && one.state !== 'registered' && <Notice tone={one.state === 'refused' ? 'danger' : 'warning'}>{say(one.problem)}</Notice>}
      {one && one.state !== 'refused' && waitsOf(one) > 0 && <p>{t('informations.what_next')}</p>}
      {above && <Notice tone="info">{t('informations.about_above')}</Notice>}
      <Facts
        facts={[
          [t('informations.number'), told?.number ?? one?.number ?? null],
          [t('informations.status'), told ? stateWords(told.state) : null],
          [t('informations.source'), source && !above ? t(`informations.source_${source}`) : null],
          [t('informations.when'), told ? dayTime(told.received_at) : one?.typed.receivedAt && !above ? dayTime(one.typed.receivedAt) : null],
          [t('informations.registered_at'), one?.registeredAt ? dayTime(one.registeredAt) : told ? dayTime(told.registered_at) : null],
          [t('informations.summary'), above ? null : (told?.summary ?? one?.typed.summary ?? null)],
          [t('informations.urgent'), above || !one || !isUrgent(one.typed) ? null : one.typed.urgent],
          [t('informations.secret_part'), one ? (one.texts.length + one.photos.length === 0 ? t('informations.secret_none') : t('informations.secret_said', { texts: one.texts.length, photos: one.photos.length })) : null],
        ]}
      />
      {one?.corrected && !above && <p class="small">{correctedWords(one.corrected)}</p>}
      {one && <Photos one={one} task={task} />}
      {one?.state !== 'refused' && <TroubleNotice trouble={task.trouble} />}
      {one?.state === 'refused' && (
        <Button kind="danger" onPress={() => setAsks(true)}>
          {t('informations.drop')}
        </Button>
      )}
      {asks && (
        <ConfirmDialog
          title={t('informations.drop_ask')}
          confirm={t('informations.drop')}
          danger
          onClose={() => setAsks(false)}
          onConfirm={async () => {
            await informations.drop(id);
            route(BACK, true);
          }}
        >
          <p>{t('informations.drop_why')}</p>
        </ConfirmDialog>
      )}
    </Page>
  );
}
