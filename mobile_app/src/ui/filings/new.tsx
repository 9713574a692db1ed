/** A document that is being filed: its pages or its file, and what it is. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { ASK_BYTES, FACTS, KINDS, lacking, type FiledFact, type FiledKind, type FilingDraft } from '../../domain/filings';
import { textOf, useServices, useTask } from '../context';
import { Button, ConfirmDialog, DateTimeField, Empty, Notice, NumberField, Progress, Select, TextArea, TextField, TroubleNotice } from '../parts';
import { alreadyAllowed, position, watchPosition } from '../sensors/position';
import { useInspection, VisitPage, visitPath } from '../visit/frame';
import { bytes, say } from '../words';
import { useFilings } from './list';
import { t } from './words';
import '../visit/visit.css';

/** Bytes that the browser says are free; null if it does not say. */
async function freeBytes(): Promise<number | null> {
  const told = await navigator.storage?.estimate?.().catch(() => null);
  return told?.quota === undefined || told.usage === undefined ? null : told.quota - told.usage;
}

interface Asked {
  file: File;
  free: number | null;
}

/** The pages or the file of a draft, with buttons to add and remove. */
function Parts({ draft, wrong }: { draft: FilingDraft; wrong: boolean }) {
  const { filings } = useServices();
  const camera = useRef<HTMLInputElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const task = useTask();
  const stopped = useRef(false);
  const [copied, setCopied] = useState<{ name: string; percent: number } | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const pages = draft.way === 'camera';

  const copy = async (files: readonly File[]): Promise<void> => {
    stopped.current = false;
    await task.run(async () => {
      try {
        for (const file of files) {
          setCopied({ name: file.name, percent: 0 });
          await filings.add(draft, file, (done) => setCopied({ name: file.name, percent: (100 * done) / file.size }), () => stopped.current);
        }
      } finally {
        setCopied(null);
      }
    });
  };
  const chosen = async (input: HTMLInputElement): Promise<void> => {
    const files = [...(input.files ?? [])];
    input.value = ''; // the same file may be chosen again
    const [first] = files;
    if (first === undefined) return;
    if (first.size >= ASK_BYTES && !pages) setAsked({ file: first, free: await freeBytes() });
    else await copy(files);
  };
  const noRoom = asked !== null && asked.free !== null && asked.free < asked.file.size * 1.1;
  return (
    <section>
      {draft.parts.length === 0 && copied === null && <p class={wrong ? 'field-error' : ''}>{t(pages ? 'filings.pages_none' : 'filings.file_none')}</p>}
      {draft.parts.length > 0 && (
        <ul class="list" role="list">
          {draft.parts.map((part, n) =>
            part.sha256 === null && copied !== null ? null : (
              <li class="row" key={part.id}>
                <span class="row-words">
                  <span class="row-title">{pages ? t('filings.page_n', { n: n + 1 }) : part.name}</span>
                  <span class="row-note">{part.sha256 === null ? t('filings.incomplete') : bytes(part.size)}</span>
                </span>
                {(pages || part.sha256 === null) && (
                  <Button kind="quiet" disabled={copied !== null} label={t('filings.page_remove', { n: n + 1 })} onPress={() => task.run(() => filings.removePart(draft, part.id))}>
                    ×
                  </Button>
                )}
              </li>
            ),
          )}
        </ul>
      )}
      {copied !== null && (
        <>
          <Progress label={t('filings.copying', { name: copied.name })} percent={copied.percent} />
          <Button
            onPress={() => {
              stopped.current = true;
            }}
          >
            {t('filings.stop')}
          </Button>
        </>
      )}
      <TroubleNotice trouble={task.trouble} />
      <div class="button-row">
        {pages && (
          <Button kind={draft.parts.length === 0 ? 'primary' : 'plain'} busy={task.busy.value} onPress={() => camera.current?.click()}>
            {t(draft.parts.length === 0 ? 'filings.page_photo' : 'filings.page_more')}
          </Button>
        )}
        <Button kind={!pages && draft.parts.length === 0 ? 'primary' : 'plain'} busy={task.busy.value} onPress={() => picker.current?.click()}>
          {t(pages ? 'filings.page_choose' : draft.parts.length === 0 ? 'filings.file_choose' : 'filings.file_other')}
        </Button>
      </div>
      {pages && <input ref={camera} type="file" accept="image/jpeg" capture="environment" aria-label={t('filings.page_photo')} hidden onChange={(event) => void chosen(event.currentTarget)} />}
      {pages ? (
        <input ref={picker} type="file" multiple accept="image/jpeg" aria-label={t('filings.page_choose')} hidden onChange={(event) => void chosen(event.currentTarget)} />
      ) : (
        <input ref={picker} type="file" aria-label={t('filings.file_choose')} hidden onChange={(event) => void chosen(event.currentTarget)} />
      )}
      {asked !== null && (
        <ConfirmDialog
          title={t('filings.large', { size: bytes(asked.file.size) })}
          confirm={t('filings.large_yes')}
          disabled={noRoom}
          onClose={() => setAsked(null)}
          onConfirm={() => {
            void copy([asked.file]);
          }}
        >
          <p>{t('filings.large_why', { name: asked.file.name, size: bytes(asked.file.size) })}</p>
          {asked.free !== null && (noRoom ? <Notice tone="danger">{t('filings.no_room', { size: bytes(asked.free) })}</Notice> : <p>{t('filings.room', { size: bytes(asked.free) })}</p>)}
        </ConfirmDialog>
      )}
    </section>
  );
}

const optionsOf = <T extends string>(names: Readonly<Record<T, { vi: string; en: string }>>) => (Object.keys(names) as T[]).map((value) => ({ value, label: say(names[value]) }));

function Fields({ draft, wrong }: { draft: FilingDraft; wrong: ReadonlySet<string> }) {
  const { filings } = useServices();
  const task = useTask();
  // Not as a task: while one runs, a second one does nothing, and every letter counts.
  const set = (typed: Partial<FilingDraft>): void => void filings.save(draft, typed).catch((error: unknown) => task.tell(textOf(error)));
  return (
    <>
      <TextField label={t('filings.name')} hint={t('filings.name_hint')} value={draft.title} maxLength={300} error={wrong.has('title') ? t('filings.name_needed') : null} onInput={(title) => set({ title })} />
      <Select<FiledKind> label={t('filings.kind')} nothing={t('filings.choose')} options={optionsOf(KINDS)} value={draft.kind} error={wrong.has('kind') ? t('filings.kind_needed') : null} onChange={(kind) => set({ kind: kind || null })} />
      <DateTimeField kind="day" label={t('filings.day')} value={draft.issuedOn} onInput={(issuedOn) => set({ issuedOn })} />
      <TextField label={t('filings.sender')} value={draft.sender} maxLength={500} onInput={(sender) => set({ sender })} />
      <TextField label={t('filings.number')} value={draft.number} maxLength={500} onInput={(number) => set({ number })} />
      <NumberField label={t('filings.sheets')} hint={t('filings.sheets_hint')} value={draft.sheets || null} min={1} max={500} error={wrong.has('sheets') ? t('filings.sheets_needed') : null} onInput={(sheets) => set({ sheets: sheets ?? 0 })} />
      <Select<FiledFact> label={t('filings.fact')} nothing={t('filings.fact_none')} options={optionsOf(FACTS)} value={draft.provesFact} onChange={(fact) => set({ provesFact: fact || null })} />
      <TextArea label={t('filings.proves')} value={draft.proves} maxLength={2000} rows={3} error={wrong.has('proves') ? t('filings.proves_wrong') : null} onInput={(proves) => set({ proves })} />
      <TroubleNotice trouble={task.trouble} />
    </>
  );
}

/** Watches the position, which is sent with the document, if the officer has allowed it before. */
function usePlace(): void {
  useEffect(() => {
    let [here, stop] = [true, (): void => undefined];
    void alreadyAllowed().then((allowed) => {
      if (here && allowed) stop = watchPosition();
    });
    return () => {
      here = false;
      stop();
    };
  }, []);
}

/** Whether the place will be sent with it. */
function PlaceLine() {
  const fix = position.best.value;
  return <p class="small">{fix === null ? t('filings.place_none') : t('filings.place', { metres: Math.ceil(fix.accuracyM) })}</p>;
}

/** The screen. */
export function FilingNew({ id, filingId = '' }: { id: string; filingId?: string }) {
  const { filings } = useServices();
  const { route } = useLocation();
  const inspection = useInspection(id);
  const draft = useFilings(id).drafts.find((one) => one.id === filingId);
  const task = useTask();
  const [shown, setShown] = useState(false);
  const [asks, setAsks] = useState(false);
  usePlace();
  const back = { screen: 'filings', label: t('filings.back') };
  if (inspection === null || draft === undefined) {
    return (
      <VisitPage id={id} title={t('filings.new')} inspection={inspection} back={back}>
        <Empty title={t('filings.gone')} />
      </VisitPage>
    );
  }
  const wrong = new Set<string>(shown ? lacking(draft) : []);
  const file = async (): Promise<void> => {
    if (lacking(draft).length > 0) {
      setShown(true);
      return;
    }
    if (await task.run(() => filings.file(draft, position.place()))) route(visitPath(id, 'filings'));
  };
  return (
    <VisitPage
      id={id}
      title={t('filings.new')}
      inspection={inspection}
      back={back}
      actions={
        <Button kind="primary" busy={task.busy.value} onPress={file}>
          {t('filings.do_file')}
        </Button>
      }
    >
      <Parts draft={draft} wrong={wrong.has('file')} />
      <Fields draft={draft} wrong={wrong} />
      <PlaceLine />
      <p class="small">{t('filings.do_file_why')}</p>
      <TroubleNotice trouble={task.trouble} />
      <Button kind="danger" onPress={() => setAsks(true)}>
        {t('filings.drop')}
      </Button>
      {asks && (
        <ConfirmDialog
          title={t('filings.drop_ask')}
          confirm={t('filings.drop')}
          danger
          onClose={() => setAsks(false)}
          onConfirm={async () => {
            await filings.drop(draft);
            route(visitPath(id, 'filings'));
          }}
        >
          <p>{t('filings.drop_why')}</p>
        </ConfirmDialog>
      )}
    </VisitPage>
  );
}
