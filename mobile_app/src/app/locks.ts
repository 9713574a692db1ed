/** Runs work one at a time under a name: across all tabs with Web Locks, within this tab if the
 * browser has none. */

export type Lock = <T>(name: string, work: () => Promise<T>) => Promise<T>;

export function lockBy(locks: LockManager | null): Lock {
  if (locks) return (name, work) => locks.request(name, work) as Promise<Awaited<ReturnType<typeof work>>>;
  const last = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const next = (last.get(name) ?? Promise.resolve()).then(work);
    last.set(
      name,
      next.catch(() => undefined),
    );
    return next;
  };
}
