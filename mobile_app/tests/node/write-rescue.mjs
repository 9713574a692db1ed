// node tests/node/write-rescue.mjs: the phone's own store and rescue code, in Node over fake-indexeddb, writing one file.
// Takes {recipient, device_id, private_key (JWK), officer, acts, photos: [{id, act_id, sha256, size, media_type, file}],
// informations: [{id, summary, received_at, sealed, attachments: [{id, key_id, sha256, size, file}]}], out} on standard input
// and prints {name, size, told} as JSON. Read by tests/integration/exchange/rescue on the server's side.
import 'fake-indexeddb/auto';
import { readFileSync, openSync, writeSync, closeSync } from 'node:fs';
import { createServer } from 'vite';

const given = JSON.parse(readFileSync(0, 'utf8'));
const server = await createServer({
  configFile: false,
  root: new URL('../..', import.meta.url).pathname,
  appType: 'custom',
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
});
try {
  const { IndexedStore } = await server.ssrLoadModule('/src/store/indexed.ts');
  const { makeRescue } = await server.ssrLoadModule('/src/rescue/rescue.ts');
  const store = new IndexedStore({ name: 'write-rescue' });
  const officerId = given.officer.id;
  const officer = { id: officerId, officer: given.officer, pin: null, refreshToken: null, wrongPins: 0, signedInAt: given.acts[0].made_at };
  await store.setOfficer(officer);
  const privateKey = await crypto.subtle.importKey('jwk', given.private_key, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
  await store.setDeviceKey({ deviceId: given.device_id, privateKey, publicJwk: {}, madeAt: officer.signedInAt });

  const nothing = { receipt: null, problem: null, tries: 0, lastError: null };
  for (const [at, act] of given.acts.entries()) {
    const row = { id: act.id, officerId, recordId: act.record.id, seq: act.seq, act, state: 'waiting', quarantine: null, ...nothing };
    const head = { officerId, seq: act.seq, head: given.acts[at + 1]?.prev ?? 'last' };
    const taken = given.photos.find((photo) => photo.act_id === act.id);
    if (!taken) {
      await store.append(row, head);
      continue;
    }
    const data = readFileSync(taken.file);
    const bytes = data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength);
    const photo = {
      id: taken.id, officerId, recordId: act.record.id, actId: act.id, sha256: taken.sha256, size: taken.size, mediaType: taken.media_type,
      way: 'camera', caption: null, takenAt: act.made_at, place: null, thumbnail: null, thumbnailSent: false, withdrawn: null,
      state: 'waiting', sentBytes: 0, uploadUrl: null, chunks: 0, forgottenAt: null, ...nothing,
    };
    await store.append(row, head, { row: photo, bytes });
  }

  const { emptyInformation } = await server.ssrLoadModule('/src/domain/informations.ts');
  const { informationsOf } = await server.ssrLoadModule('/src/store/meta.ts');
  const queued = [];
  for (const { id, summary, received_at: at, sealed, attachments } of given.informations) {
    for (const one of attachments) {
      const data = readFileSync(one.file);
      await store.filings.putPart(one.id, 0, data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength));
    }
    queued.push({
      id, state: 'waiting', number: null, registeredAt: null, problem: null, forgotten: false, updatedAt: at,
      typed: { ...emptyInformation(at), source: 'tip', summary, aboutOfficer: 'no' },
      texts: sealed.map(({ kind, key_id: keyId, sealed: text }, n) => ({ id: String(n), kind, keyId, sealed: text, at })),
      photos: attachments.map(({ id: photoId, key_id: keyId, sha256, size }) => ({ id: photoId, keyId, sha256, size, at, takenAt: null, pieces: 0, problem: null, forgotten: false })),
    });
  }
  await store.setMeta(informationsOf(officerId), { drafts: [], queued, epoch: null });

  let told = [0, 0];
  const made = await makeRescue(store, officerId, async () => given.recipient, (done, total) => (told = [done, total]));
  const out = openSync(given.out, 'w');
  let size = 0;
  for (const part of made.parts) size += writeSync(out, new Uint8Array(await part.arrayBuffer()));
  closeSync(out);
  store.close();
  console.log(JSON.stringify({ name: made.name, size, told }));
} finally {
  await server.close();
}
