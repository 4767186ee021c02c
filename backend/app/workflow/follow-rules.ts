import type { CaseEvent, SupportCase } from '../../domain/case/case.ts';
import { isImported } from '../../domain/case/import-mark.ts';
import { isFailure } from '../../domain/failure.ts';
import { kindOfAlert } from '../../domain/notices/facts.ts';
import { happeningOf } from '../../domain/workflow/happening.ts';
import type { RuleBook } from '../../domain/workflow/run-rules.ts';
import type { Outgoing } from '../../ports/outgoing.ts';
import type { EngineDeps } from './deps.ts';
import { fireRules } from './fire-rules.ts';
import { follower, moveFollower, positionOf } from './positions.ts';
import { noteChosen, type Roster, readRoster } from './roster.ts';
import { readRuleBook } from './rule-book.ts';

const batch = 200;

/**
 * Runs the rules on everything in the log since last time, and notes what is to be sent because of it. How far it came
 * is stored afterwards; what a crash makes it see again is recognised.
 * @returns whether there is anything to send
 */
export async function followRules(deps: EngineDeps): Promise<boolean> {
  const { book } = await readRuleBook(deps);
  const roster = await readRoster(deps);
  const shards = Array.from({ length: deps.store.shardCount }, (_, shard) => shard);
  const sends = await Promise.all(shards.map((shard) => followShard(deps, book, roster, shard)));
  return sends.includes(true);
}

async function followShard(deps: EngineDeps, book: RuleBook, roster: Roster, shard: number): Promise<boolean> {
  let sends = false;
  for (;;) {
    const until = await positionOf(deps.state, follower.rules, shard);
    const events = await deps.store.tail(shard, until, batch);
    const last = events.at(-1);
    if (last === undefined) return sends;
    for (const event of events) await handle(deps, book, roster, event);
    sends ||= events.some(({ automation }) => (automation?.effects.length ?? 0) > 0);
    await moveFollower(deps.state, follower.rules, shard, last.seq);
    await deps.pause();
  }
}

async function handle(deps: EngineDeps, book: RuleBook, roster: Roster, event: CaseEvent): Promise<void> {
  if (event.caseId === null || isImported(event)) return;
  await noteAutomation(deps, event, event.caseId);
  if (book.rules.length === 0) return;
  const found = await deps.store.get(event.caseId);
  if (found === undefined) return;
  try {
    await react(deps, book, roster, event, found.value);
  } catch (error) {
    // What passes by itself is tried again; what does not must not hold up everybody behind it.
    if (isFailure(error, 'unavailable') || isFailure(error, 'throttled')) throw error;
    deps.log.error('rules failed on a case', { caseId: event.caseId, seq: event.seq, error: String(error) });
  }
}

async function react(
  deps: EngineDeps,
  book: RuleBook,
  roster: Roster,
  event: CaseEvent,
  value: SupportCase,
): Promise<void> {
  const happening = happeningOf(event, value);
  const key = happening.created ? `rules|created|${value.id}` : `rules|${event.shard}-${event.seq}`;
  const depth = event.automation?.depth ?? 0;
  const { messageId, mail } = event;
  const request = { caseId: value.id, happening, key, depth, messageId, ...(mail && { mailKey: mail.mailKey }) };
  for (const { value: after, before } of await fireRules(deps, book, roster, request)) {
    const { team, assignee } = after;
    if (team !== null && assignee !== null && assignee !== before.assignee) {
      await noteChosen(deps, roster, team, assignee);
    }
  }
}

/** The log says what fired and what is to be sent; from here on both have rows of their own. */
async function noteAutomation(deps: EngineDeps, event: CaseEvent, caseId: string): Promise<void> {
  const { automation, shard, seq, at } = event;
  if (automation?.kind === 'rule') {
    const entry = `${shard}-${seq}`;
    await deps.firings.note({ ruleId: automation.id, caseId, at, entry, said: event.reason ?? '' });
  }
  const effects = automation?.effects ?? [];
  const fact = effects.some(({ kind }) => kind === 'notify') ? await alertBehind(deps, event) : undefined;
  for (const [i, effect] of effects.entries()) {
    await deps.outgoing.note({
      id: `${shard}-${seq}-${i}`,
      caseId,
      effect,
      ...(fact && { fact }),
      from: automation?.name ?? '',
      notedAt: at,
      attempts: 0,
      notBefore: at,
      lastError: null,
    });
  }
}

const firedOnEntry = /^rules\|rules\|(\d+)-(\d+)$/;

/** The alert of a clock that a rule fired on: the watch tells of the same fact, which nobody is to hear twice. */
async function alertBehind({ store }: EngineDeps, { opId }: CaseEvent): Promise<Outgoing['fact']> {
  const [, shard, seq] = firedOnEntry.exec(opId) ?? [];
  if (shard === undefined || seq === undefined) return undefined;
  const [cause] = await store.tail(Number(shard), Number(seq) - 1, 1);
  const of = cause === undefined ? null : kindOfAlert(cause);
  return of === null ? undefined : { entry: `${shard}-${seq}`, of };
}
