import * as z from 'zod';
import { Failure, type FailureCode } from '../../domain/failure.ts';

const errorBody = z.object({ error: z.object({ code: z.string() }) });

/** Codes that mean "no such thing" although Graph answers 400 or 410. Compared in lower case. */
const missingCodes = new Set([
  'erroritemnotfound',
  'errorinvalididmalformed',
  'errorinvalididempty',
  'errorinvalidmailboxitemid',
  'errornonexistentmailbox',
  'resourcenotfound',
]);

const forgottenCodes = new Set(['syncstatenotfound', 'syncstateinvalid', 'resyncrequired']);

/** How Graph refused, in Graph's own words. */
export interface Refusal {
  status: number;
  /** Lower case; empty when Graph gave none. */
  code: string;
  retryAfterSeconds: number | undefined;
}

export async function readRefusal(response: Response): Promise<Refusal> {
  const text = await response.text().catch(() => '');
  return { status: response.status, code: codeIn(text), retryAfterSeconds: retryAfter(response) };
}

function codeIn(text: string): string {
  try {
    const parsed = errorBody.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.error.code.toLowerCase() : '';
  } catch {
    return '';
  }
}

/** Seconds of a Retry-After header, given as seconds or as a date. */
export function retryAfter(response: Pick<Response, 'headers'>): number | undefined {
  const value = response.headers.get('retry-after');
  if (value === null || value.trim() === '') return undefined;
  const seconds = Number.isNaN(Number(value)) ? (Date.parse(value) - Date.now()) / 1000 : Number(value);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

export function toFailure(refusal: Refusal): GraphFailure {
  return new GraphFailure(failureCode(refusal), refusal);
}

function failureCode({ status, code, retryAfterSeconds }: Refusal): FailureCode {
  if (missingCodes.has(code)) return 'not-found';
  if (code === 'validationerror') return 'unavailable';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 429) return 'throttled';
  if (status === 503 || status === 504) return retryAfterSeconds === undefined ? 'unavailable' : 'throttled';
  if (status === 409) return 'conflict';
  if (status === 412) return 'stale';
  if (status === 413) return 'too-large';
  if (status >= 400 && status < 500 && status !== 408) return 'invalid';
  return 'unavailable';
}

/** A Failure that still knows how Graph refused; only this folder looks at that. */
export class GraphFailure extends Failure {
  readonly refusal: Refusal;

  constructor(code: FailureCode, refusal: Refusal) {
    const retry = refusal.retryAfterSeconds ?? (code === 'throttled' ? 10 : undefined);
    const details = retry === undefined ? {} : { retryAfterSeconds: Math.ceil(retry) };
    super(code, `Graph answered ${refusal.status} ${refusal.code}`.trim(), details);
    this.refusal = refusal;
  }
}

/** True when Graph no longer knows the state a delta link refers to and everything must be read again. */
export function forgotCursor(error: unknown): boolean {
  if (!(error instanceof GraphFailure)) return false;
  return error.refusal.status === 410 || forgottenCodes.has(error.refusal.code);
}
