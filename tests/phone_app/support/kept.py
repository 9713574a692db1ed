"""Reads what a phone stores from its own database, without the app: acts, photographs, bytes."""

import hashlib
from dataclasses import dataclass
from typing import Any

from playwright.async_api import Page

Json = dict[str, Any]

_READ = """async (whole) => {
  const db = await new Promise((done, fail) => {
    const asked = indexedDB.open('hientruong');
    asked.onupgradeneeded = () => asked.transaction.abort(); // there is none: a look makes none
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const all = (name) => new Promise((done, fail) => {
    const asked = db.transaction(name).objectStore(name).getAll();
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const hex = (buffer) => [...new Uint8Array(buffer)].map((b) => b.toString(16).padStart(2, '0')).join('');
  const [acts, photos, drafts, keys, chunks] =
    await Promise.all(['acts', 'photos', 'drafts', 'keys'].map(all).concat(whole ? [all('chunks')] : []));
  db.close();
  const sums = {};
  for (const photo of whole ? photos : []) {
    const mine = chunks.filter((c) => c.photoId === photo.id).sort((a, b) => a.n - b.n);
    const whole = await new Blob(mine.map((c) => c.bytes)).arrayBuffer();
    sums[photo.id] = [whole.byteLength, hex(await crypto.subtle.digest('SHA-256', whole))];
  }
  return {
    device: keys.length ? keys[0].deviceId : null,
    acts: acts.map(({ id, officerId, recordId, seq, state, act, problem }) =>
      ({ id, officerId, recordId, seq, state, act, problem })),
    photos: photos.map(({ thumbnail, ...rest }) =>
      ({ ...rest, hasThumbnail: thumbnail !== null, found: sums[rest.id] })),
    drafts,
  };
}"""

_SET_META = """async ([key, value]) => {
  const db = await new Promise((done, fail) => {
    const asked = indexedDB.open('hientruong');
    asked.onupgradeneeded = () => asked.transaction.abort(); // there is none: a look makes none
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  await new Promise((done, fail) => {
    const change = db.transaction('meta', 'readwrite');
    change.objectStore('meta').put({ key, value });
    change.oncomplete = done;
    change.onerror = () => fail(change.error);
  });
  db.close();
}"""


@dataclass(frozen=True)
class Kept:
    """A phone's database at one moment."""

    device: str | None
    acts: list[Json]
    photos: list[Json]
    drafts: list[Json]

    def acts_of(self, inspection_id: str) -> list[Json]:
        """Acts of one inspection in the order in which they were made."""
        mine = [one for one in self.acts if one["recordId"] == inspection_id]
        return sorted(mine, key=lambda one: (one["officerId"], one["seq"]))

    def photos_of(self, inspection_id: str) -> list[Json]:
        """Photographs of one inspection."""
        return [one for one in self.photos if one["recordId"] == inspection_id]

    def waiting(self, only: str | None = None) -> list[str]:
        """Ids of acts that have no receipt, and of photographs that are not stored."""
        acts = [one for one in self.acts if one["state"] not in ("received", "held")]
        photos = [one for one in self.photos if one["state"] != "stored"]
        return [one["id"] for one in [*acts, *photos] if only in (None, one["recordId"])]

    def is_sound(self) -> None:
        """Check that every log has no gap, and that every photograph that was not deleted is
        complete and has the hash that its act names."""
        for officer in {one["officerId"] for one in self.acts}:
            numbers = sorted(one["seq"] for one in self.acts if one["officerId"] == officer)
            assert numbers == list(range(1, len(numbers) + 1)), f"gaps in the log: {numbers}"
        by_id = {one["id"]: one for one in self.acts}
        for photo in self.photos:
            content = by_id[photo["actId"]]["act"]["content"]
            assert content["photo_id"] == photo["id"]
            assert content["sha256"] == photo["sha256"]
            if photo["forgottenAt"] is None:
                assert photo["found"] == [photo["size"], photo["sha256"]], photo["id"]
            else:
                assert photo["receipt"] is not None, "bytes were forgotten without a receipt"


async def read_kept(page: Page, *, whole: bool = True) -> Kept:
    """Read everything. With `whole`, also read the bytes and hash each photograph again."""
    return Kept(**await page.evaluate(_READ, whole))


async def set_meta(page: Page, key: str, value: Any) -> None:
    """Set one of the phone's small facts, such as `probeBytes`."""
    await page.evaluate(_SET_META, [key, value])


def sha256(data: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(data).hexdigest()
