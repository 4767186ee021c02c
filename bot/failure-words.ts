import type { Failure, FailureCode } from '../backend/domain/failure.ts';

export interface Words {
  heading: string;
  text: string;
}

type InOwnWords = (failure: Failure) => string;

/** What happened, what is safe, what to do. Messages of the first four are written for people already. */
const byCode: Record<FailureCode, { heading: string; text: InOwnWords }> = {
  'not-found': { heading: 'Not found', text: (f) => `${f.message} Check the number, or ask for your cases.` },
  conflict: { heading: 'Nothing was changed', text: (f) => f.message },
  'recipients-changed': { heading: 'Nothing was sent', text: (f) => f.message },
  stale: { heading: 'Nothing was changed', text: (f) => f.message },
  forbidden: { heading: 'Nothing was changed', text: (f) => f.message },
  invalid: { heading: 'Nothing was changed', text: (f) => f.message },
  unauthenticated: { heading: 'Nothing was changed', text: () => 'You are not signed in.' },
  'too-large': { heading: 'Nothing was changed', text: () => 'That was too much at once.' },
  'precondition-required': { heading: 'Nothing was changed', text: () => 'Open the case again and repeat it there.' },
  throttled: { heading: 'Not now', text: (f) => `Too much at once. Try again in ${seconds(f)}.` },
  unavailable: {
    heading: 'No answer',
    text: (f) => `HandyConnect cannot reach its cases. Look at the case in ${seconds(f)} before you repeat it.`,
  },
};

/** A failure in the words of the bot. */
export function failureWords(failure: Failure): Words {
  const { heading, text } = byCode[failure.code];
  return { heading, text: text(failure) };
}

/** For what nobody foresaw; `reference` finds it in the log. */
export function faultWords(reference: string): Words {
  return {
    heading: 'That did not work',
    text: `The fault is logged as ${reference}. Look at the case before you repeat it.`,
  };
}

function seconds({ retryAfterSeconds = 30 }: Failure): string {
  return retryAfterSeconds === 1 ? '1 second' : `${Math.ceil(retryAfterSeconds)} seconds`;
}
