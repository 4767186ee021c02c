import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface ReceivedNotification {
  subscriptionId: string;
  changeType?: string;
  clientState: string | null;
  resourceData?: { id: string };
  lifecycleEvent?: string;
}

/** Where notifications arrive in tests. */
export interface Receiver {
  url: string;
  lifecycleUrl: string;
  /** In order of arrival, those answered with success only. */
  notifications: ReceivedNotification[];
  lifecycle: ReceivedNotification[];
  /** Bodies as they came, the refused ones too. */
  posts: unknown[];
  /** Answers the next `count` posts with 503. */
  refuseNext(count: number): void;
  answerValidation(right: boolean): void;
  reset(): void;
  close(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const notifications: ReceivedNotification[] = [];
  const lifecycle: ReceivedNotification[] = [];
  const posts: unknown[] = [];
  let refusals = 0;
  let validates = true;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const token = url.searchParams.get('validationToken');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (token !== null) {
      response.writeHead(200, { 'content-type': 'text/plain' }).end(validates ? token : 'something else');
      return;
    }
    const body: { value: ReceivedNotification[] } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    posts.push(body);
    if (refusals > 0) {
      refusals -= 1;
      response.writeHead(503).end();
      return;
    }
    (url.pathname === '/lifecycle' ? lifecycle : notifications).push(...body.value);
    response.writeHead(202).end();
  }

  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  return {
    url: `http://127.0.0.1:${port}/notifications`,
    lifecycleUrl: `http://127.0.0.1:${port}/lifecycle`,
    notifications,
    lifecycle,
    posts,
    refuseNext: (count) => {
      refusals = count;
    },
    answerValidation: (right) => {
      validates = right;
    },
    reset: () => {
      for (const list of [notifications, lifecycle, posts]) list.length = 0;
      refusals = 0;
      validates = true;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
