/** The screen on which one person signs a paper, or refuses to. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { LocalInspection, PaperSigner } from '../../domain/model';
import { signersIn, type LocalPaper } from '../../domain/papers';
import { useServices, useTask } from '../context';
import { Notice } from '../parts';
import { say } from '../words';
import { Already } from '../visit/signed';
import { Hand, Refusal, type HandProps } from '../visit/sign';
import { t as visitWord } from '../visit/words';
import { NoPaper, PaperFrame, paperPath, usePaper } from './frame';
import { signerRows } from './signers';
import { useWrittenSchema } from './use-paper';
import { t } from './words';
import '../visit/visit.css';

interface SigningProps {
  id: string;
  inspection: LocalInspection;
  paper: LocalPaper;
  schema: object;
  role: PaperSigner;
  title: string;
}

const backTo = (paperId: string): { screen: string; label: string } => ({ screen: `papers/${paperId}/signatures`, label: t('papers.sign_back') });

function Signing({ id, inspection, paper, schema, role, title }: SigningProps) {
  const { papers } = useServices();
  const { query, route } = useLocation();
  const task = useTask();
  const rows = signerRows(schema, paper).filter((row) => row.rule.role === role);
  const [meant] = useState(() => query.name ?? (rows.find((row) => row.signature === null) ?? rows[0])?.name ?? '');
  const [name, setName] = useState(meant);
  const [refuses, setRefuses] = useState(false);
  const written = name.trim().normalize('NFC');
  const given = rows.find((row) => row.signature !== null && (row.name === written || row.signature.name === written))?.signature ?? null;
  const [nameError, setNameError] = useState<string | null>(null);
  const save: HandProps['save'] = async (drawing, refusal) => {
    if (name.trim() === '') {
      setNameError(visitWord('sign.name_needed'));
      return false;
    }
    setNameError(null);
    if (!(await task.run(() => papers.sign(id, paper.id, { role, name: name.trim(), drawing, refusal })))) return false;
    route(paperPath(id, paper.id, 'signatures'));
    return true;
  };
  const frame = (actions: ComponentChildren, body: ComponentChildren) => (
    <PaperFrame id={id} title={title} inspection={inspection} back={backTo(paper.id)} actions={actions}>
      <Already signature={given} href={paperPath(id, paper.id, 'signatures')} />
      {body}
    </PaperFrame>
  );
  const parts: HandProps = { task, name, onName: setName, nameError, save, turn: () => setRefuses(!refuses), frame, of: `${paper.id} ${role} ${meant}`, refusalWhy: t('papers.refuse_why') };
  return refuses ? <Refusal {...parts} /> : <Hand {...parts} />;
}

/** The screen. */
export function PaperSign({ id, paperId, role }: { id: string; paperId: string; role: string }) {
  const { inspection, paper } = usePaper(id, paperId);
  const schema = useWrittenSchema(paper);
  const rule = schema ? signersIn(schema).find((one) => one.role === role) : undefined;
  if (inspection === null || paper === null || schema === null) return <NoPaper id={id} inspection={inspection} />;
  const title = rule ? visitWord('sign.title', { role: say(rule.label) }) : t('papers.sign_title');
  if (schema && rule && !paper.number) return <Signing id={id} inspection={inspection} paper={paper} schema={schema} role={rule.role} title={title} />;
  return (
    <PaperFrame id={id} title={title} inspection={inspection} back={backTo(paperId)}>
      {schema !== undefined && !rule && <Notice tone="danger">{visitWord('sign.role_unknown')}</Notice>}
      {paper.number && <Notice tone="info">{t('papers.closed')}</Notice>}
    </PaperFrame>
  );
}
