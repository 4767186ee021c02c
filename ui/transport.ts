import type { HttpAnswer, HttpRequest } from '../backend/contracts/client.ts';
import { noteServerDate } from './server-clock.ts';

/** The server could not be reached at all; nothing is known of what became of a write. */
export class OfflineError extends Error {
  constructor(cause: unknown) {
    super('No connection to HandyConnect.', { cause });
    this.name = 'OfflineError';
  }
}

/** Sends a request to our own origin. @throws OfflineError when no answer came */
export async function sendByFetch(request: HttpRequest): Promise<HttpAnswer> {
  const { method, headers, body } = request;
  const answer = await fetch(request.path, { method, headers, ...(body !== undefined && { body }) }).catch((cause) => {
    throw new OfflineError(cause);
  });
  noteServerDate(answer.headers.get('date'));
  const etag = answer.headers.get('etag');
  return { status: answer.status, body: await parsed(answer), ...(etag !== null && { etag }) };
}

async function parsed(answer: Response): Promise<unknown> {
  const text = await answer.text().catch((cause) => {
    throw new OfflineError(cause);
  });
  if (!/\bjson\b/.test(answer.headers.get('content-type') ?? '')) return undefined;
  return text === '' ? undefined : JSON.parse(text);
}
