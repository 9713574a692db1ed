/** A picture from bytes in memory. Its object URL is revoked when the picture is removed;
 * otherwise the phone's memory would fill up. */
import { useEffect, useState } from 'preact/hooks';
import type { LocalPhoto } from '../../domain/inspection';
import { useServices } from '../context';

/** Object URL of some bytes while the component lives; null without bytes. `of` identifies the
 * picture: if its bytes are read again from the disk, it is the same picture and must not
 * flicker with every part that is sent. */
export function useBytesUrl(of: string, bytes: ArrayBuffer | null, mediaType: string): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (bytes === null) {
      setUrl(null);
      return;
    }
    const made = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [of, bytes === null, mediaType]);
  return url;
}

/** The thumbnail of a photograph: this phone's own, else a colleague's, which is requested again
 * whenever the line becomes free. */
export function useSmallPicture({ id, mine, told }: LocalPhoto): ArrayBuffer | null {
  const { pictures, outbox } = useServices();
  const [theirs, setTheirs] = useState<ArrayBuffer | null>(null);
  const theirsIsStored = mine === null && told?.stored === true;
  const { reached, sending } = outbox.summary.value;
  const free = reached && !sending;
  useEffect(() => {
    if (!theirsIsStored || theirs !== null) return;
    let here = true;
    pictures.of(id, () => here).then(
      (found) => here && setTheirs(found),
      () => undefined, // the placeholder tells whose it is
    );
    return () => {
      here = false;
    };
  }, [pictures, id, theirsIsStored, theirs === null, free]);
  return mine === null ? theirs : mine.thumbnail;
}

/** A thumbnail, or a placeholder with words if there is none. */
export function Thumbnail({ of, bytes, alt, missing }: { of: string; bytes: ArrayBuffer | null; alt: string; missing: string }) {
  const url = useBytesUrl(of, bytes, 'image/jpeg');
  if (bytes === null) return <span class="thumb thumb-missing">{missing}</span>;
  return url === null ? <span class="thumb" /> : <img class="thumb" src={url} alt={alt} loading="lazy" decoding="async" />;
}
