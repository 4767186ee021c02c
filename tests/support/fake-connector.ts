import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ConnectorCall {
  method: string;
  path: string;
  activity: Record<string, unknown>;
}

export interface ConnectorAnswer {
  status: number;
  headers?: Record<string, string>;
}

/** The side of Teams that the bot writes to. It takes everything, unless told otherwise. */
export interface FakeConnector {
  serviceUrl: string;
  calls: ConnectorCall[];
  /** Answers the next calls, one each; `hang` never answers. */
  answerNext(...answers: (ConnectorAnswer | 'hang')[]): void;
  close(): Promise<void>;
}

export async function startFakeConnector(): Promise<FakeConnector> {
  const calls: ConnectorCall[] = [];
  const answers: (ConnectorAnswer | 'hang')[] = [];
  const server = createServer(async (request, response) => {
    const activity = JSON.parse((await textOf(request)) || '{}') as Record<string, unknown>;
    calls.push({ method: request.method ?? '', path: request.url ?? '', activity });
    const answer = answers.shift() ?? { status: 200 };
    if (answer === 'hang') return;
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(JSON.stringify(answer.status < 300 ? { id: `activity-${calls.length}` } : { error: { code: 'No' } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    serviceUrl: `http://127.0.0.1:${port}`,
    calls,
    answerNext: (...next) => {
      answers.push(...next);
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}
