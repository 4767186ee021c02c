import type { Ready, SignInSettings } from '../../contracts/operations.ts';
import type { Me } from '../../contracts/settings.ts';
import { Failure } from '../../domain/failure.ts';
import type { ApiHandlers } from './api-handlers.ts';

type OperationsRoutes = Pick<ApiHandlers, 'me' | 'signIn' | 'health' | 'ready'>;

export interface OperationsDeps {
  mode: Me['mode'];
  version: string;
  readiness: () => Promise<Ready>;
  /** Team of an agent, or null. */
  teamOf: (agentId: string) => string | null;
  /** Null in sandbox mode. */
  signIn: SignInSettings | null;
}

export function operationsRoutes({ mode, version, readiness, teamOf, signIn }: OperationsDeps): OperationsRoutes {
  return {
    me: async ({ actor: { id, name, role } }) => {
      if (role === null) throw new Failure('forbidden', 'This needs a role.');
      return { body: { id, name, role, team: teamOf(id), mode } };
    },
    signIn: async () => ({ body: { microsoft: signIn } }),
    health: async () => ({ body: { status: 'alive', version } }),
    ready: async () => {
      const body = await readiness();
      return { body, status: body.status === 'ready' ? 200 : 503 };
    },
  };
}
