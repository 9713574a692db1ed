/** Small pictures are made after the photograph is safe, one at a time: an app that is ended in between has lost a picture of a
 * picture, and makes it when the photographs are looked at next. */

export type DrawSmall = (photoId: string, mediaType: string) => void;

/** `bytesOf` reads the original where it is still here, `small` never rejects and is null where none can be made, `keep` puts it away. */
export function smallPictures(
  bytesOf: (photoId: string) => Promise<ArrayBuffer | null>,
  small: (bytes: ArrayBuffer, mediaType: string) => Promise<ArrayBuffer | null>,
  keep: (photoId: string, jpeg: ArrayBuffer) => Promise<void>,
): DrawSmall {
  const asked = new Set<string>();
  let turn: Promise<void> = Promise.resolve();
  async function draw(photoId: string, mediaType: string): Promise<void> {
    try {
      const bytes = await bytesOf(photoId);
      const jpeg = bytes === null ? null : await small(bytes, mediaType);
      if (jpeg !== null) await keep(photoId, jpeg);
    } catch {
      asked.delete(photoId); // a full disk, or locked in between: asked again when the screen is opened again
    }
  }
  return (photoId, mediaType) => {
    if (asked.has(photoId)) return;
    asked.add(photoId);
    turn = turn.then(() => draw(photoId, mediaType));
  };
}
