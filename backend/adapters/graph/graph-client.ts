import {
  AuthenticationHandler,
  Client,
  type Context,
  type Middleware,
  RetryHandler,
} from '@microsoft/microsoft-graph-client';
import { canonicalBase } from './graph-paths.ts';
import { HttpSender } from './http-sender.ts';

/** Puts the configured base address in where the client believes it talks to graph.microsoft.com. */
class BaseAddress implements Middleware {
  private next: Middleware | undefined;
  private readonly baseUrl: string;

  constructor(baseUrl: string) {
    this.baseUrl = baseUrl.replace(/\/$/, '');
  }

  async execute(context: Context): Promise<void> {
    const { request } = context;
    if (typeof request !== 'string' || !request.startsWith(canonicalBase)) {
      throw new TypeError('A Graph request must be addressed by its canonical path');
    }
    // A copy: the retry handler hands the same context in again and must find the canonical address.
    const rewritten = { ...context, request: this.baseUrl + request.slice(canonicalBase.length) };
    await this.next?.execute(rewritten);
    if (rewritten.response) context.response = rewritten.response;
  }

  setNext(next: Middleware): void {
    this.next = next;
  }
}

/** The real Graph client: sign, retry, address, send. Each call brings its own token and retry options. */
export function createGraphClient(baseUrl: string): Client {
  const unsigned = { getAccessToken: () => Promise.reject(new TypeError('Every call brings its own token')) };
  return Client.initWithMiddleware({
    middleware: [new AuthenticationHandler(unsigned), new RetryHandler(), new BaseAddress(baseUrl), new HttpSender()],
  });
}
