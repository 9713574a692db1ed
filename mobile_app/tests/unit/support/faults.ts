/** Network faults between the phone and the server in memory. */

export interface Fault {
  method?: string;
  /** Part of the path. */
  path: string;
  /** before: the request never arrives · after: it is processed, but its answer is lost ·
   * slow-cut (uploads): half of the body arrives, without an answer. */
  when: 'before' | 'after';
  /** How often; 1 by default. */
  times?: number;
}

export class Faults {
  offline = false;
  /** A captive portal that answers everything with 200 and a page (`page`), or with its own JSON
   * (`json`), or with a redirect elsewhere. */
  portal: 'page' | 'json' | 'redirect' | null = null;
  private readonly planned: Fault[] = [];
  private readonly held: { path: string; until: Promise<void> }[] = [];
  private readonly standing: string[] = [];

  /** Cuts the next matching request, or `times` of them. */
  cut(fault: Fault): void {
    this.planned.push({ times: 1, ...fault });
  }

  /** Holds matching requests until the returned function is called. */
  hold(path: string): () => void {
    let release = (): void => undefined;
    const until = new Promise<void>((resolve) => (release = resolve));
    const entry = { path, until };
    this.held.push(entry);
    return () => {
      this.held.splice(this.held.indexOf(entry), 1);
      release();
    };
  }

  /** How many requests to this path are being held now. */
  waiting(path: string): number {
    return this.standing.filter((each) => each.includes(path)).length;
  }

  async around(request: Request, serve: () => Promise<Response>): Promise<Response> {
    const path = new URL(request.url).pathname;
    for (const each of [...this.held]) {
      if (!path.includes(each.path)) continue;
      this.standing.push(path);
      await each.until;
      this.standing.splice(this.standing.indexOf(path), 1);
    }
    if (this.offline) throw new TypeError('Failed to fetch');
    if (this.portal) return portalAnswer(this.portal);
    const fault = this.planned.find((each) => path.includes(each.path) && (each.method ?? request.method) === request.method);
    if (fault) {
      fault.times = (fault.times ?? 1) - 1;
      if (fault.times === 0) this.planned.splice(this.planned.indexOf(fault), 1);
    }
    if (fault?.when === 'before') throw new TypeError('Failed to fetch');
    const response = await serve();
    if (fault?.when === 'after') throw new TypeError('Failed to fetch');
    return response;
  }
}

function portalAnswer(kind: 'page' | 'json' | 'redirect'): Response {
  if (kind === 'redirect') return new Response(null, { status: 302, headers: { Location: 'http://login.quan-ca-phe.vn/' } });
  if (kind === 'json') return Response.json({ login: 'http://login.quan-ca-phe.vn/', results: 'none' });
  return new Response('<html>Đăng nhập Wi-Fi</html>', { headers: { 'Content-Type': 'text/html' } });
}
