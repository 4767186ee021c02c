import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Actor } from '../../../backend/domain/access/actor.ts';
import type { SupportCase } from '../../../backend/domain/case/case.ts';
import type { Shifts } from '../../../backend/domain/workflow/shifts.ts';
import type { Agent } from '../../../backend/ports/directory.ts';
import { sandboxAgents, sandboxTeams } from '../../../backend/sandbox/agents.ts';
import { type Playground, startPlayground } from '../../../backend/sandbox/playground.ts';
import type { Action, AdaptiveCard, Element, Execute, Submit } from '../../../bot/cards/elements.ts';
import { cardOf, connectPlayground, type PlaygroundClient, type ShownMessage } from '../../support/playground.ts';
import { type WorkflowWorld, workflowWorld } from '../../support/workflow-world.ts';
import { type BotWorld, startBotWorld } from '../bot-world.ts';

/** Where the person in the playground writes. */
export const scopes = { personal: 'personal-jonas', group: 'group-property', channel: 'team-contoso' } as const;
export type Scope = keyof typeof scopes;

/** Jonas writes and is a manager here; Ana is an agent, and the guest works elsewhere. */
export const jonas: Actor = { ...personCalled('Jonas Weber'), role: 'manager', surface: 'tab' };
export const ana: Actor = { ...personCalled('Ana Ruiz'), surface: 'tab' };

/** A card as somebody sees it in the playground. */
export interface Shown {
  on: ShownMessage;
  card: AdaptiveCard;
}

/** The real use cases behind the real playground, with a clock that tests move. */
export interface Stage {
  product: WorkflowWorld;
  world: BotWorld;
  person: PlaygroundClient;
  /** What was pressed so far: verbs of buttons, and forms that were opened. */
  pressed: Set<string>;
  /** The card that answers in a new message. */
  say(text: string, scope?: Scope): Promise<Shown>;
  /** What stands in that place next, without anybody asking, of that case. */
  posted(scope: Scope, about?: SupportCase, action?: ShownMessage['action']): Promise<Shown>;
  /** Presses the button of that title, with what was written into the card; answers the card as it is then. */
  press(shown: Shown, title: string, inputs?: Record<string, unknown>, by?: string): Promise<Shown>;
  /** The same where a sentence answers and the card stays. */
  told(shown: Shown, title: string, by?: string): Promise<string>;
  /** A case of the team Property that nobody has. */
  opened(subject?: string): Promise<SupportCase>;
  /** The same, in progress with Jonas. */
  taken(subject?: string): Promise<SupportCase>;
  caseNow(value: SupportCase): Promise<SupportCase>;
  /** Brings the cards that stand up to date with the case, and new ones where they belong. */
  announce(value: SupportCase): Promise<void>;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(path.join(tmpdir(), 'handyconnect-stage-'));
  const product = await workflowWorld(undefined, undefined, undefined, path.join(folder, 'search.db'));
  const { app, clock, deps } = product;
  await writeAgents(product);
  await product.write('teams', { teams: sandboxTeams });
  const question = { interval: null, filter: {}, zone: 'UTC', clock: 'business', period: '7d' } as const;
  const weekly = { ...question, measures: ['created' as const, 'resolved' as const], by: 'team' as const };
  await app.createReport(jonas, { name: 'Weekly by team', shared: true, question: weekly });
  const overdue = { ...question, measures: ['breached' as const], by: 'assignee' as const };
  await app.createReport(jonas, { name: 'Overdue now', shared: true, question: overdue });
  const name = (id: string) => sandboxAgents.find((one) => one.id === id)?.name;
  const world = await startBotWorld({ app, directory: deps.directory, clock, agentName: name, patienceMs: 5_000 });
  const playground: Playground = await startPlayground({ botUrl: world.url, port: 0, log: world.log });
  const person = await connectPlayground(playground.url);
  const pressed = new Set<string>();

  const next = async (fits: (shown: ShownMessage) => boolean): Promise<Shown> => {
    const on = await person.next(fits);
    return { on, card: cardOf(on) };
  };
  const execute = ({ on, card }: Shown, title: string, inputs: Record<string, unknown>, by?: string) => {
    const button = buttonOf(card, title);
    assert.ok(button.type === 'Action.Execute', `${title} opens a form`);
    pressed.add(button.verb);
    return person.execute(on, button.verb, { ...button.data, ...inputsOf(card), ...inputs }, by);
  };
  const stage: Stage = {
    product,
    world,
    person,
    pressed,
    async say(text, scope = 'personal') {
      person.skip();
      await person.say(text, scopes[scope]);
      return next(standsIn(scope));
    },
    posted(scope, about, wanted = 'createMessage') {
      const inPlace = standsIn(scope, wanted);
      return next((one) => inPlace(one) && JSON.stringify(one.message).includes(about?.number ?? ''));
    },
    async press(shown, title, inputs = {}, by) {
      const button = buttonOf(shown.card, title);
      if (button.type === 'Action.Submit') {
        // The playground knows no dialogs, so the form comes into the chat, as for any such client.
        pressed.add(String(button.data.dialog));
        person.skip();
        await person.submit(shown.on, button.data, by);
        return next(({ action }) => action === 'createMessage');
      }
      const { value } = await execute(shown, title, inputs, by);
      assert.ok(typeof value !== 'string', `${title} was answered: ${value}`);
      return { on: shown.on, card: value };
    },
    async told(shown, title, by) {
      const { value } = await execute(shown, title, {}, by);
      return String(value);
    },
    async opened(subject = 'Lift stuck') {
      const customer = { email: 'nadia@example.com', name: 'Nadia Haddad' };
      const fields = { subject, description: 'Please help.', customer, priority: 'urgent', source: 'teams' } as const;
      return (await app.createCase(jonas, { ...fields, team: 'property' })).case.value;
    },
    async taken(subject) {
      const { id } = await stage.opened(subject);
      return (await app.assignCase(jonas, id, { assignee: 'me' })).value;
    },
    caseNow: async ({ id }) => (await app.getCase(id)).value,
    async announce({ id }) {
      await world.bot.announcer.announce(await app.getCase(id));
      await world.delivered();
    },
    async close() {
      person.close();
      await playground.close();
      await world.close();
      await product.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return stage;
}

/** What stands in the inputs of a card, which clients send with every press. */
function inputsOf({ body }: AdaptiveCard): Record<string, unknown> {
  return Object.fromEntries(body.flatMap((one) => ('id' in one ? [[one.id, one.value ?? '']] : [])));
}

/** The people of the sandbox, with Jonas as a manager who works these hours, or always. */
export async function writeAgents(product: WorkflowWorld, hours?: Shifts): Promise<void> {
  const of = (one: Agent) => (one.id === jonas.id ? { ...one, role: 'manager', ...(hours && { hours }) } : one);
  await product.write('agents', { agents: sandboxAgents.map(of) });
}

/** Hours of a shift that is half over now, every day. */
export function hoursAround(nowMs: number): Shifts {
  const at = (ms: number) => new Date(ms).toISOString().slice(11, 16);
  const block = { days: [1, 2, 3, 4, 5, 6, 7], from: at(nowMs - 60 * 60_000), to: at(nowMs + 20 * 60_000) };
  return { timezone: 'UTC', blocks: [block] };
}

/** Answers in a channel stand in the thread of the question. */
function standsIn(scope: Scope, wanted: ShownMessage['action'] = 'createMessage') {
  return ({ action, actionConversationId }: ShownMessage) =>
    action === wanted && actionConversationId.split(';')[0] === scopes[scope];
}

/** Every button of a card, and the lines that can be pressed. */
export function actionsOf(card: AdaptiveCard): Action[] {
  return [...card.body.flatMap(actionsIn), ...(card.actions ?? [])];
}

function actionsIn(element: Element): Action[] {
  if (element.type === 'ActionSet') return element.actions;
  if (element.type === 'ColumnSet') return element.selectAction === undefined ? [] : [element.selectAction];
  return element.type === 'Container' ? element.items.flatMap(actionsIn) : [];
}

export function buttonOf(card: AdaptiveCard, title: string): Execute | Submit {
  const found = actionsOf(card).find((action) => titleOf(action) === title);
  assert.ok(found !== undefined && found.type !== 'Action.OpenUrl', `no button ${title} on ${card.fallbackText}`);
  return found;
}

/** The title without the number of a case. */
export function titleOf({ title }: Action): string {
  return title.replaceAll(/HC-\d+/gu, 'HC-1');
}

function personCalled(name: string): Agent {
  const found = sandboxAgents.find((one) => one.name === name);
  assert.ok(found !== undefined);
  return found;
}
