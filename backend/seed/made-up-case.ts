import type { NewCase } from '../adapters/store/new-case-rows.ts';
import { conversationKeyOf, messageIdKey, openedBy } from '../app/intake/mail-key.ts';
import { pastTimers } from '../app/workflow/past-timers.ts';
import { type Actor, customerActor, system } from '../domain/access/actor.ts';
import type { SupportCase } from '../domain/case/case.ts';
import { applyAnalysis, assignTo, moveToStatus } from '../domain/case/change.ts';
import { openCase } from '../domain/case/open.ts';
import type { Analysis } from '../domain/triage/analysis.ts';
import { type CaseSource, endedStatuses, type Priority, type Surface } from '../domain/vocabulary.ts';
import type { RuleBook } from '../domain/workflow/run-rules.ts';
import type { Agent } from '../ports/directory.ts';
import type { Ids } from '../ports/system.ts';
import { CaseLife } from './case-life.ts';
import { someCustomer } from './customers.ts';
import { createDice, type Dice } from './dice.ts';
import { answerMinutes, someStatus, statusesUntil } from './likelihoods.ts';
import { type MadeUpMail, makeMail } from './made-up-mail.ts';
import { answers, followUps, type Topic, topics } from './topics.ts';

export interface CaseWorld {
  ids: Ids;
  agents: Agent[];
  mailbox: string;
  rules: RuleBook;
  /** Nothing happens later than this, in milliseconds. */
  nowMs: number;
}

export interface CasePlan {
  number: string;
  createdMs: number;
  messages: number;
}

export interface MadeUpCase {
  written: NewCase;
  /** Mails that are to be decided for the case. */
  mails: CaseLife['mails'];
  /** Null for a case that was opened by hand. */
  conversationKey: string | null;
}

type MadeUpSource = Exclude<CaseSource, 'sandbox'>;

/** Everything chance decided at the beginning. */
interface Lot {
  plan: CasePlan;
  dice: Dice;
  topic: Topic;
  priority: Priority;
  agent: Agent | undefined;
  source: MadeUpSource;
  byMail: boolean;
}

const sources: Record<MadeUpSource, number> = { mail: 88, outlook: 7, tab: 3, teams: 1, api: 1 };
const reviewBelow = 0.7;

/** A case with its whole life. Its number decides everything but the dates, so the same number is the same case. */
export function makeCase(world: CaseWorld, plan: CasePlan): MadeUpCase {
  const lot = draw(world, plan);
  const { dice, priority } = lot;
  const life = new CaseLife(openingOf(world, lot), dice, world.nowMs);
  const mail = plan.messages === 0 ? null : mailOf(world, lot, life, 0, true);
  const { email, name } = life.value.customer;
  life.open(lot.source === 'mail' ? customerActor(email, name) : actorOf(lot, lot.source), mail);
  life.pass(0.05);
  analyse(lot, life);
  const status = someStatus(dice, world.nowMs - plan.createdMs);
  if (status !== 'new') {
    life.pass(answerMinutes[priority]);
    takeUp(lot, life);
  }
  for (let n = 1; n < plan.messages; n++) {
    const answered = status !== 'new' && n % 2 === 1;
    life.pass(answered ? 20 : 600);
    if (answered) life.answer(actorOf(lot, 'tab'), mailOf(world, lot, life, n, false));
    else life.receive(mailOf(world, lot, life, n, true));
  }
  for (const next of statusesUntil(status)) {
    life.pass(endedStatuses.includes(next) ? 1_200 : 40);
    life.change('case.changed', actorOf(lot, 'tab'), moveToStatus(life.value, next, life.now));
  }
  const conversationKey = lot.byMail ? conversationKeyOf(world.ids, `made-up-${plan.number}`) : null;
  const { opening, value, messages, fates, events, mails } = life;
  return {
    written: { opening, value, messages, fates, events, receipts: pastTimers(world.rules, value, world.nowMs) },
    mails,
    conversationKey,
  };
}

/** The id of the case that `makeCase` makes of the same plan. */
export function madeUpId(world: CaseWorld, plan: CasePlan): string {
  return idOf(world, draw(world, plan));
}

function draw(world: CaseWorld, plan: CasePlan): Lot {
  const dice = createDice(Number(plan.number.replace(/\D/g, '')));
  const topic = dice.pick(topics);
  const priority = dice.weighted(topic.priorities);
  const able = world.agents.filter((agent) => agent.team === topic.team);
  // The first few of a team do most of the work.
  const agent = able[Math.floor(dice.next() ** 1.6 * able.length)];
  const source = plan.messages === 0 ? 'tab' : dice.weighted(sources);
  return { plan, dice, topic, priority, agent, source, byMail: source === 'mail' || source === 'outlook' };
}

function idOf({ ids }: CaseWorld, { plan, byMail }: Lot): string {
  return byMail
    ? openedBy(ids, messageIdKey(ids, messageIdOf(plan.number, 0))).caseId
    : ids.derived('made-up', plan.number);
}

function openingOf(world: CaseWorld, lot: Lot): SupportCase {
  const { mailbox, agents } = world;
  const { plan, dice, topic, byMail } = lot;
  const customer = someCustomer(dice);
  return openCase({
    id: idOf(world, lot),
    number: plan.number,
    subject: words(topic.subject, plan),
    customer,
    participants: [customer],
    mailbox: byMail ? mailbox : null,
    source: lot.source,
    linked: [],
    tags: dice.chance(0.4) ? topic.tags : [],
    team: agents.some((agent) => agent.team === topic.team) ? topic.team : null,
    at: new Date(plan.createdMs).toISOString(),
  });
}

function analyse({ dice, topic, priority, plan }: Lot, life: CaseLife): void {
  const confidence = Math.round((0.55 + dice.next() * 0.4) * 100) / 100;
  const analysis: Analysis = {
    category: topic.category,
    complaint: dice.chance(0.08),
    priority,
    priorityReasons: [],
    sentiment: dice.weighted({ positive: 6, neutral: 58, negative: 26, frustrated: 10 }),
    language: topic.language,
    summary: words(topic.summary, plan),
    entities: { numbers: [], dates: [], places: [], people: [] },
    suggestedTasks: [],
    nextStep: '',
    confidence,
    needsReview: confidence < reviewBelow,
    engine: 'local',
  };
  const { value, changes } = applyAnalysis(life.value, '', analysis, life.now);
  // All is written at once, so nobody can hold the version that the analyst found.
  life.change('case.analysed', system, { value: { ...value, quietFrom: [] }, changes });
}

function takeUp(lot: Lot, life: CaseLife): void {
  const { value, now } = life;
  const taken =
    lot.agent === undefined ? moveToStatus(value, 'in_progress', now) : assignTo(value, lot.agent.id, undefined, now);
  life.change('case.changed', actorOf(lot, 'tab'), taken);
}

function mailOf(world: CaseWorld, lot: Lot, life: CaseLife, n: number, fromCustomer: boolean): MadeUpMail {
  const { plan, dice, topic, byMail } = lot;
  const text = n === 0 ? words(topic.text, plan) : dice.pick(fromCustomer ? followUps : answers);
  return makeMail(world.ids, {
    to: life.value,
    n,
    text,
    fromCustomer,
    internetMessageId: byMail ? messageIdOf(plan.number, n) : null,
    mailbox: world.mailbox,
    at: life.now,
  });
}

function messageIdOf(number: string, n: number): string {
  return `<${number.toLowerCase()}.${n}@made-up.example>`;
}

function actorOf({ agent }: Lot, surface: Surface): Actor {
  return agent === undefined ? system : { id: agent.id, name: agent.name, role: agent.role, surface };
}

/** `{n}` in a topic's words becomes a number that looks like one of theirs. */
function words(text: string, { number }: CasePlan): string {
  return text.replaceAll('{n}', String(100 + (Number(number.replace(/\D/g, '')) % 900)));
}
