/** Shows who owns the minutes. The leader can entrust a colleague with them and take them back. */
import { useState } from 'preact/hooks';
import { isFinal, leaderOf, leads, ownerName } from '../../domain/minutes-flow';
import type { LocalInspection } from '../../domain/model';
import { useServices } from '../context';
import { NotOwner, OwnerLine } from '../flow/owner';
import { t } from '../flow/words';
import { Button, Choice, ConfirmDialog, Notice } from '../parts';
import { useInspection, VisitPage } from './frame';

function Entrusting({ inspection }: { inspection: LocalInspection }) {
  const { visits } = useServices();
  const [chosen, setChosen] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [asking, setAsking] = useState<'entrust' | 'back' | null>(null);
  const { id, owner } = inspection;
  const leader = leaderOf(inspection);
  const colleagues = inspection.view.decision.team.filter((member) => member.officer_id !== leader.id && member.officer_id !== owner);
  const name = colleagues.find((member) => member.officer_id === chosen)?.full_name ?? '';
  return (
    <>
      {owner !== null && owner !== leader.id && (
        <div class="button-row">
          <Button kind="primary" onPress={() => setAsking('back')}>
            {t('owner.take_back')}
          </Button>
        </div>
      )}
      <Choice label={t('owner.choose')} options={colleagues.map((member) => ({ value: member.officer_id, label: member.full_name, hint: member.title }))} value={chosen} onChange={setChosen} error={error} />
      <div class="button-row">
        <Button
          onPress={() => {
            setError(name === '' ? t('owner.choose_needed') : null);
            if (name !== '') setAsking('entrust');
          }}
        >
          {t('owner.entrust')}
        </Button>
      </div>
      {asking === 'entrust' && chosen !== null && (
        <ConfirmDialog
          title={t('owner.sure', { name })}
          confirm={t('owner.entrust')}
          onConfirm={async () => {
            await visits.flow.entrust(id, chosen);
            setChosen(null);
          }}
          onClose={() => setAsking(null)}
        >
          <p>{t('owner.sure_text', { name })}</p>
        </ConfirmDialog>
      )}
      {asking === 'back' && (
        <ConfirmDialog title={t('owner.back_sure')} confirm={t('owner.take_back')} onConfirm={() => visits.flow.entrust(id, leader.id)} onClose={() => setAsking(null)}>
          <p>{t('owner.back_text', { name: ownerName(inspection) })}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

/** The screen. */
export function Owner({ id }: { id: string }) {
  const inspection = useInspection(id);
  return (
    <VisitPage id={id} title={t('owner.title')} inspection={inspection}>
      {inspection !== null && (
        <>
          <div role="status">
            <OwnerLine inspection={inspection} />
          </div>
          <p>{t('owner.why')}</p>
          {isFinal(inspection) ? (
            <Notice tone="info">{t('owner.final')}</Notice>
          ) : leads(inspection) ? (
            <Entrusting inspection={inspection} />
          ) : (
            <>
              <NotOwner inspection={inspection} />
              <p>{t('owner.ask_leader', { leader: leaderOf(inspection).name })}</p>
            </>
          )}
        </>
      )}
    </VisitPage>
  );
}
