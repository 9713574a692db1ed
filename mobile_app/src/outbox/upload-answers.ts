/** What the phone does on each answer of /uploads. Implements the table in
 * docs/exchange/offline-sync.md, "Send bytes". */

/** again: ask with HEAD and continue, now · anew: begin a new upload, now · later: in another
 * round, others may be tried now · stop: in another round, for all · park: sending it again
 * unchanged is useless. */
export type Step = 'again' | 'anew' | 'later' | 'stop' | 'park';

/** `status` 0 means no answer. `code` is that of the problem, null if there was none. */
export function stepAfter(status: number, code: string | null): Step {
  switch (status) {
    case 0:
      return 'stop';
    case 401: // The token ended on the way: it is exchanged before the next request.
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
      // Only this photograph's bytes are on a node that is away; the others need not wait for it.
      return code === 'upload_elsewhere' ? 'later' : 'stop';
    case 429:
      return 'stop';
    default:
      return status >= 500 ? 'stop' : 'park';
  }
}
