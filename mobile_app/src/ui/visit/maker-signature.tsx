/** The stored file of a numbered paper, and its maker's digital signature. Both take a connection: the key is opened on the
 * server, with a passphrase that this phone never stores. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SignableView, SitePaperFileView } from '../../wire';
import { useServices, useTask } from '../context';
import { Button, Collapsible, Notice, Technical, TextField, TroubleNotice } from '../parts';
import { bytes as size, dayTime, say } from '../words';
import { Trouble } from '../../app/services';
import { t } from './maker-words';

function Download({ file }: { file: SitePaperFileView }) {
  const { papers } = useServices();
  const task = useTask();
  const [saved, setSaved] = useState<{ href: string; name: string } | null>(null);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (saved === null) return;
    link.current?.click();
    return () => URL.revokeObjectURL(saved.href);
  }, [saved]);
  const fetchIt = (): Promise<boolean> =>
    task.run(async () => {
      const data = await papers.storedFile(file.id);
      setSaved({ href: URL.createObjectURL(new Blob([data], { type: 'application/pdf' })), name: `${(file.number ?? file.form).replaceAll('/', '-')}.pdf` });
    });
  return (
    <>
      <TroubleNotice trouble={task.trouble} />
      {saved && (
        <p role="status">
          <a href={saved.href} download={saved.name} ref={link}>
            {t('maker.saved', { name: saved.name })}
          </a>
        </p>
      )}
      <Button busy={task.busy.value} onPress={fetchIt}>
        {t('maker.file', { size: size(file.size) })}
      </Button>
    </>
  );
}

function StoredFile({ file }: { file: SitePaperFileView }) {
  const time = dayTime(file.made_at);
  return (
    <li class="card">
      {file.number !== null && <b>{file.number}</b>}
      {!file.current && <p class="small">{t('maker.earlier')}</p>}
      <p>{file.kind === 'signed' ? t('maker.signed', { name: file.signer_name ?? '', level: file.signature_level ?? '', time }) : t('maker.sealed', { time })}</p>
      {file.replaced_by !== null && <p>{file.replaced_by === '' ? t('maker.replaced_unnumbered') : t('maker.replaced', { number: file.replaced_by })}</p>}
      <Technical facts={[[t('maker.hash'), <span class="mono">{file.sha256}</span>]]} />
      <Download file={file} />
    </li>
  );
}

interface SigningProps {
  inspectionId: string;
  found: SignableView;
  onSigned: (after: SignableView) => void;
  /** What it says now, after nothing was signed. */
  onLooked: (now: SignableView) => void;
}

function Signing({ inspectionId, found, onSigned, onLooked }: SigningProps) {
  const { papers } = useServices();
  const task = useTask();
  const [passphrase, setPassphrase] = useState('');
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState(false);
  if (found.certificate === null) return <p class="hint">{t('maker.no_certificate')}</p>;
  async function send(): Promise<void> {
    setAsked(true);
    if (passphrase === '' || (found.code_needed && code.trim() === '')) return;
    await task.run(async () => {
      try {
        onSigned(await papers.signDigitally(inspectionId, found.written, found.seen, passphrase, found.code_needed ? code.trim() : null));
      } catch (error) {
        // A right code counts for a while, and by now one may be needed: the server says so.
        if (error instanceof Trouble && error.code !== 'unreached') await papers.signing(inspectionId, found.written).then(onLooked, () => undefined);
        throw error;
      }
    });
    setPassphrase('');
    setCode('');
    setAsked(false);
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p>{t('maker.mark', { number: found.number ?? '', mark: found.content_mark })}</p>
      <p class="small">{t('maker.certificate', { subject: found.certificate, time: found.certificate_until === null ? '' : dayTime(found.certificate_until) })}</p>
      <TextField label={t('maker.passphrase')} hint={t('maker.passphrase_hint')} type="password" autocomplete="off" enterKeyHint="done" maxLength={200} value={passphrase} onInput={setPassphrase} error={asked && passphrase === '' ? t('maker.passphrase_needed') : null} />
      {found.code_needed && <TextField label={t('maker.code')} hint={t('maker.code_hint')} autocomplete="one-time-code" inputMode="numeric" maxLength={6} literal value={code} onInput={setCode} error={asked && code.trim() === '' ? t('maker.code_needed') : null} />}
      <TroubleNotice trouble={task.trouble} />
      <div class="button-row">
        <Button kind="primary" type="submit" busy={task.busy.value}>
          {t('maker.sign')}
        </Button>
      </div>
    </form>
  );
}

/** `mark`: of the content on this phone, null while it is being computed. */
export function MakerSignature({ inspectionId, written, mark }: { inspectionId: string; written: string; mark: string | null }) {
  const { papers } = useServices();
  const task = useTask();
  const [found, setFound] = useState<SignableView | null>(null);
  const [done, setDone] = useState(false);
  const look = (): Promise<boolean> => task.run(async () => setFound(await papers.signing(inspectionId, written)));
  const files = (found?.files ?? []).filter((file) => file.written === written || file.replaced_by !== null);
  const other = found !== null && mark !== null && mark !== found.content_mark;
  return (
    <Collapsible title={t('maker.title')}>
      <p class="hint">{t('maker.why')}</p>
      <TroubleNotice trouble={task.trouble} />
      {done && (
        <Notice tone="good" live="polite">
          {t('maker.done')}
        </Notice>
      )}
      {found !== null && files.length === 0 && <p>{t('maker.none')}</p>}
      {files.length > 0 && (
        <ul class="list" role="list">
          {files.map((file) => (
            <StoredFile key={file.id} file={file} />
          ))}
        </ul>
      )}
      {found !== null && other && <Notice tone="danger">{t('maker.other', { mark: found.content_mark })}</Notice>}
      {found !== null && !other && found.may_sign && (
        <Signing
          inspectionId={inspectionId}
          found={found}
          onLooked={setFound}
          onSigned={(after) => {
            setFound(after);
            setDone(true);
          }}
        />
      )}
      {found !== null && !found.may_sign && found.why !== null && !done && <p class="hint">{say(found.why)}</p>}
      <Button busy={task.busy.value} onPress={look}>
        {t(found === null ? 'maker.look' : 'maker.look_again')}
      </Button>
    </Collapsible>
  );
}
