/** What the phone does on each answer of /uploads: the table of docs/exchange/offline-sync.md, "Send bytes", as a function. */

/** again: ask with HEAD and go on, now · anew: begin a new upload, now · later: in another round, others may try · stop: in another round, for all ·
 * park: no use in sending it again as it is. */
export type Step = 'again' | 'anew' | 'later' | 'stop' | 'park';

/** `status` 0: no answer. `code` is the problem's, null where there was none. */
export function stepAfter(status: number, code: string | null): Step {
  switch (status) {
    case 0:
      return 'stop';
    case 401: // A token that ended on the way: exchanged before the next request.
    case 408: // upload_stalled
    case 409: // upload_offset_mismatch
    case 423: // upload_busy
    case 460: // checksum_mismatch
      return 'again';
    case 404:
    case 410:
    case 422: // hash_mismatch
      return 'anew';
    case 503:
      // This one's bytes lie on a node that is away; the others need not wait for it.
      return code === 'upload_elsewhere' ? 'later' : 'stop';
    case 429:
      return 'stop';
    default:
      return status >= 500 ? 'stop' : 'park';
  }
}
