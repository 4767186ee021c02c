import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StandingMessage {
  id: string;
  activity: Record<string, unknown>;
}

/** Teams on a bad day: it slows down, is busy, breaks off, and at times is not there at all. What it took it keeps. */
export interface StormyConnector {
  serviceUrl: string;
  /** What stands in each conversation, in the order in which it was posted. */
  conversations: Map<string, StandingMessage[]>;
  refusals: Record<number, number>;
  /** Nobody answers the door until `comeBack`. */
  disappear(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

const refusing = [429, 412, 502];

/** @param share of requests that are refused, spread by a fixed sequence */
export async function startStormyConnector(share: number): Promise<StormyConnector> {
  const conversations = new Map<string, StandingMessage[]>();
  const refusals: Record<number, number> = {};
  let seed = 7;
  let ids = 0;
  let server: Server;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const answer = (method: string, path: string, activity: Record<string, unknown>): { status: number; id?: string } => {
    const [, , , conversation = '', , id = ''] = path.split('/').map(decodeURIComponent);
    if (random() < share) {
      const status = refusing[Math.floor(random() * refusing.length)] ?? 502;
      refusals[status] = (refusals[status] ?? 0) + 1;
      return { status };
    }
    const messages = conversations.get(conversation) ?? [];
    conversations.set(conversation, messages);
    if (method === 'POST') {
      ids += 1;
      messages.push({ id: `m-${ids}`, activity });
      return { status: 201, id: `m-${ids}` };
    }
    const at = messages.findIndex((message) => message.id === id);
    if (at < 0) return { status: 404 };
    if (method === 'DELETE') messages.splice(at, 1);
    else messages[at] = { id, activity };
    return { status: 200, id };
  };
  const listen = (port: number) =>
    new Promise<number>((resolve) => {
      server = createServer(async (request, response) => {
        const activity = JSON.parse((await textOf(request)) || '{}') as Record<string, unknown>;
        const { status, id } = answer(request.method ?? '', request.url ?? '', activity);
        response.writeHead(status, {
          'content-type': 'application/json',
          ...(status === 429 && { 'retry-after': '2' }),
        });
        response.end(JSON.stringify(id === undefined ? { error: { code: 'No' } } : { id }));
      });
      server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    });
  const stop = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  const port = await listen(0);
  return {
    serviceUrl: `http://127.0.0.1:${port}`,
    conversations,
    refusals,
    disappear: stop,
    comeBack: async () => void (await listen(port)),
    close: stop,
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}
