import { ProblemError } from '../../../backend/contracts/client.ts';
import { OfflineError } from '../../../ui/transport.ts';
import { StaleItemError } from '../../office/current-item.ts';
import { SignInError } from '../../office/sign-in-error.ts';

/** What stopped the pane, in words that stand where the action was. */
export interface PaneProblem {
  kind: 'offline' | 'signed-out' | 'setup' | 'forbidden' | 'stale' | 'failed';
  title: string;
  text: string;
  /** For whoever looks into the server's log. */
  requestId?: string;
}

const signIn: Record<SignInError['why'], Omit<PaneProblem, 'requestId'>> = {
  'signed-out': {
    kind: 'signed-out',
    title: 'You are not signed in.',
    text: 'Sign in with the account you use for Outlook.',
  },
  consent: {
    kind: 'signed-out',
    title: 'HandyConnect may not know you yet.',
    text: 'Outlook asks for your consent once. Nothing is read before.',
  },
  'other-account': {
    kind: 'signed-out',
    title: 'You are signed in as somebody else.',
    text: 'Sign in with the account that this mailbox belongs to.',
  },
  setup: {
    kind: 'setup',
    title: 'Signing in is not set up.',
    text: 'An administrator must register HandyConnect for single sign-on in this Microsoft 365 tenant. The mail is unchanged.',
  },
};

/** Says of an error what happened and what to do. `attempt` names what was tried: "The case was not created." */
export function problemOf(error: unknown, attempt: string): PaneProblem {
  if (error instanceof SignInError) return signIn[error.why];
  if (error instanceof OfflineError) {
    return {
      kind: 'offline',
      title: `${attempt} There is no connection.`,
      text: 'It goes on when the server answers again.',
    };
  }
  if (error instanceof StaleItemError) {
    return { kind: 'stale', title: `${attempt} Another mail is open by now.`, text: 'Select the mail again to go on.' };
  }
  if (error instanceof ProblemError) return ofAnswer(error, attempt);
  return { kind: 'failed', title: attempt, text: 'Try again. The mail itself is unchanged.' };
}

function ofAnswer({ problem }: ProblemError, attempt: string): PaneProblem {
  const requestId = problem.requestId === '' ? {} : { requestId: problem.requestId };
  if (problem.status === 401) return { ...signIn['signed-out'], ...requestId };
  if (problem.status === 403) {
    return { kind: 'forbidden', title: `${attempt} You have no right to do this.`, text: problem.detail, ...requestId };
  }
  return { kind: 'failed', title: attempt, text: problem.detail, ...requestId };
}
