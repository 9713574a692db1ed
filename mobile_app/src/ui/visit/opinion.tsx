/** A supervisor looks at the draft of a team that waits in a shop and gives an opinion:
 * approved, or returned with remarks. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { overlay, photosOf, type LocalPhoto } from '../../domain/inspection';
import type { OpinionDraft, OpinionRemark } from '../../app/visit-services';
import type { InspectionView } from '../../wire';
import { textOf, useServices, useTask } from '../context';
import { t } from '../flow/words';
import { Button, ConfirmDialog, Empty, Facts, LinkButton, Notice, Page, Spinner, TextArea, TroubleNotice } from '../parts';
import { dayTime, say } from '../words';
import { MinutesText, UnderEntry } from './minutes-text';
import { useBytesUrl, Thumbnail, useSmallPicture } from './picture';
import { sentOpinion, SentOpinion } from './opinion-sent';
import { numberWords } from './photo-words';
import type { Entry } from './plain-text';
import { useSchema } from './use-minutes';
import { t as visit } from './words';
import './visit.css';

type Draft = InspectionView['drafts'][number];
type Place = OpinionRemark['at'];

const HOME = '/app/';

function samePlace(one: Place, other: Place): boolean {
  return (one.field ?? null) === (other.field ?? null) && (one.photo_id ?? null) === (other.photo_id ?? null);
}

/** The remarks, and how to change them. */
interface Remarking {
  /** Whether remarks can be entered. Until then the draft is only for reading. */
  open: boolean;
  remarks: readonly OpinionRemark[];
  change: (at: Place, text: string | null) => void;
}

/** The remark on one field or photograph: a button, then a text that is saved from the
 * first letter on. */
function RemarkAt({ at, what, remarking }: { at: Place; what: string; remarking: Remarking }) {
  const remark = remarking.remarks.find((one) => samePlace(one.at, at));
  if (!remark) {
    if (!remarking.open) return null;
    return (
      <Button kind="quiet" onPress={() => remarking.change(at, '')} label={t('opinion.remark_at', { what })}>
        {t('opinion.remark')}
      </Button>
    );
  }
  return (
    <div class="card remark">
      <TextArea label={t('opinion.remark_at', { what })} value={remark.text} onInput={(text) => remarking.change(at, text)} limit={2000} rows={2} />
      <Button kind="quiet" onPress={() => remarking.change(at, null)}>
        {t('opinion.drop')}
      </Button>
    </div>
  );
}

/** A photograph of the draft: small, and large on request. */
function Shown({ photo, remarking }: { photo: LocalPhoto; remarking: Remarking }) {
  const { opinions } = useServices();
  const task = useTask();
  const [large, setLarge] = useState<ArrayBuffer | null>(null);
  const small = useSmallPicture(photo);
  const url = useBytesUrl(`large ${photo.id}`, large, 'image/jpeg');
  const name = `${numberWords(photo)}: ${photo.caption ?? visit('photo.no_caption')}`;
  return (
    <li class="card">
      {url === null ? <Thumbnail of={photo.id} bytes={small} alt={name} missing={t('opinion.not_here')} /> : <img class="large" src={url} alt={name} decoding="async" />}
      <p>
        <strong>{name}</strong>
        <br />
        <span class="small">{`${dayTime(photo.takenAt)} · ${photo.told?.officer_name ?? ''}`}</span>
      </p>
      <TroubleNotice trouble={task.trouble} />
      <div class="button-row">
        {large === null && photo.told?.stored && (
          <Button busy={task.busy.value} onPress={() => task.run(async () => setLarge(await opinions.picture(photo.id)))} label={`${t('opinion.larger')}: ${name}`}>
            {t('opinion.larger')}
          </Button>
        )}
      </div>
      <RemarkAt at={{ photo_id: photo.id }} what={numberWords(photo)} remarking={remarking} />
    </li>
  );
}

function MinutesOf({ view, draft, remarking }: { view: InspectionView; draft: Draft; remarking: Remarking }) {
  const minutes = view.all_minutes.find((one) => one.id === draft.minutes) ?? null;
  const schema = useSchema(minutes?.form ?? null, minutes?.form_version ?? 0);
  const under = (entry: Entry) => (typeof entry.value === 'string' ? <RemarkAt at={{ field: entry.pointer }} what={say(entry.label)} remarking={remarking} /> : null);
  return (
    <section aria-labelledby="draft-minutes">
      <h2 id="draft-minutes">{t('opinion.minutes')}</h2>
      {schema === null && <Notice tone="warning">{t('opinion.no_form')}</Notice>}
      {schema && minutes && (
        <UnderEntry.Provider value={under}>
          <MinutesText schema={schema} fields={minutes.fields} level={3} />
        </UnderEntry.Provider>
      )}
    </section>
  );
}

interface Looked {
  view: InspectionView;
  draft: Draft;
  kept: OpinionDraft | null;
}

/** The draft, and the supervisor's opinion on it. */
function Answering({ view, draft, kept }: Looked) {
  const { opinions, accounts } = useServices();
  const task = useTask();
  const [remarks, setRemarks] = useState<OpinionRemark[]>(kept?.remarks ?? []);
  const [open, setOpen] = useState(remarks.length > 0);
  const [asking, setAsking] = useState<'approve' | 'return' | null>(null);
  const officer = accounts.access.value.state === 'open' ? accounts.access.value.officer.id : null;
  const photos = useMemo(() => {
    const named = new Set(draft.photos);
    return photosOf(overlay(view, [], [], null, false, officer)).filter((photo) => named.has(photo.sha256) && photo.sameAs === null);
  }, [view, draft, officer]);
  const save = (next: OpinionRemark[]): void => {
    setRemarks(next);
    // Without the task, which does only one thing at a time: a letter typed while another is being
    // saved must be saved as well.
    opinions.keep(view.id, { draft: draft.draft, remarks: next }).then(
      () => task.tell(null),
      (error: unknown) => task.tell(textOf(error)),
    );
  };
  const remarking: Remarking = {
    open,
    remarks,
    change: (at, text) => {
      const others = remarks.filter((one) => !samePlace(one.at, at));
      if (text === null) save(others);
      else if (others.length === remarks.length) save([...remarks, { at, text }]);
      else save(remarks.map((one) => (samePlace(one.at, at) ? { at, text } : one)));
    },
  };
  const written = remarks.filter(({ text }) => text.trim() !== '').length;
  const minutes = view.all_minutes.find((one) => one.id === draft.minutes);
  const missing = photos.filter((photo) => photo.told?.stored === false).length;
  const give = (
    <Button
      kind={written > 0 ? 'primary' : 'plain'}
      onPress={() => {
        setOpen(true);
        if (written > 0) setAsking('return');
      }}
    >
      {t(open ? 'opinion.return' : 'opinion.return_begin')}
    </Button>
  );
  return (
    <DraftPage
      view={view}
      actions={
        <>
          <TroubleNotice trouble={task.trouble} />
          <div role="status">{open && written === 0 && <p class="dock-words">{t('opinion.how')}</p>}</div>
          {written > 0 && give}
          <Button kind={written > 0 ? 'plain' : 'primary'} onPress={() => setAsking('approve')}>
            {t('opinion.approve')}
          </Button>
          {written === 0 && give}
        </>
      }
    >
      <p>{t('opinion.asked', { name: draft.officer_name, time: dayTime(draft.made_at) })}</p>
      {missing > 0 && <Notice tone="warning">{t('opinion.missing', { count: missing })}</Notice>}
      {kept !== null && kept.draft !== draft.draft && remarks.length > 0 && <Notice tone="info">{t('opinion.other_draft')}</Notice>}
      {open && <p class="hint">{t('opinion.kept')}</p>}
      <MinutesOf view={view} draft={draft} remarking={remarking} />
      <Loose view={view} draft={draft} photos={photos} remarking={remarking} />
      <section aria-labelledby="draft-photos">
        <h2 id="draft-photos">{t('opinion.photos', { count: photos.length })}</h2>
        {photos.length === 0 && <p>{t('opinion.no_photos')}</p>}
        <ul class="list plain" role="list">
          {photos.map((photo) => (
            <Shown key={photo.id} photo={photo} remarking={remarking} />
          ))}
        </ul>
      </section>
      {asking === 'approve' && (
        <ConfirmDialog title={t('opinion.approve_sure')} confirm={t('opinion.approve')} onConfirm={() => opinions.approve(view.id, draft.draft, draft.id)} onClose={() => setAsking(null)}>
          <p>{t('opinion.approve_text', { time: dayTime(minutes?.made_at ?? draft.made_at), photos: photos.length })}</p>
          {missing > 0 && <p>{t('opinion.missing', { count: missing })}</p>}
          {written > 0 && <p>{t('opinion.approve_drops', { count: written })}</p>}
        </ConfirmDialog>
      )}
      {asking === 'return' && (
        <ConfirmDialog title={t('opinion.return_sure', { count: written })} confirm={t('opinion.return')} onConfirm={() => opinions.giveBack(view.id, { draft: draft.draft, remarks }, draft.id)} onClose={() => setAsking(null)}>
          <ol>
            {remarks.filter(({ text }) => text.trim() !== '').map((one) => (
              <li key={`${one.at.field ?? ''}${one.at.photo_id ?? ''}`}>{one.text}</li>
            ))}
          </ol>
          <p>{t('opinion.return_text')}</p>
        </ConfirmDialog>
      )}
    </DraftPage>
  );
}

/** Remarks on what the draft no longer contains. They are shown and can be deleted or sent, but
 * are never lost silently. */
function Loose({ view, draft, photos, remarking }: { view: InspectionView; draft: Draft; photos: readonly LocalPhoto[]; remarking: Remarking }) {
  const fields = view.all_minutes.find((one) => one.id === draft.minutes)?.fields ?? {};
  const loose = remarking.remarks.filter(({ at }) => (at.photo_id ? !photos.some((photo) => photo.id === at.photo_id) : !stands(fields, at.field ?? '')));
  if (loose.length === 0) return null;
  return (
    <section aria-labelledby="loose">
      <h2 id="loose">{t('opinion.loose')}</h2>
      {loose.map(({ at }) => (
        <RemarkAt key={`${at.field ?? ''}${at.photo_id ?? ''}`} at={at} what={at.field ?? ''} remarking={remarking} />
      ))}
    </section>
  );
}

/** Whether there is a value at a JSON Pointer (RFC 6901), including an empty list that is
 * shown as such. */
function stands(fields: Record<string, unknown>, pointer: string): boolean {
  let at: unknown = fields;
  for (const part of pointer.split('/').slice(1)) {
    if (typeof at !== 'object' || at === null) return false;
    at = (at as Record<string, unknown>)[part.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return at !== undefined || !pointer.slice(1).includes('/');
}

function DraftPage({ view, children, actions }: { view: InspectionView | null; children: ComponentChildren; actions?: ComponentChildren }) {
  const subject = view?.decision.subject;
  return (
    <Page title={t('opinion.title')} back={{ href: HOME, label: visit('visit.home') }} {...(actions ? { actions } : {})}>
      {view && subject && (
        <Facts
          facts={[
            [t('opinion.party'), subject.name],
            [t('opinion.place'), view.decision.place],
            [t('opinion.decision'), view.decision.number],
          ]}
        />
      )}
      {children}
    </Page>
  );
}

/** Says why there is nothing to answer. */
function Gone({ view }: { view: InspectionView }) {
  const last = view.drafts.at(-1);
  const answer = last?.answer ?? null;
  const why = answer
    ? t('opinion.gone_answered', { name: answer.officer_name, time: dayTime(answer.at) })
    : last?.waits
      ? t('opinion.gone_not_yours')
      : t('opinion.gone_signed');
  return (
    <DraftPage view={view}>
      <Empty title={t('opinion.gone')}>
        <p>{why}</p>
        <LinkButton href={HOME}>{visit('visit.home')}</LinkButton>
      </Empty>
    </DraftPage>
  );
}

/** The screen. `id` is the inspection's. */
export function Opinion({ id }: { id: string }) {
  const { opinions, outbox } = useServices();
  const task = useTask();
  const [looked, setLooked] = useState<{ view: InspectionView; kept: OpinionDraft | null } | null>(null);
  const load = () =>
    task.run(async () => {
      const [view, kept] = await Promise.all([opinions.look(id), opinions.typed(id)]);
      setLooked({ view, kept });
    });
  useEffect(() => void load(), [id]);
  const sent = sentOpinion(outbox.items.value, id, looked?.view.drafts.at(-1) ?? null);
  if (sent !== null) {
    return (
      <DraftPage view={looked?.view ?? null}>
        <SentOpinion sent={sent} />
      </DraftPage>
    );
  }
  if (looked === null) {
    return (
      <DraftPage view={null}>
        <p class="hint">{t('opinion.online')}</p>
        {task.trouble.value === null ? <Spinner label={t('opinion.loading')} /> : <TroubleNotice trouble={task.trouble} />}
        <div class="button-row">
          <Button busy={task.busy.value} onPress={load}>
            {t('opinion.again')}
          </Button>
        </div>
      </DraftPage>
    );
  }
  const { view, kept } = looked;
  const draft = view.drafts.find((one) => one.waits);
  if (!draft || !view.permitted.draft) return <Gone view={view} />;
  return <Answering key={draft.id} view={view} draft={draft} kept={kept} />;
}
