/** Web Locks for Node: exclusive and shared, with `ifAvailable`. One manager represents one
 * phone with all its tabs. */

type Work = (lock: Lock | null) => Promise<unknown>;

export class Locks {
  private readonly queues = new Map<string, Promise<unknown>>();
  private readonly names = new Set<string>();

  request(name: string, optionsOrWork: LockOptions | Work, maybeWork?: Work): Promise<unknown> {
    const work = (maybeWork ?? optionsOrWork) as Work;
    const options = maybeWork ? (optionsOrWork as LockOptions) : {};
    if (options.ifAvailable && this.names.has(name)) return Promise.resolve(work(null));
    const before = this.queues.get(name) ?? Promise.resolve();
    if (options.ifAvailable) this.names.add(name);
    const run = before.then(async () => {
      this.names.add(name);
      try {
        return await work({ name, mode: 'exclusive' });
      } finally {
        this.names.delete(name);
      }
    });
    this.queues.set(
      name,
      run.catch(() => undefined),
    );
    return run;
  }

  query(): Promise<LockManagerSnapshot> {
    return Promise.resolve({ held: [...this.names].map((name) => ({ name, mode: 'exclusive' as const })), pending: [] });
  }
}
