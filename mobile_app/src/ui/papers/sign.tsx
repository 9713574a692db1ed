/** One person signs a paper, or refuses to. */
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { PaperSigner } from '../../domain/model';
import { signersIn, type LocalPaper } from '../../domain/papers';
import { useServices, useTask } from '../context';
import { Notice } from '../parts';
import { say } from '../words';
import { Already } from '../visit/signed';
import { Hand, Refusal, type HandProps } from '../visit/sign';
import { t as v } from '../visit/words';
import { NoPaper, PaperFrame, paperPath, usePaper } from './frame';
import { signerRows } from './signers';
import { useWrittenSchema } from './use-paper';
import { t } from './words';
import '../visit/visit.css';

function Signing({ id, paper, schema, role }: { id: string; paper: LocalPaper; schema: object; role: PaperSigner }) {
  const { papers } = useServices();
  const { query, route } = useLocation();
  const task = useTask();
  const rows = signerRows(schema, paper).filter((row) => row.rule.role === role);
  const [name, setName] = useState(() => query.name ?? (rows.find((row) => row.signature === null) ?? rows[0])?.name ?? '');
  const [refuses, setRefuses] = useState(false);
  const written = name.trim().normalize('NFC');
  const given = rows.find((row) => row.signature !== null && (row.name === written || row.signature.name === written))?.signature ?? null;
  const [nameError, setNameError] = useState<string | null>(null);
  const save: HandProps['save'] = async (drawing, refusal) => {
    if (name.trim() === '') {
      setNameError(v('sign.name_needed'));
      return;
    }
    setNameError(null);
    if (await task.run(() => papers.sign(id, paper.id, { role, name: name.trim(), drawing, refusal }))) route(paperPath(id, paper.id, 'signatures'));
  };
  const parts: HandProps = { task, name, onName: setName, nameError, save, turn: () => setRefuses(!refuses), refusalWhy: t('papers.refuse_why') };
  return (
    <>
      <Already signature={given} href={paperPath(id, paper.id, 'signatures')} />
      {refuses ? <Refusal {...parts} /> : <Hand {...parts} />}
    </>
  );
}

/** The screen. */
export function PaperSign({ id, paperId, role }: { id: string; paperId: string; role: string }) {
  const { inspection, paper } = usePaper(id, paperId);
  const schema = useWrittenSchema(paper);
  const rule = schema ? signersIn(schema).find((one) => one.role === role) : undefined;
  if (inspection === null || paper === null || schema === null) return <NoPaper id={id} inspection={inspection} />;
  return (
    <PaperFrame
      id={id}
      title={rule ? v('sign.title', { role: say(rule.label) }) : t('papers.sign_title')}
      inspection={inspection}
      back={{ screen: `papers/${paperId}/signatures`, label: t('papers.sign_back') }}
    >
      {schema !== undefined && !rule && <Notice tone="danger">{v('sign.role_unknown')}</Notice>}
      {paper.number && <Notice tone="info">{t('papers.closed')}</Notice>}
      {schema && rule && !paper.number && <Signing id={id} paper={paper} schema={schema} role={rule.role} />}
    </PaperFrame>
  );
}
