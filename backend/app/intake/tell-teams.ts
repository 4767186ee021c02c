import { isFailure } from '../../domain/failure.ts';
import type { Log } from '../../ports/system.ts';

/** False when nobody could be told now; the next look tries again. */
export async function told({ log }: { log: Log }, tell: () => Promise<boolean>): Promise<boolean> {
  try {
    return await tell();
  } catch (error) {
    if (!isFailure(error)) throw error;
    log.warn('Teams could not be told of trouble with mail', { code: error.code });
    return false;
  }
}
