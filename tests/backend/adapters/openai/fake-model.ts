import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Behaviour = (request: ModelRequest, response: ServerResponse) => void;

export interface ModelRequest {
  path: string;
  authorization: string | undefined;
  body: {
    model?: string;
    messages?: { role: string; content: string }[];
    response_format?: { json_schema?: { strict?: boolean } };
  };
}

/** A server on loopback that speaks as much of the OpenAI protocol as the tests need, and misbehaves on demand. */
export class FakeModel {
  readonly requests: ModelRequest[] = [];
  url = '';
  behave: Behaviour = (_, response) => response.end();
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
    return this.url;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const seen = { path: request.url ?? '', authorization: request.headers.authorization, body: JSON.parse(text) };
    this.requests.push(seen);
    this.behave(seen, response);
  }
}

export function says(content: string | null, more: { finish_reason?: string; refusal?: string } = {}): Behaviour {
  return (_, response) => {
    const message = { role: 'assistant', content, refusal: more.refusal ?? null };
    const choices = [{ index: 0, message, finish_reason: more.finish_reason ?? 'stop' }];
    response.setHeader('content-type', 'application/json');
    const usage = { prompt_tokens: 700, completion_tokens: 120, total_tokens: 820 };
    response.end(JSON.stringify({ id: 'c1', object: 'chat.completion', created: 1, model: 'm', choices, usage }));
  };
}

export function refuses(status: number, headers: Record<string, string> = {}): Behaviour {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify({ error: { message: 'no', type: 'x', code: 'x' } }));
  };
}

export const goodAnswer = {
  category: 'billing',
  complaint: false,
  priority: 'medium',
  priority_reasons: ['charged twice'],
  sentiment: 'neutral',
  language: 'en',
  summary: 'Was charged twice in March.',
  numbers: [],
  dates: [],
  places: [],
  people: [],
  tasks: [{ title: 'Check the charge', because: 'charged twice' }],
  next_step: 'Compare the two charges.',
  confidence: 0.9,
};
