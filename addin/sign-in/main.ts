/// <reference types="office-js" />
// The page in Office's dialog: goes to Microsoft, comes back, and hands the access token to the pane that opened it.
import { createStandardPublicClientApplication } from '@azure/msal-browser';
import type { DialogAnswer } from '../office/dialog-token.ts';
import { officeLoaded } from '../office/loaded.ts';
import { readSignIn } from '../office/sign-in-settings.ts';

async function answer(): Promise<DialogAnswer | null> {
  const settings = await readSignIn();
  if (settings === null) return { fault: 'setup' };
  const app = await createStandardPublicClientApplication({
    auth: {
      clientId: settings.clientId,
      authority: `https://login.microsoftonline.com/${settings.tenantId}`,
      redirectUri: window.location.origin + window.location.pathname,
    },
    cache: { cacheLocation: 'sessionStorage' },
  });
  const back = await app.handleRedirectPromise();
  if (back !== null) {
    // Nothing of it stays in this browser.
    await app.clearCache();
    return { token: back.accessToken };
  }
  await app.acquireTokenRedirect({ scopes: [settings.scope], prompt: 'select_account' });
  return null;
}

async function begin(): Promise<void> {
  await officeLoaded();
  await Office.onReady();
  const said = await answer().catch((error: unknown): DialogAnswer => {
    const denied = /access_denied|consent/.test(String((error as { errorCode?: unknown })?.errorCode));
    return { fault: denied ? 'consent' : 'signed-out' };
  });
  if (said !== null) Office.context.ui.messageParent(JSON.stringify(said), { targetOrigin: window.location.origin });
}

void begin();
