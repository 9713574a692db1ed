/** The camera inside the page.
 *
 * It is in the page because opening the camera app kills an installed web app on phones with little
 * memory, and the shot is lost. One stream serves the whole visit, because an iPhone asks for
 * permission again for each. The stream ends in the background without notice (iOS). It is
 * therefore opened again when the page comes back and when its track ends.
 */
import { signal, type ReadonlySignal } from '@preact/signals';
import { mediaTypeOf } from './media-type';

/** denied: not allowed · none: no camera · busy: another app uses it · lost: it ended and could
 * not be opened again · unsupported: this browser gives pages no camera. */
export type CameraState = 'off' | 'starting' | 'live' | 'denied' | 'none' | 'busy' | 'lost' | 'unsupported';

export interface Shot {
  bytes: ArrayBuffer;
  mediaType: string;
}

/** On some phones takePhoto never answers. The frame on the screen is better than no photograph. */
const TAKE_PHOTO_MS = 6_000;
/** How long an unused camera stays open. Going to the list of photographs and back then needs
 * no new permission. */
const LINGER_MS = 120_000;
const FRAME_QUALITY = 0.92;

interface PhotoCapture {
  takePhoto(): Promise<Blob>;
}
declare global {
  interface Window {
    ImageCapture?: new (track: MediaStreamTrack) => PhotoCapture;
  }
}
type Torchable = MediaTrackCapabilities & { torch?: boolean };

const state = signal<CameraState>('off');
const stream = signal<MediaStream | null>(null);
const torch = signal<boolean | null>(null);
let wanted = false;
let opening: Promise<void> | null = null;
let linger: ReturnType<typeof setTimeout> | undefined;

function track(): MediaStreamTrack | null {
  return stream.peek()?.getVideoTracks()[0] ?? null;
}

function stateOf(error: unknown): CameraState {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none';
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy';
  return 'lost';
}

function release(): void {
  for (const one of stream.peek()?.getTracks() ?? []) {
    one.onended = null;
    one.stop();
  }
  stream.value = null;
  torch.value = null;
}

async function ask(): Promise<void> {
  state.value = 'starting';
  try {
    // Without ideal sizes an iPhone gives 640 x 480. `ideal`, never `exact`: a phone with only one
    // camera must still work.
    const found = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: { ideal: 'environment' }, width: { ideal: 3840 }, height: { ideal: 2160 } },
    });
    release();
    stream.value = found;
    const video = track();
    if (video !== null) {
      video.onended = () => {
        release();
        if (wanted) void open();
        else state.value = 'off';
      };
      torch.value = (video.getCapabilities?.() as Torchable | undefined)?.torch === true ? false : null;
    }
    state.value = 'live';
  } catch (error) {
    release();
    state.value = stateOf(error);
  }
}

/** Opens the camera unless it is open. The first call asks for permission. Never
 * rejects: see `camera.state`. */
async function open(): Promise<void> {
  wanted = true;
  clearTimeout(linger);
  if (!navigator.mediaDevices?.getUserMedia) {
    state.value = 'unsupported';
    return;
  }
  const present = track();
  if (present !== null && present.readyState === 'live') {
    state.value = 'live';
    return;
  }
  opening ??= ask().finally(() => (opening = null));
  await opening;
  if (!wanted) rest();
}

/** Called when the screen that needed it has closed. The camera stays open for a
 * while, then ends. */
function rest(): void {
  wanted = false;
  clearTimeout(linger);
  linger = setTimeout(() => {
    release();
    state.value = 'off';
  }, LINGER_MS);
}

function pageChanged(): void {
  if (document.visibilityState === 'visible') {
    // An iPhone returns a stream that looks alive but shows nothing: it stays muted.
    if (wanted && track()?.muted === true) release();
    if (wanted && state.peek() !== 'denied') void open();
  } else if (!wanted) {
    clearTimeout(linger);
    release();
    state.value = 'off';
  }
}
if (typeof document !== 'undefined') document.addEventListener('visibilitychange', pageChanged);

function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

async function shotOf(blob: Blob): Promise<Shot> {
  const bytes = await blob.arrayBuffer();
  // The type of the actual bytes, not the requested one: Chromium's test camera always gives PNG.
  return { bytes, mediaType: mediaTypeOf(bytes) ?? (blob.type || 'application/octet-stream') };
}

/** The frame on the screen as JPEG. Only here something is drawn at full size: at most 3840 x
 * 2160, within every phone's limit. */
async function frame(video: HTMLVideoElement): Promise<Shot> {
  if (video.videoWidth === 0) throw new Error('no picture yet');
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  try {
    canvas.getContext('2d')?.drawImage(video, 0, 0);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', FRAME_QUALITY));
    if (blob === null) throw new Error('no room for a picture');
    return await shotOf(blob);
  } finally {
    canvas.width = 0; // makes an iPhone release the memory immediately
    canvas.height = 0;
  }
}

/** Takes one photograph: from the sensor if the browser supports it (ImageCapture), else the
 * frame on the screen. Rejects if neither works. */
async function shoot(video: HTMLVideoElement): Promise<Shot> {
  const present = track();
  if (present !== null && window.ImageCapture !== undefined) {
    try {
      const blob = await within(new window.ImageCapture(present).takePhoto(), TAKE_PHOTO_MS);
      if (blob.size > 0) return await shotOf(blob);
    } catch {
      // Some devices refuse or hang. Then the frame is used, below.
    }
  }
  return await frame(video);
}

async function setTorch(on: boolean): Promise<void> {
  try {
    await track()?.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] });
    torch.value = on;
  } catch {
    torch.value = null; // reported as supported but does not work: no button
  }
}

/** What screens use. `torch` is null if there is none. */
export const camera: {
  state: ReadonlySignal<CameraState>;
  stream: ReadonlySignal<MediaStream | null>;
  torch: ReadonlySignal<boolean | null>;
  open(): Promise<void>;
  rest(): void;
  shoot(video: HTMLVideoElement): Promise<Shot>;
  setTorch(on: boolean): Promise<void>;
} = { state, stream, torch, open, rest, shoot, setTorch };
