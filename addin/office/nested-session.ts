/// <reference types="office-js" />
import type { AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser';
import type { SignInSettings } from '../../backend/contracts/operations.ts';
import { dialogToken } from './dialog-token.ts';
import { type Session, SignInError } from './sign-in-error.ts';

export type Msal = Pick<
  typeof import('@azure/msal-browser'),
  'createNestablePublicClientApplication' | 'InteractionRequiredAuthError' | 'BrowserAuthError'
>;

/**
 * Signs in through Outlook's own broker (nested app authentication): silently, with a window where Microsoft wants to ask
 * something, and in Office's dialog where windows are blocked. Tokens are kept in memory alone.
 * https://learn.microsoft.com/office/dev/add-ins/develop/enable-nested-app-authentication-in-your-add-in
 */
export function nestedSession(
  settings: SignInSettings,
  load: () => Promise<Msal> = () => import('@azure/msal-browser'),
  dialog: () => Promise<string> = dialogToken,
): Session {
  const msal = { kept: null as Promise<{ lib: Msal; app: IPublicClientApplication }> | null };
  let asking: Promise<string> | null = null;

  async function open(): Promise<{ lib: Msal; app: IPublicClientApplication }> {
    const lib = await load();
    const authority = `https://login.microsoftonline.com/${settings.tenantId}`;
    const app = await lib.createNestablePublicClientApplication({
      auth: { clientId: settings.clientId, authority },
      cache: { cacheLocation: 'memoryStorage' },
    });
    return { lib, app };
  }

  async function signIn(): Promise<string> {
    msal.kept ??= open();
    const { lib, app } = await msal.kept.catch((error) => {
      msal.kept = null;
      throw new SignInError('setup', error);
    });
    const request = { scopes: [settings.scope], loginHint: Office.context.mailbox.userProfile.emailAddress };
    try {
      return tokenOf(await app.acquireTokenSilent(request));
    } catch (error) {
      if (error instanceof SignInError) throw error;
      if (!(error instanceof lib.InteractionRequiredAuthError)) throw reasonOf(error);
    }
    try {
      return tokenOf(await app.acquireTokenPopup(request));
    } catch (error) {
      if (error instanceof lib.BrowserAuthError && /popup/.test(error.errorCode)) return dialog();
      throw error instanceof SignInError ? error : reasonOf(error);
    }
  }

  return {
    token() {
      // Several questions at once are one sign-in.
      asking ??= signIn().finally(() => {
        asking = null;
      });
      return asking;
    },
  };
}

function tokenOf({ accessToken, account }: AuthenticationResult): string {
  const owner = Office.context.mailbox.userProfile.emailAddress.toLowerCase();
  const claims = account.idTokenClaims ?? {};
  const names = [account.username, account.loginHint, claims.preferred_username, claims.email, claims.upn];
  // In a tenant where people sign in under another name than their address, no name is an address of the owner's domain.
  const domain = owner.slice(owner.lastIndexOf('@'));
  const known = names.filter((name) => typeof name === 'string').map((name) => name.toLowerCase());
  if (known.includes(owner) || !known.some((name) => name.endsWith(domain))) return accessToken;
  throw new SignInError('other-account');
}

/** Codes: https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
function reasonOf(error: unknown): SignInError {
  const { errorCode = '', message = '' } = (error ?? {}) as { errorCode?: string; message?: string };
  const text = `${errorCode} ${message}`;
  if (/consent_required|AADSTS6500[14]|access_denied/.test(text)) return new SignInError('consent', error);
  if (/user_cancel|no_account|login_required|interaction/.test(text)) return new SignInError('signed-out', error);
  return new SignInError('setup', error);
}
