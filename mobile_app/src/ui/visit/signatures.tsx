/** Who has to sign, who has signed, and which minutes they sign. */
import { isClosed, isFinal, isNewer, owns, ownerName, toSign, writerOf } from '../../domain/minutes-flow';
import type { SignerRole } from '../../domain/model';
import { certifiersOf, isUncertified, signedTooEarly } from '../../domain/refusals';
import { missingUnder } from '../../domain/submission-rules';
import { Empty, LinkButton, List, Notice, Tag } from '../parts';
import { DraftState } from '../flow/draft';
import { Final } from '../flow/file';
import { NotOwner, OwnText, ReplacedText } from '../flow/owner';
import { t as flow } from '../flow/words';
import { anyOf, dayTime } from '../words';
import { useInspection, VisitPage, visitPath } from './frame';
import { GiveNumber, mayNumber, NumberOfMinutes } from './minutes-number';
import { Signed, useMinutesMark } from './signed';
import { signersOf, type Signer } from './signers';
import { ToRead } from './to-read';
import { roleName, t } from './words';
import './visit.css';

const OTHERS: readonly SignerRole[] = ['witness', 'authority', 'partner', 'interpreter', 'subject', 'member'];

function signPath(id: string, role: SignerRole, name = ''): string {
  return visitPath(id, `sign/${role}${name === '' ? '' : `?name=${encodeURIComponent(name)}`}`);
}

/** Once the minutes are final nobody signs a second time, as that signature would be in no file.
 * Those who have not signed yet still may, until the minutes have their number. */
function SignerCard({ id, signer, final, numbered }: { id: string; signer: Signer; final: boolean; numbered: boolean }) {
  const { signature } = signer;
  const who = signer.name === '' ? roleName(signer.role) : signer.name;
  return (
    <li class="card signer">
      <div class="signer-head">
        <span class="row-words">
          <span class="row-title">{who}</span>
          <span class="row-note">{roleName(signer.role)}</span>
        </span>
        {signature === null && <Tag tone={signer.required ? 'warning' : 'info'}>{signer.required ? `${t('sign.missing')}, ${t('sign.required')}` : t('sign.missing')}</Tag>}
      </div>
      {signature !== null && <Signed signature={signature} />}
      {!numbered && (signature === null || !final) && (
        <a class={signature === null ? 'button' : 'button button-quiet'} href={signPath(id, signer.role, signer.name)}>
          {t(signature === null ? 'sign.sign' : 'sign.again')}
          <span class="quietly">
            {': '}
            {roleName(signer.role)} {signer.name}
          </span>
        </a>
      )}
    </li>
  );
}

/** The screen. */
export function Signatures({ id }: { id: string }) {
  const inspection = useInspection(id);
  const under = inspection && toSign(inspection);
  const mark = useMinutesMark(under);
  if (inspection === null || under === null) {
    return (
      <VisitPage id={id} title={t('sign.list_title')} inspection={inspection}>
        <Empty title={t('sign.no_minutes')}>
          <p>{t('sign.no_minutes_why')}</p>
          <LinkButton kind="primary" href={visitPath(id, 'minutes')}>
            {t('sign.to_minutes')}
          </LinkButton>
        </Empty>
      </VisitPage>
    );
  }
  const signers = signersOf({ ...inspection, minutes: under });
  const own = owns(inspection);
  const given = inspection.signatures.filter((one) => one.minutes === under.id);
  const complete = signers.every((signer) => !signer.required || signer.signature !== null) && missingUnder(under, given).length === 0;
  const early = signedTooEarly(under, given);
  const final = isFinal(inspection);
  const writer = isNewer(inspection) ? writerOf(inspection, under) : null;
  const unwritten = !isClosed(inspection) && own && inspection.draft !== null && inspection.draft.writtenAs === null;
  const numbered = inspection.number !== null;
  const asks = mayNumber(inspection, complete, unwritten);
  return (
    <VisitPage
      id={id}
      title={t('sign.list_title')}
      inspection={inspection}
      actions={
        asks || (own && !final) ? (
          <>
            {asks && <GiveNumber id={id} />}
            {own && !final && (
              <LinkButton kind={complete && !asks ? 'primary' : 'plain'} href={visitPath(id, 'review')}>
                {t('sign.to_review')}
              </LinkButton>
            )}
          </>
        ) : undefined
      }
    >
      {unwritten && (
        <Notice tone="danger">
          <p>{t('sign.unwritten')}</p>
          <LinkButton href={visitPath(id, 'minutes')}>{t('sign.to_minutes')}</LinkButton>
        </Notice>
      )}
      <Final inspection={inspection} />
      <NotOwner inspection={inspection} />
      <ReplacedText inspection={inspection} />
      <OwnText inspection={inspection} />
      {!own && <p>{inspection.minutes === null ? flow('owner.sign_beside') : flow('owner.submits', { name: ownerName(inspection) })}</p>}
      {!final && <DraftState inspection={inspection} />}
      <Notice tone="info">
        <p>{t('sign.under', { time: dayTime(under.madeAt), hash: mark ?? '…' })}</p>
        {writer !== null && <p>{flow('owner.signed_text', { name: writer })}</p>}
        {!final && !numbered && <p>{t('sign.void')}</p>}
      </Notice>
      {/* For the officer's own minutes beside this name would be wrong. */}
      {inspection.minutes !== null && <ToRead minutes={inspection.minutes} />}
      {isUncertified(under, given) && (
        <Notice tone="warning">{t(early.length > 0 ? 'sign.certified_before' : 'sign.uncertified', { roles: anyOf((early.length > 0 ? early : certifiersOf(under.form)).map((role) => roleName(role as SignerRole))) })}</Notice>
      )}
      {complete && own && !numbered && <Notice tone="good">{t('sign.all_given')}</Notice>}
      <NumberOfMinutes inspection={inspection} complete={complete} />
      <List label={t('sign.list_title')}>
        {signers.map((signer) => (
          <SignerCard key={`${signer.role} ${signer.name} ${signer.signature?.id ?? ''}`} id={id} signer={signer} final={final} numbered={numbered} />
        ))}
      </List>
      {!numbered && (
        <>
          <h2>{t('sign.others')}</h2>
          <div class="button-row">
            {OTHERS.map((role) => (
              <LinkButton key={role} href={signPath(id, role)}>
                {roleName(role)}
              </LinkButton>
            ))}
          </div>
        </>
      )}
    </VisitPage>
  );
}
