/** Reads QR codes from the camera's picture or a picture file: by the browser's own detector where there
 * is one (Chromium on Android), else by a library that is fetched when first needed. */

interface Detector {
  detect(source: CanvasImageSource): Promise<{ rawValue: string }[]>;
}
type DetectorClass = { new (options: { formats: string[] }): Detector; getSupportedFormats(): Promise<string[]> };

/** Longest side that is searched, in pixels. A code of 69 modules that fills a third of the picture
 * still has five pixels a module. */
const MOST_SIDE = 1_200;

let own: Promise<Detector | null> | null = null;

async function ownDetector(): Promise<Detector | null> {
  const found = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  try {
    // Some desktops have the class and no decoder behind it.
    if (found === undefined || !(await found.getSupportedFormats()).includes('qr_code')) return null;
    return new found({ formats: ['qr_code'] });
  } catch {
    return null;
  }
}

/** The text of a QR code in a picture; null if none is found. */
export async function readQr(source: HTMLVideoElement | ImageBitmap): Promise<string | null> {
  own ??= ownDetector();
  const detector = await own;
  if (detector !== null) {
    try {
      const text = (await detector.detect(source))[0]?.rawValue;
      if (text !== undefined && text !== '') return text;
      return null;
    } catch {
      own = Promise.resolve(null); // it is there and does not work: the library from now on
    }
  }
  return byLibrary(source);
}

/** The same by the library alone. */
export async function byLibrary(source: HTMLVideoElement | ImageBitmap): Promise<string | null> {
  const [width, height] = 'videoWidth' in source ? [source.videoWidth, source.videoHeight] : [source.width, source.height];
  if (width === 0 || height === 0) return null;
  const scale = Math.min(1, MOST_SIDE / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  try {
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) return null;
    context.drawImage(source, 0, 0, canvas.width, canvas.height);
    const { decodeQR } = await import('qr/decode.js');
    return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height));
  } catch {
    return null; // the library throws where it finds none
  } finally {
    canvas.width = 0; // makes an iPhone release the memory immediately
    canvas.height = 0;
  }
}

/** The text of a QR code in a picture file; null if it has none, or is no picture. */
export async function readQrFile(file: Blob): Promise<string | null> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return null;
  }
  try {
    return await readQr(picture);
  } finally {
    picture.close();
  }
}
