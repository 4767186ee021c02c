import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../domain/failure.ts';
import type { Claim, GivenAnswer, GivenAnswers } from '../ports/given-answers.ts';
import type { Clock } from '../ports/system.ts';
import type { Answer } from './call.ts';
import type { AdmittedCall } from './door.ts';
import { JsonBytes } from './json-bytes.ts';

export interface OnceDeps {
  given: GivenAnswers;
  clock: Clock;
}

/** A request takes less; whoever has claimed a key for longer is no more. */
const deadAfterMs = 60_000;
const askEveryMs = 50;
/** How long a repeat waits for the answer to the first. */
const patienceMs = 20_000;
/** Characters of the longest answer that is kept. */
const mostKept = 250_000;

/**
 * Carries a request with an Idempotency-Key out, once however often it comes and however many come at once; all get the
 * same answer. What was refused may be asked again. @throws Failure `conflict` for a key that was used for another
 * request, `unavailable` while the first is still being carried out; whatever `handle` throws
 */
export async function answerOnce(
  { given, clock }: OnceDeps,
  { actor, params, search, idempotency }: AdmittedCall,
  handle: () => Promise<Answer<unknown>>,
): Promise<Answer<unknown>> {
  if (idempotency === undefined) return handle();
  const key = hash(JSON.stringify([actor?.id ?? null, idempotency.key]));
  const requestHash = hash(JSON.stringify([idempotency.requestHash, params ?? null, search]));
  const mine: Claim = { requestHash, owner: randomUUID(), atMs: clock.nowMs(), answer: null };
  for (const until = performance.now() + patienceMs; performance.now() < until; await sleep(askEveryMs)) {
    const held = await given.claim(key, mine, clock.nowMs() - deadAfterMs);
    if (held.requestHash !== requestHash) {
      throw new Failure('conflict', 'This Idempotency-Key was used for another request.');
    }
    if (held.answer !== null) return asGiven(held.answer);
    if (held.owner === mine.owner) return carryOut(given, key, mine, handle);
  }
  throw new Failure('unavailable', 'The same request is still being carried out.', { retryAfterSeconds: 5 });
}

async function carryOut(
  given: GivenAnswers,
  key: string,
  claim: Claim,
  handle: () => Promise<Answer<unknown>>,
): Promise<Answer<unknown>> {
  let answer: Answer<unknown>;
  try {
    answer = await handle();
  } catch (error) {
    await given.remove(key);
    throw error;
  }
  await given.put(key, { ...claim, answer: toKeep(answer) });
  return answer;
}

function toKeep({ body, status, etag, headers = {} }: Answer<unknown>): GivenAnswer {
  const text = body instanceof JsonBytes ? body.bytes.toString() : JSON.stringify(body);
  return { status: status ?? 0, body: text.length > mostKept ? null : text, etag: etag ?? null, headers };
}

function asGiven({ status, body, etag, headers }: GivenAnswer): Answer<unknown> {
  if (body === null) throw new Failure('conflict', 'It was carried out; its answer was too long to be kept.');
  const given = { body: new JsonBytes(Buffer.from(body)), headers, ...(etag !== null && { etag }) };
  return status === 0 ? given : { ...given, status };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
