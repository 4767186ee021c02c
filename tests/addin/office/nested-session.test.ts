import assert from 'node:assert/strict';
import { type Msal, nestedSession } from '../../../addin/office/nested-session.ts';
import { SignInError } from '../../../addin/office/sign-in-error.ts';
import { type FakeOutlook, fakeOutlook } from './fake-outlook.ts';

class Interaction extends Error {}
class Browser extends Error {
  errorCode: string;
  constructor(errorCode: string) {
    super(errorCode);
    this.errorCode = errorCode;
  }
}

type Step = () => Promise<unknown>;
const settings = { clientId: 'client', tenantId: 'tenant', scope: 'api://desk.contoso.example/client/access_as_user' };
const owner = 'jonas.weber@contoso.example';
const asOwner = (accessToken: string) => async () => ({ accessToken, account: { username: owner } });

/** Microsoft's library as far as the session uses it, with what it answers. */
function msal(silent: Step, popup: Step): { lib: Msal; asked: unknown[] } {
  const asked: unknown[] = [];
  const lib = {
    createNestablePublicClientApplication: async (configuration: unknown) => {
      asked.push(configuration);
      return {
        acquireTokenSilent: (request: unknown) => asked.push(request) && silent(),
        acquireTokenPopup: (request: unknown) => asked.push(request) && popup(),
      };
    },
    InteractionRequiredAuthError: Interaction,
    BrowserAuthError: Browser,
  };
  return { lib: lib as unknown as Msal, asked };
}

const fail = (error: Error) => () => Promise.reject(error);
const noDialog = () => Promise.reject(new Error('no dialog is expected'));

describe('Signing in through Outlook’s broker', () => {
  let outlook: FakeOutlook;
  beforeEach(() => {
    outlook = fakeOutlook();
  });
  afterEach(() => outlook.restore());

  it('asks silently for a token of our own API, for the owner of the mailbox, kept in memory', async () => {
    const { lib, asked } = msal(asOwner('t-1'), fail(new Error('no window is expected')));
    const session = nestedSession(settings, async () => lib, noDialog);
    assert.deepEqual(await Promise.all([session.token(), session.token()]), ['t-1', 't-1']);
    const [configuration, request, ...more] = asked as [{ cache: { cacheLocation: string } }, object];
    assert.equal(configuration.cache.cacheLocation, 'memoryStorage');
    assert.deepEqual(request, { scopes: [settings.scope], loginHint: owner });
    assert.deepEqual(more, [], 'two questions at once are one sign-in');
  });

  it('opens a window where Microsoft wants to ask something', async () => {
    const { lib } = msal(fail(new Interaction('consent')), asOwner('t-2'));
    assert.equal(await nestedSession(settings, async () => lib, noDialog).token(), 't-2');
  });

  it('goes on in Office’s dialog where windows are blocked', async () => {
    const { lib } = msal(fail(new Interaction()), fail(new Browser('popup_window_error')));
    assert.equal(
      await nestedSession(
        settings,
        async () => lib,
        async () => 't-3',
      ).token(),
      't-3',
    );
  });

  for (const [what, error, why] of [
    ['the window was closed', new Browser('user_cancelled'), 'signed-out'],
    ['an administrator must consent', new Browser('consent_required'), 'consent'],
    ['the application is unknown', new Browser('AADSTS700016'), 'setup'],
  ] as const) {
    it(`says why nobody is signed in: ${what}`, async () => {
      const { lib } = msal(fail(new Interaction()), fail(error));
      const refused = nestedSession(settings, async () => lib, noDialog).token();
      await assert.rejects(refused, (caught) => caught instanceof SignInError && caught.why === why);
    });
  }

  it('does not act as another person than the owner of the mailbox', async () => {
    const other = async () => ({ accessToken: 't', account: { username: 'ana.ruiz@contoso.example' } });
    const { lib } = msal(other, other);
    const refused = nestedSession(settings, async () => lib, noDialog).token();
    await assert.rejects(refused, (caught) => caught instanceof SignInError && caught.why === 'other-account');
  });

  it('tries again after the library could not be loaded', async () => {
    const { lib } = msal(asOwner('t-4'), fail(new Error()));
    let loads = 0;
    const load = async () => {
      loads += 1;
      if (loads === 1) throw new Error('offline');
      return lib;
    };
    const session = nestedSession(settings, load, noDialog);
    await assert.rejects(session.token());
    assert.equal(await session.token(), 't-4');
  });
});
