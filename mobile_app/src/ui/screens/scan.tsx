/** Scans the QR code of a paper: the server's signed statement is checked on the phone, without a signal.
 * Whether the paper is still in force is asked of the server, when it can be reached. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { OneScan, type Asked } from '../../app/one-scan';
import { markOf } from '../../domain/codes';
import type { Scanned } from '../../domain/statements';
import type { PublicDocument } from '../../wire';
import { useServices } from '../context';
import { Button, Facts, Notice, Page, Spinner, type Tone } from '../parts';
import { camera } from '../sensors/camera';
import { readQr, readQrFile } from '../sensors/qr-reader';
import { day, say } from '../words';
import { t } from '../words/places';
import './scan.css';

const LOOK_EVERY_MS = 250;

/** Every screen that scans shows what was found until the officer scans again. */
export function ScanScreen() {
  const { checks } = useServices();
  const [found, setFound] = useState<Scanned | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [nothing, setNothing] = useState(false);
  const picker = useRef<HTMLInputElement>(null);

  const scan = useMemo(
    () =>
      new OneScan(checks, (scanned, said) => {
        setFound(scanned);
        setAsked(said);
        setNothing(false);
      }),
    [checks],
  );
  const judge = async (text: string): Promise<void> => scan.judge(text);
  const fromFile = async (file: Blob): Promise<void> => {
    const text = await readQrFile(file);
    if (text === null) setNothing(true);
    else await judge(text);
  };

  return (
    <Page
      title={t('scan.title')}
      back={{ href: '/app/', label: t('scan.back') }}
      actions={
        found === null ? undefined : (
          <Button kind="primary" onPress={() => scan.again()}>
            {t('scan.again')}
          </Button>
        )
      }
    >
      {found === null ? (
        <>
          <Finder onFound={judge} />
          <div role="status">{nothing && <Notice tone="warning">{t('scan.nothing')}</Notice>}</div>
          <div class="scan-file">
            <Button onPress={() => picker.current?.click()}>{t('scan.file')}</Button>
          </div>
          <input
            ref={picker}
            type="file"
            accept="image/*"
            aria-label={t('scan.file')}
            hidden
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              currentTarget.value = ''; // the same picture may be chosen again
              if (file) void fromFile(file);
            }}
          />
          <p class="hint">{t('scan.hint')}</p>
        </>
      ) : (
        <Verdict found={found} asked={asked} />
      )}
    </Page>
  );
}

/** The camera's picture, searched several times a second. */
function Finder({ onFound }: { onFound: (text: string) => Promise<void> }) {
  const video = useRef<HTMLVideoElement>(null);
  const stream = camera.stream.value;
  const state = camera.state.value;
  useEffect(() => {
    void camera.open();
    return () => camera.rest();
  }, []);
  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    element.srcObject = stream;
    if (stream !== null) void element.play().catch(() => undefined); // where scripts may not play, autoplay does
  }, [stream]);
  useEffect(() => {
    if (state !== 'live') return;
    let here = true;
    let timer: ReturnType<typeof setTimeout>;
    const look = async (): Promise<void> => {
      const text = video.current === null ? null : await readQr(video.current);
      if (!here) return;
      if (text === null) timer = setTimeout(() => void look(), LOOK_EVERY_MS);
      else await onFound(text);
    };
    timer = setTimeout(() => void look(), LOOK_EVERY_MS);
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [state]);
  if (state === 'live' || state === 'starting' || state === 'off') {
    return (
      <div class="scan-finder">
        <video ref={video} playsInline muted autoPlay aria-label={t('scan.picture')} hidden={state !== 'live'} />
        {state !== 'live' && <p>{t('scan.starting')}</p>}
      </div>
    );
  }
  return (
    <>
      <Notice tone="warning" live="polite">
        {t('scan.no_camera')}
      </Notice>
      {state !== 'unsupported' && <Button onPress={() => camera.open()}>{t('scan.try_camera')}</Button>}
    </>
  );
}

const TONES: Record<Scanned['verdict'], Tone> = {
  genuine: 'good',
  prepared: 'warning',
  forged: 'danger',
  unknown_key: 'warning',
  unreadable: 'warning',
  plain: 'info',
  no_paper: 'warning',
};

const STATED = { genuine: 'scan.genuine', prepared: 'scan.prepared' } as const;

const SAID = {
  forged: 'scan.forged',
  unknown_key: 'scan.unknown_key',
  unreadable: 'scan.unreadable',
  plain: 'scan.plain',
  no_paper: 'scan.no_paper',
} as const;

function Verdict({ found, asked }: { found: Scanned; asked: Asked | null }) {
  return (
    <>
      <Notice tone={TONES[found.verdict]} live="assertive">
        {'said' in found ? t(STATED[found.verdict], { date: day(found.said.issued_on) }) : t(SAID[found.verdict])}
      </Notice>
      {'said' in found && (
        <>
          <Facts
            facts={[
              [t('scan.number'), found.said.number],
              [t('scan.form'), found.said.form],
              [t('scan.issuer'), found.said.issuer],
              [t('scan.mark'), markOf(found.said.content_mark)],
              [t('scan.code'), found.code],
            ]}
          />
          <p class="hint">{t('scan.compare')}</p>
        </>
      )}
      {asked !== null && (
        <section aria-live="polite">
          <h2>{t('scan.now')}</h2>
          {asked.state === 'asking' && <Spinner label={t('scan.asking')} />}
          {asked.state === 'failed' && (
            <Notice tone="warning">
              {t('scan.unasked')} {say(asked.why)}
            </Notice>
          )}
          {asked.state === 'told' && <Told paper={asked.paper} />}
        </section>
      )}
    </>
  );
}

function Told({ paper }: { paper: PublicDocument | null }) {
  if (paper === null) return <Notice tone="danger">{t('scan.not_there')}</Notice>;
  const tone: Tone = paper.state === 'valid' ? 'good' : ['cancelled', 'void', 'unproven'].includes(paper.state) ? 'danger' : 'warning';
  const others = [paper.replaced_by, paper.cancelled_by, paper.suspended_by, ...paper.amended_by, ...(paper.extended_by ?? [])].filter((one) => typeof one === 'string');
  return (
    <>
      <Notice tone={tone}>{say(paper.state_text)}</Notice>
      <Facts
        facts={[
          [t('scan.form'), say(paper.form_name)],
          [t('scan.number'), paper.number],
          [t('scan.day'), paper.issued_on ? day(paper.issued_on) : null],
          [t('scan.mark'), paper.content_mark],
          [t('scan.others'), others.length > 0 ? others.join(', ') : null],
        ]}
      />
    </>
  );
}
