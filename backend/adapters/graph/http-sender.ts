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
        ...Object.fromEntries(new Headers(headers)),
        ...(payload !== undefined && { 'content-length': payload.length }),
      },
      ...(signal && { signal }),
    });
    request.on('error', reject);
    request.on('response', (answer) => void whole(answer).then(resolve, reject));
    request.end(payload);
  });
}

async function whole(answer: http.IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const status = answer.statusCode ?? 0;
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) headers.set(name, String(value));
  const empty = chunks.length === 0 || status === 204 || status === 304;
  return new Response(empty ? null : Buffer.concat(chunks), { status, headers });
}
