import { type Call, createClient } from '../backend/contracts/client.ts';
import { endpoints } from '../backend/contracts/endpoints.ts';
import { sendByFetch } from './transport.ts';

export { OfflineError } from './transport.ts';

export type Api = Call<typeof endpoints>;

/** The typed client of the whole API. @throws ProblemError, OfflineError */
export function createApi(getToken: () => Promise<string>, surface: 'tab' | 'outlook'): Api {
  return createClient(endpoints, async (request) => {
    const authorization = `Bearer ${await getToken()}`;
    const headers = { ...request.headers, authorization, 'x-handyconnect-surface': surface };
    return sendByFetch({ ...request, headers });
  });
}
