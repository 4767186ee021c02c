import type { SupportCase } from '../../domain/case/case.ts';
import { dryRunCase, type WouldFire } from '../../domain/workflow/dry-run.ts';
import type { Rules } from '../../domain/workflow/rule.ts';
import { bookOf, type RuleBook, rulesFaults } from '../../domain/workflow/run-rules.ts';
import { readParents } from './category-parents.ts';
import type { WorkflowDeps } from './deps.ts';
import { refuse } from './preview-workflow.ts';
import type { DryRunReport, DryRunRequest } from './workflow-use-cases.ts';

/** Bounds of one dry run. */
const mostCases = 20_000;
const longestMs = 20_000;
const samplesShown = 50;
/** Cases played in one go before others get a turn. */
const slice = 5;
const pageSize = 200;

/**
 * Plays the life of every case that was opened in a span of time, and reports on which of them the rules would have
 * fired. Changes nothing. Switched-off rules are tried too. @throws Failure `invalid` naming what could not run
 */
export async function dryRun(deps: WorkflowDeps, { rules, from, to, timezone }: DryRunRequest): Promise<DryRunReport> {
  const tried: Rules = {
    timezone: timezone ?? ((await deps.settings.read('rules')).value as Rules).timezone,
    rules: rules.map((rule) => ({ ...rule, enabled: true })),
  };
  refuse(rulesFaults(tried));
  const begin = deps.clock.nowMs();
  const book = bookOf(tried, await readParents(deps.settings));
  const tally = new Map(tried.rules.map(({ id, name }) => [id, emptyTally(id, name)]));
  let examined = 0;
  let complete = true;
  for await (const caseId of casesOpened(deps, from, to)) {
    complete = examined < mostCases && deps.clock.nowMs() - begin < longestMs;
    if (!complete) break;
    examined += 1;
    const found = await deps.store.get(caseId);
    if (found !== undefined) await play(deps, book, found.value, tally);
    if (examined % slice === 0) await deps.pause();
  }
  return { examined, complete, tookMs: deps.clock.nowMs() - begin, rules: [...tally.values()] };
}

type Tally = DryRunReport['rules'][number];

function emptyTally(ruleId: string, name: string): Tally {
  return { ruleId, name, fired: 0, alsoByHand: 0, samples: [] };
}

async function play(deps: WorkflowDeps, book: RuleBook, value: SupportCase, tally: Map<string, Tally>): Promise<void> {
  const history = await deps.store.history(value.id);
  const messages = book.readsMail ? await deps.store.messages(value.id) : [];
  for (const would of dryRunCase(book, value, history, messages)) {
    const counted = tally.get(would.rule.id);
    if (counted !== undefined) count(counted, value, would);
  }
}

function count(counted: Tally, { id, number, subject }: SupportCase, { at, changes, alsoByHand }: WouldFire): void {
  counted.fired += 1;
  if (alsoByHand) counted.alsoByHand += 1;
  if (counted.samples.length >= samplesShown) return;
  counted.samples.push({ caseId: id, number, subject, at, changes, alsoByHand });
}

async function* casesOpened({ index }: WorkflowDeps, createdFrom: string, createdTo: string): AsyncGenerator<string> {
  let after: string | undefined;
  do {
    const page = { limit: pageSize, ...(after !== undefined && { after }) };
    const found = await index.find({ createdFrom, createdTo }, { key: 'created', descending: true }, page);
    yield* found.cases.map(({ id }) => id);
    after = found.next;
  } while (after !== undefined);
}
