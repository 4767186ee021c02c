import type { SupportCase, Versioned } from '../../domain/case/case.ts';
import { type Failure, isFailure } from '../../domain/failure.ts';
import type { Whom } from '../../domain/workflow/rule.ts';
import type { NoticeTarget } from '../../ports/notifier.ts';
import type { Outgoing } from '../../ports/outgoing.ts';
import { type Told, tellEach, tellPerson } from '../notices/tell-person.ts';
import type { EngineDeps } from './deps.ts';

const batch = 50;
/** More than a day of tries, ever further apart. */
const mostAttempts = 15;
const longestWaitMs = 4 * 3_600_000;

/** Sends what rules and macros want sent, each thing until it is gone or given up on. @returns milliseconds to wait, or null */
export async function sendOutgoing(deps: EngineDeps): Promise<number | null> {
  const due = await deps.outgoing.due(deps.clock.now(), batch);
  for (const outgoing of due) await sendOne(deps, outgoing);
  // A notice for several has become one for each.
  return due.length === batch || due.some(({ effect }) => effect.kind === 'notify') ? 0 : null;
}

async function sendOne(deps: EngineDeps, outgoing: Outgoing): Promise<void> {
  try {
    const outcome = await send(deps, outgoing);
    if (typeof outcome === 'string') await deps.outgoing.finish(outgoing, outcome);
    else await wait(deps, outgoing, outcome.waitsUntil);
  } catch (error) {
    if (!isFailure(error)) throw error;
    await postponeOrGiveUp(deps, outgoing, error);
  }
}

/** Waiting for the end of quiet hours is no try. */
function wait(deps: EngineDeps, outgoing: Outgoing, untilMs: number): Promise<void> {
  const waiting = { ...outgoing, attempts: outgoing.attempts - 1 };
  return deps.outgoing.postpone(waiting, new Date(untilMs).toISOString(), 'quiet hours');
}

async function send(deps: EngineDeps, outgoing: Outgoing): Promise<Told> {
  const { id, caseId, effect, from } = outgoing;
  const about = await deps.store.get(caseId);
  if (about === undefined) return 'the case is gone';
  switch (effect.kind) {
    case 'webhook':
      await deps.webhooks.post(effect.url, id, webhookBody(about, from));
      return 'delivered';
    case 'link':
      await deps.link(caseId, effect.to);
      return 'linked';
    case 'task':
      await deps.addTask(caseId, effect, id);
      return 'made';
    case 'template_tasks':
      await deps.addTemplateTasks(caseId);
      return 'made';
    case 'notify':
      return notify(deps, outgoing, await targetOf(deps, effect.whom, about.value), effect.text, about);
    case 'tell':
      return tellPerson(deps, outgoing, effect, about);
  }
}

/** People get a notice each; so do the members of a team without a channel, where a clock is about to be missed. */
async function notify(
  deps: EngineDeps,
  outgoing: Outgoing,
  target: NoticeTarget,
  text: string,
  about: Versioned<SupportCase>,
): Promise<string> {
  if (target.kind === 'people') return tellEach(deps, outgoing, target.ids, text);
  const key = outgoing.fact?.entry ?? outgoing.id;
  const of = outgoing.fact?.of ?? 'rule';
  const told = await deps.notifier.notify({ key, of, text, clock: outgoing.fact?.clock, target, about });
  if (told > 0) return `told ${told}`;
  if (outgoing.fact === undefined || target.team === null) return 'nobody could be told';
  const members = (await deps.directory.agents()).filter(({ team }) => team === target.team);
  return tellEach(
    deps,
    outgoing,
    members.map(({ id }) => id),
    text,
  );
}

/** What others learn of a case: enough to fetch it, nothing that a mail said. */
function webhookBody({ value, etag }: Versioned<SupportCase>, rule: string): Record<string, unknown> {
  const { id, number, subject, status, priority, category, team, assignee, tags, createdAt, updatedAt } = value;
  const about = { id, number, subject, status, priority, category, team, assignee, tags, createdAt, updatedAt, etag };
  return { rule, case: about };
}

async function targetOf(deps: EngineDeps, whom: Whom, value: SupportCase): Promise<NoticeTarget> {
  switch (whom.kind) {
    case 'assignee':
      return value.assignee === null ? { kind: 'channel', team: value.team } : people(value.assignee);
    case 'agent':
      return people(whom.id);
    case 'managers':
      return { kind: 'people', ids: await managersOf(deps, value.team) };
    case 'channel':
      return { kind: 'channel', team: whom.team ?? value.team };
  }
}

function people(...ids: string[]): NoticeTarget {
  return { kind: 'people', ids };
}

async function managersOf({ directory }: EngineDeps, team: string | null): Promise<string[]> {
  const managers = (await directory.agents()).filter(({ role }) => role === 'manager');
  const own = managers.filter((manager) => team !== null && manager.team === team);
  return (own.length > 0 ? own : managers).map(({ id }) => id);
}

async function postponeOrGiveUp(deps: EngineDeps, outgoing: Outgoing, error: Failure): Promise<void> {
  const { id, caseId, attempts } = outgoing;
  const fields = { outgoing: id, caseId, code: error.code, attempts: attempts + 1 };
  const passing = error.code === 'unavailable' || error.code === 'throttled';
  if (!passing || attempts + 1 >= mostAttempts) {
    deps.log.error('gave up on telling others of a case', { ...fields, error: error.message });
    return deps.outgoing.finish(outgoing, `given up: ${error.message}`);
  }
  deps.log.warn('others could not be told of a case yet', { ...fields, error: error.message });
  const waitMs = Math.min(longestWaitMs, (error.retryAfterSeconds ?? 5 * 3 ** attempts) * 1000);
  await deps.outgoing.postpone(outgoing, new Date(deps.clock.nowMs() + waitMs).toISOString(), error.message);
}
