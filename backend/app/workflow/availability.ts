import type { Instant } from '../../domain/mail/mail.ts';
import type { WorkflowDeps } from './deps.ts';
import type { Availability } from './workflow-use-cases.ts';

const prefix = 'availability|';

export async function readAvailability(
  deps: Pick<WorkflowDeps, 'state' | 'clock'>,
  agentId: string,
): Promise<Availability> {
  return current(await deps.state.read(prefix + agentId), deps.clock.now());
}

export async function readAllAvailability(
  deps: Pick<WorkflowDeps, 'state' | 'clock'>,
): Promise<Map<string, Availability>> {
  const facts = await deps.state.list(prefix);
  const now = deps.clock.now();
  return new Map(Object.entries(facts).map(([key, text]) => [key.slice(prefix.length), current(text, now)]));
}

export async function setAvailability(
  deps: Pick<WorkflowDeps, 'state' | 'clock'>,
  agentId: string,
  availability: Availability,
): Promise<Availability> {
  await deps.state.write(prefix + agentId, JSON.stringify(availability));
  return readAvailability(deps, agentId);
}

function current(text: string | null, now: Instant): Availability {
  const said = text === null ? null : (JSON.parse(text) as Availability);
  const over = said === null || (said.until !== null && Date.parse(said.until) <= Date.parse(now));
  return over ? { state: 'available', until: null } : said;
}
