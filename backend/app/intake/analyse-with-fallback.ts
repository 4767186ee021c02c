import type { Analysis, AnalysisInput } from '../../domain/triage/analysis.ts';
import type { Analyst } from '../../ports/analyst.ts';
import type { Log } from '../../ports/system.ts';

/**
 * An analyst that always answers: the primary one, else the local one at once, whatever went wrong; too late is wrong as
 * well, for every analyst settles by its deadline. The answer names the engine that spoke. `primary` is null where none is
 * set up.
 */
export function analystWithFallback(primary: Analyst | null, local: Analyst, log: Log): Analyst {
  if (primary === null) return local;
  return {
    async analyse(input: AnalysisInput, deadlineMs: number): Promise<Analysis> {
      try {
        return await primary.analyse(input, deadlineMs);
      } catch (error) {
        log.warn('analyst did not answer, the local one did', { reason: reasonOf(error) });
        return local.analyse(input, deadlineMs);
      }
    },
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return error.cause instanceof Error ? `${error.message} ${error.cause.name}` : error.message;
}
