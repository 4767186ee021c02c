import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { Failure } from '../../backend/domain/failure.ts';

type ConnectorOptions = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>;
type HttpClient = NonNullable<ConnectorOptions['httpClient']>;
type HttpResponse = Awaited<ReturnType<HttpClient['sendRequest']>>;
type HttpRequest = Parameters<HttpClient['sendRequest']>[0];

/** The SDK repeats what fails for many seconds, which holds a turn or the announcer. Ours fails at once, in our words. */
const answerMs = 5_000;

/**
 * Carries out one call to the channel's connector.
 * @throws Failure `throttled` with the seconds to wait, `forbidden`, `not-found`, `invalid`, `unavailable`
 */
export function connectorHttp(timeoutMs: number = answerMs, fetchIt: typeof fetch = fetch): HttpClient {
  return {
    async sendRequest(request: HttpRequest): Promise<HttpResponse> {
      const response = await call(request, timeoutMs, fetchIt);
      if (response.status >= 300) throw refusal(response);
      const bodyAsText = await response.text();
      return { request, status: response.status, headers: compatHeaders(response.headers), bodyAsText } as HttpResponse;
    },
  };
}

async function call(request: HttpRequest, timeoutMs: number, fetchIt: typeof fetch): Promise<Response> {
  const body = typeof request.body === 'string' ? { body: request.body } : {};
  try {
    return await fetchIt(request.url, {
      method: request.method,
      headers: request.headers.toJson(),
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
      ...body,
    });
  } catch (cause) {
    throw new Failure('unavailable', 'Teams does not answer.', { cause });
  }
}

function refusal(response: Response): Failure {
  // Nobody reads it, and an unread body keeps the connection busy.
  response.body?.cancel().catch(() => undefined);
  const { status } = response;
  if (status === 429) {
    return new Failure('throttled', 'Teams asks us to slow down.', { retryAfterSeconds: retryAfter(response) });
  }
  // Our own credentials are at fault, not the place: nothing about the conversation may be concluded from it.
  if (status === 401) return new Failure('unavailable', 'Teams does not accept the credentials of the bot.');
  if (status === 403) return new Failure('forbidden', 'Teams does not let the bot write there.');
  if (status === 404 || status === 410) return new Failure('not-found', 'Teams does not know that place.');
  // The place is busy with another message, or took too long: the same may be sent again.
  if (status === 408 || status === 412) return new Failure('unavailable', `Teams answered ${status}.`);
  if (status < 500) return new Failure('invalid', `Teams refused the message with ${status}.`);
  return new Failure('unavailable', `Teams answered ${status}.`);
}

const usualWaitSeconds = 5;
const longestWaitSeconds = 3_600;

/** RFC 9110, section 10.2.3: seconds, or a date, which is measured against the date of the answer. */
function retryAfter({ headers }: Response): number {
  const text = headers.get('retry-after') ?? '';
  const answeredAt = Date.parse(headers.get('date') ?? '');
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - answeredAt) / 1000;
  if (!Number.isFinite(seconds) || seconds <= 0) return usualWaitSeconds;
  return Math.min(Math.ceil(seconds), longestWaitSeconds);
}

function compatHeaders(headers: Headers): { toJson(): Record<string, string>; get(name: string): string | undefined } {
  return { toJson: () => Object.fromEntries(headers), get: (name) => headers.get(name) ?? undefined };
}
