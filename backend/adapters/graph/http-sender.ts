import http from 'node:http';
import https from 'node:https';
import type { Context, Middleware } from '@microsoft/microsoft-graph-client';

/** Connections stay open, because a busy mailbox is asked hundreds of times a second. */
const agents = {
  'http:': new http.Agent({ keepAlive: true }),
  'https:': new https.Agent({ keepAlive: true }),
};

/**
 * The last step before the network. The client's own goes through `fetch`, which costs three times as much of the
 * processor for each request, and the processor is what bounds intake. Redirects are not followed: Graph sends none here.
 */
export class HttpSender implements Middleware {
  async execute(context: Context): Promise<void> {
    if (typeof context.request !== 'string') throw new TypeError('A Graph request must be addressed by a text');
    context.response = await send(new URL(context.request), context.options ?? {});
  }
}

function send(url: URL, { method = 'GET', headers, body, signal }: RequestInit): Promise<Response> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new TypeError('Graph is reached by http or https');
  const client = url.protocol === 'https:' ? https : http;
  const payload = typeof body === 'string' ? Buffer.from(body) : body instanceof Uint8Array ? body : undefined;
  if (body !== undefined && body !== null && payload === undefined) throw new TypeError('A body must be text or bytes');
  return new Promise((resolve, reject) => {
    const request = client.request(url, {
      method,
      agent: agents[url.protocol as keyof typeof agents],
      headers: {
        ...plain(headers),
        ...(payload !== undefined && { 'content-length': payload.length }),
      },
      ...(signal && { signal }),
    });
    request.on('error', reject);
    request.on('response', (answer) => void whole(answer).then(resolve, reject));
    request.end(payload);
  });
}

/** The client hands in an object of names and values; a body that is text came out of JSON. */
function plain(headers: HeadersInit | undefined): Record<string, string> {
  if (headers === undefined || Array.isArray(headers) || headers instanceof Headers) {
    return Object.fromEntries(new Headers(headers));
  }
  return headers;
}

/** What this folder and the client's retry handler read of an answer; building a whole `Response` costs more than sending. */
class Answer {
  readonly status: number;
  readonly ok: boolean;
  readonly body = null;
  readonly headers: { get(name: string): string | null };
  readonly #bytes: Buffer;

  constructor(status: number, headers: http.IncomingHttpHeaders, bytes: Buffer) {
    this.status = status;
    this.ok = status >= 200 && status < 300;
    this.headers = { get: (name) => headers[name.toLowerCase()]?.toString() ?? null };
    this.#bytes = bytes;
  }

  async text(): Promise<string> {
    return this.#bytes.toString('utf8');
  }

  async arrayBuffer(): Promise<Uint8Array> {
    return this.#bytes;
  }
}

function whole(answer: http.IncomingMessage): Promise<Response> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.on('error', reject);
    answer.on('end', () => {
      const read = new Answer(answer.statusCode ?? 0, answer.headers, Buffer.concat(chunks));
      resolve(read as unknown as Response);
    });
    answer.on('close', () => reject(new Error('Graph broke the answer off')));
  });
}
