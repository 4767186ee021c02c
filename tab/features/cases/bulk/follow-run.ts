import type { BulkRun } from '../../../../backend/contracts/bulk.ts';
import { type Api, OfflineError } from '../../../../ui/api.ts';

const askEveryMs = 400;
/** A server that starts anew goes on with the run. */
const askAgainMs = 2_000;

/** Asks how far a run has come until it is over, telling each answer. @throws what the server says */
export async function followRun(api: Api, begun: Promise<BulkRun>, tell: (run: BulkRun) => void): Promise<BulkRun> {
  let run = await begun;
  tell(run);
  for (let wait = askEveryMs; run.state === 'running'; ) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    try {
      run = await api('bulkRun', { params: { id: run.id }, query: { results: 'failed' } });
      tell(run);
      wait = askEveryMs;
    } catch (error) {
      if (!(error instanceof OfflineError)) throw error;
      wait = askAgainMs;
    }
  }
  return run;
}
