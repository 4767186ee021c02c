import { type Api, createApi } from '../../../ui/api.ts';
import { sandboxToken } from '../../../ui/sandbox-session.ts';
import { sendByFetch } from '../../../ui/transport.ts';
import { type Call, createClient } from '../../contracts/client.ts';
import { sandboxEndpoints } from '../../contracts/sandbox-endpoints.ts';
import type { Me } from '../../contracts/settings.ts';

export interface SamplePerson {
  name: string;
  email: string;
  role: Me['role'];
}

/** Who sits before the sandbox until somebody else is chosen. */
export const jonas: SamplePerson = { name: 'Jonas Weber', email: 'jonas.weber@contoso.example', role: 'agent' };

/** Everything the page may ask for, as one person. */
export interface SandboxSession {
  person: SamplePerson;
  getToken: () => Promise<string>;
  sandbox: Call<typeof sandboxEndpoints>;
  api: Api;
}

// Shorter than the tokens live, so that a page left open stays signed in.
const keptMs = 5 * 60_000;

export function openSession(person: SamplePerson): SandboxSession {
  let kept: { token: Promise<string>; untilMs: number } | null = null;
  function getToken(): Promise<string> {
    if (kept === null || kept.untilMs < Date.now()) {
      const token = sandboxToken(person.role, person.name);
      kept = { token, untilMs: Date.now() + keptMs };
      token.catch(() => {
        kept = null;
      });
    }
    return kept.token;
  }
  const sandbox = createClient(sandboxEndpoints, async (request) => {
    const authorization = `Bearer ${await getToken()}`;
    return sendByFetch({ ...request, headers: { ...request.headers, authorization } });
  });
  return { person, getToken, sandbox, api: createApi(getToken, 'tab') };
}
