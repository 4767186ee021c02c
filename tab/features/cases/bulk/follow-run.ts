import type { BulkRun } from '../../../../backend/contracts/bulk.ts';
import type { Api } from '../../../../ui/api.ts';

const askEveryMs = 400;

/** Asks how far a run has come until it is done, telling each answer. @throws what the server says */
export async function followRun(api: Api, begun: Promise<BulkRun>, tell: (run: BulkRun) => void): Promise<BulkRun> {
  let run = await begun;
  tell(run);
  while (run.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, askEveryMs));
    run = await api('bulkRun', { params: { id: run.id } });
    tell(run);
  }
  return run;
}
