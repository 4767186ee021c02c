import { createClient } from '../backend/contracts/client.ts';
import type { TokenRequest } from '../backend/contracts/sandbox.ts';
import { sandboxEndpoints } from '../backend/contracts/sandbox-endpoints.ts';
import { sendByFetch } from './transport.ts';

/** A token of the sandbox for anybody; keep it in memory alone. @throws ProblemError outside the sandbox, OfflineError */
export async function sandboxToken(role: TokenRequest['role'], name?: string): Promise<string> {
  const call = createClient(sandboxEndpoints, sendByFetch);
  const { token } = await call('token', { body: name === undefined ? { role } : { role, name } });
  return token;
}
