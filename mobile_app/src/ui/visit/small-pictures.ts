/** Makes small pictures one at a time, after the photographs are safely stored. If the app is
 * ended in between, only a small picture is missing, and it is made when the photographs are
 * next looked at. */

export type DrawSmall = (photoId: string, mediaType: string) => void;

/** `bytesOf` reads the original if it is still here. `small` never rejects and returns null if
 * no picture can be made. `keep` stores it. */
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
      asked.delete(photoId); // a full disk, or locked in between: made when the screen is opened again
    }
  }
  return (photoId, mediaType) => {
    if (asked.has(photoId)) return;
    asked.add(photoId);
    turn = turn.then(() => draw(photoId, mediaType));
  };
}
