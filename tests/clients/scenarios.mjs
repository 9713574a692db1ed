// What a tus client of others is asked to do, the same in Node and in a browser.
// Every request is written down: the tests read from it where an upload was taken up again.

const KINDS = {
  plain: {},
  chunks: { chunkSize: 700_000 },
  at_creation: { uploadDataDuringCreation: true },
  parallel: { parallelUploads: 3 },
  deferred: { uploadLengthDeferred: true, chunkSize: 700_000 },
  override: { overridePatchMethod: true },
  cut: {},
  cut_at_creation: { uploadDataDuringCreation: true },
  cut_parallel: { parallelUploads: 3 },
  terminate: {},
};

/** Do one of the KINDS with `file`; `options` has endpoint, headers and metadata. Resolves to what happened. */
export function run(tus, kind, file, options) {
  const requests = [];
  let cut = !kind.startsWith("cut") && kind !== "terminate";
  return new Promise((resolve, reject) => {
    const upload = new tus.Upload(file, {
      ...options,
      ...KINDS[kind],
      retryDelays: [50, 100, 200, 400, 800, 1600],
      storeFingerprintForResuming: false,
      onAfterResponse(request, response) {
        requests.push({
          method: request.getMethod(),
          override: request.getHeader("X-HTTP-Method-Override") ?? null,
          concat: request.getHeader("Upload-Concat") ?? null,
          from: Number(request.getHeader("Upload-Offset") ?? -1),
          status: response.getStatus(),
          offset: Number(response.getHeader("Upload-Offset") ?? -1),
        });
      },
      onProgress(sent) {
        if (cut || sent === 0) return;
        cut = true;
        const ended = upload.abort(kind === "terminate");
        if (kind === "terminate") {
          ended.then(() => resolve({ url: upload.url, requests }), reject);
        } else {
          ended.then(() => setTimeout(() => upload.start(), 50));
        }
      },
      onError: reject,
      onSuccess: () => resolve({ url: upload.url, requests }),
    });
    upload.start();
  });
}
