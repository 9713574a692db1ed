/** Listeners for committed writes: called immediately in this tab, and through BroadcastChannel
 * in the others. */

export interface Written {
  table: string;
  recordId?: string;
}

type Listener = (what: Written) => void;

export class Watching {
  private readonly listeners = new Set<Listener>();
  private channel: BroadcastChannel | null;

  constructor(name: string) {
    // Absent in some web views. Other tabs then learn of changes when they are next looked at.
    this.channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
    if (this.channel) {
      this.channel.onmessage = (event: MessageEvent<Written>) => this.here(event.data);
      // Node keeps a process alive for an open channel. Browsers have no such method.
      (this.channel as { unref?: () => void }).unref?.();
    }
  }

  tell(table: string, recordId?: string): void {
    const what: Written = recordId === undefined ? { table } : { table, recordId };
    this.here(what);
    this.channel?.postMessage(what);
  }

  watch(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    this.listeners.clear();
    this.channel?.close();
    this.channel = null;
  }

  private here(what: Written): void {
    for (const listener of [...this.listeners]) listener(what);
  }
}
