/// <reference types="office-js" />
import { OfficeError } from './promised.ts';
import { type Session, SignInError } from './sign-in-error.ts';

/**
 * Signs in through Office. Office caches the token and renews it before it runs out.
 * Codes: https://learn.microsoft.com/office/dev/add-ins/develop/troubleshoot-sso-in-office-add-ins
 */
export function officeSession(): Session {
  return {
    async token() {
      if (Office.auth === undefined) throw new SignInError('setup');
      try {
        return await Office.auth.getAccessToken({ allowSignInPrompt: true, allowConsentPrompt: true });
      } catch (error) {
        throw new SignInError(reasonOf(codeOf(error)), error);
      }
    },
  };
}

function codeOf(error: unknown): number {
  if (error instanceof OfficeError) return error.code;
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'number' ? code : 0;
}

/** 13001, 13002, 13006, 13008 and 13010 pass by trying again; 13005 wants consent; the rest is a fault of the set-up. */
function reasonOf(code: number): SignInError['why'] {
  if ([13001, 13002, 13006, 13008, 13010].includes(code)) return 'signed-out';
  return code === 13005 ? 'consent' : 'setup';
}
