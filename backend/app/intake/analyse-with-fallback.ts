import type { Analyst } from '../../ports/analyst.ts';
import type { Log } from '../../ports/system.ts';
export function analystWithFallback(_primary: Analyst | null, local: Analyst, _log: Log): Analyst {
  return local;
}
