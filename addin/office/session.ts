/// <reference types="office-js" />
import { nestedSession } from './nested-session.ts';
import { officeSession } from './office-session.ts';
import type { Session } from './sign-in-error.ts';
import { readSignIn } from './sign-in-settings.ts';

/**
 * Signs in the best way this Outlook has: its own broker where it offers one, Office's single sign-on in older ones and in
 * the sandbox.
 */
export function paneSession(): Session {
  let chosen: Promise<Session> | null = null;
  async function choose(): Promise<Session> {
    if (Office.context.requirements?.isSetSupported('NestedAppAuth', '1.1') !== true) return officeSession();
    const settings = await readSignIn();
    return settings === null ? officeSession() : nestedSession(settings);
  }
  return {
    async token() {
      chosen ??= choose();
      const session = await chosen.catch((error) => {
        chosen = null;
        throw error;
      });
      return session.token();
    },
  };
}
