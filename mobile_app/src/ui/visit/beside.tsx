/** The screen of minutes beside: how they differ from those in force, who signed, the whole
 * text, and deciding about them. */
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Schema } from '../../domain/form';
import { comparable, isFinal, leads, ownReplaced, owns, setsAside } from '../../domain/minutes-flow';
import type { LocalBeside, LocalInspection, LocalMinutes } from '../../domain/model';
import { useServices } from '../context';
import { byWhom } from '../flow/beside';
import { t } from '../flow/words';
import { Button, Choice, Collapsible, ConfirmDialog, Empty, Notice, TextArea, TroubleNotice } from '../parts';
import { dayTime, say } from '../words';
import { useInspection, VisitPage, visitPath } from './frame';
import { MinutesText, Value } from './minutes-text';
import { sectionsOf, type Entry } from './plain-text';
import type { FormSchema } from './schema';
import { useTyping } from './typing';
import { useSchema } from './use-minutes';
import { speech } from './words';
import './visit.css';

interface Difference {
  pointer: string;
  here: Entry | null;
  there: Entry | null;
}

/** Entries that differ, in the order of the paper. */
function differences(schema: FormSchema, here: LocalMinutes, there: LocalMinutes): Difference[] {
  const entries = (fields: Record<string, unknown>): Map<string, Entry> =>
    new Map(sectionsOf(schema, fields, speech()).flatMap((section) => section.entries.map((entry) => [entry.pointer, entry] as const)));
  const [mine, theirs] = [entries(here.fields), entries(there.fields)];
  return [...new Set([...mine.keys(), ...theirs.keys()])]
    .map((pointer) => ({ pointer, here: mine.get(pointer) ?? null, there: theirs.get(pointer) ?? null }))
    .filter((one) => JSON.stringify(one.here?.value ?? '') !== JSON.stringify(one.there?.value ?? ''));
}

function Compared({ one, minutes, schema }: { one: LocalMinutes; minutes: LocalMinutes | null; schema: FormSchema | null | undefined }) {
  if (minutes === null) return <p>{t('beside.no_minutes')}</p>;
  const alike = schema ? comparable(schema as unknown as Schema, one, minutes) : one.form === minutes.form;
  if (!alike) return <p>{t('beside.other_form')}</p>;
  if (!schema) return null;
  const found = differences(schema, one, minutes);
  if (found.length === 0) return <Notice tone="good">{t('beside.same')}</Notice>;
  const nothing = (entry: Entry): Entry => ({ ...entry, value: '' });
  return (
    <section aria-labelledby="differs">
      <h2 id="differs">{t('beside.differs', { count: found.length })}</h2>
      {found.map(({ pointer, here, there }) => {
        const either = (here ?? there)!;
        return (
          <div class="card minutes-text" key={pointer}>
            <p class="row-title">{say(either.label)}</p>
            <dl class="facts">
              <div>
                <dt>{t('beside.here')}</dt>
                <dd>
                  <Value entry={here ?? nothing(either)} />
                </dd>
              </div>
              <div>
                <dt>{t('beside.in_force')}</dt>
                <dd>
                  <Value entry={there ?? nothing(either)} />
                </dd>
              </div>
            </dl>
          </div>
        );
      })}
    </section>
  );
}

const REASONS = ['used', 'same', 'wrong', 'other'] as const;

/** A prepared reason, or one that the officer types. */
function Resolve({ id, one }: { id: string; one: LocalBeside }) {
  const { visits } = useServices();
  const [pressed, setChosen] = useState<(typeof REASONS)[number] | null>(null);
  const typing = useTyping(`minutes.set_aside ${one.id}`);
  const [error, setError] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const chosen = pressed ?? (typing.wasKept ? 'other' : null);
  const reason = chosen === null ? '' : chosen === 'other' ? typing.text.trim() : t(`beside.reason_${chosen}`);
  if (!typing.ready) return null;
  return (
    <section aria-labelledby="resolve">
      <h2 id="resolve">{t('beside.resolve')}</h2>
      <Choice label={t('beside.reason')} options={REASONS.map((value) => ({ value, label: t(`beside.reason_${value}`) }))} value={chosen} onChange={setChosen} error={chosen === 'other' ? null : error} />
      {chosen === 'other' && <TextArea label={t('beside.reason_text')} value={typing.text} onInput={typing.type} error={error} maxLength={2000} required />}
      <TroubleNotice trouble={typing.trouble} />
      <div class="button-row">
        <Button
          onPress={() => {
            setError(reason.length < 3 ? t('beside.reason_needed') : null);
            setAsking(reason.length >= 3);
          }}
        >
          {t('beside.resolve')}
        </Button>
      </div>
      {asking && (
        <ConfirmDialog title={t('beside.sure')} confirm={t('beside.resolve')} onConfirm={() => visits.flow.setAside(id, one.id, reason).then(typing.forget)} onClose={() => setAsking(false)}>
          <p>{t('beside.sure_text', { reason })}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}

function Use({ inspection, one }: { inspection: LocalInspection; one: LocalBeside }) {
  const { visits } = useServices();
  const { route } = useLocation();
  const [asking, setAsking] = useState(false);
  const { id } = inspection;
  const take = async (): Promise<void> => {
    await visits.flow.takeText(id, one.id);
    route(visitPath(id, one.form === 'BB-KKT' ? 'minutes?form=BB-KKT' : 'minutes'));
  };
  return (
    <>
      <Button kind="primary" onPress={() => setAsking(true)}>
        {t('beside.use')}
      </Button>
      {asking && (
        <ConfirmDialog title={t('beside.use_sure')} confirm={t('beside.use')} onConfirm={take} onClose={() => setAsking(false)}>
          <p>{t('beside.use_text', { name: one.officerName })}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function Whole({ one, schema }: { one: LocalMinutes; schema: FormSchema | null | undefined }) {
  if (!schema) return null;
  return (
    <Collapsible title={t('beside.whole')}>
      <MinutesText schema={schema} fields={one.fields} level={3} />
    </Collapsible>
  );
}

/** The officer's own text that another one replaced: nothing is decided about it. */
function OwnReplaced({ inspection, own, schema }: { inspection: LocalInspection; own: LocalMinutes; schema: FormSchema | null | undefined }) {
  return (
    <VisitPage id={inspection.id} title={t('owner.own_text', { time: dayTime(own.madeAt) })} inspection={inspection}>
      <Notice tone="info">{t('owner.own_text_means')}</Notice>
      <Compared one={own} minutes={inspection.minutes} schema={schema} />
      <Whole one={own} schema={schema} />
    </VisitPage>
  );
}

/** The screen. */
export function Beside({ id, minutesId }: { id: string; minutesId: string }) {
  const inspection = useInspection(id);
  const one = inspection?.beside.find((each) => each.id === minutesId) ?? null;
  const replaced = inspection && one === null ? ownReplaced(inspection) : null;
  const own = replaced?.id === minutesId ? replaced : null;
  const schema = useSchema((one ?? own)?.form ?? null, (one ?? own)?.formVersion ?? 0);
  if (inspection !== null && own !== null) return <OwnReplaced inspection={inspection} own={own} schema={schema} />;
  if (inspection === null || one === null) {
    return (
      <VisitPage id={id} title={t('beside.screen')} inspection={inspection}>
        <Empty title={t('beside.gone')}>
          <p>{t('beside.gone_why')}</p>
        </Empty>
      </VisitPage>
    );
  }
  const may = owns(inspection) && !isFinal(inspection) && inspection.state !== 'discarded' && !one.mine;
  return (
    <VisitPage id={id} title={t('beside.screen')} inspection={inspection} actions={may ? <Use inspection={inspection} one={one} /> : undefined}>
      <p>{byWhom(one)}</p>
      <p class="small">{one.signers.length > 0 ? t('beside.signers', { names: one.signers.join(', ') }) : t('beside.no_signers')}</p>
      <div role="status">
        {one.setAside !== null && (
          <Notice tone="info" title={t('beside.set_aside', { reason: one.setAside })}>
            {one.setAsideBy !== null && <p>{t('beside.set_aside_by', { name: one.setAsideBy })}</p>}
          </Notice>
        )}
      </div>
      {one.setAside === null && <Notice tone="warning">{t(setsAside(inspection) ? 'beside.means' : 'beside.means_read')}</Notice>}
      {leads(inspection) && !isFinal(inspection) && inspection.state !== 'discarded' && one.setAside === null && !one.mine && (
        <p class="targets">
          <a href={visitPath(id, 'owner')}>{t('beside.entrust', { name: one.officerName })}</a>
        </p>
      )}
      <Compared one={one} minutes={inspection.minutes} schema={schema} />
      {one.setAside === null && setsAside(inspection) && <Resolve id={id} one={one} />}
      <Whole one={one} schema={schema} />
    </VisitPage>
  );
}
