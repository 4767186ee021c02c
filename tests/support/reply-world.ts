import { createGraphMailbox } from '../../backend/adapters/graph/graph-mailbox.ts';
import { toIncomingMail } from '../../backend/adapters/graph/graph-message.ts';
import { createMailText } from '../../backend/adapters/mail-text/mail-text.ts';
import { outgoingText } from '../../backend/adapters/mail-text/outgoing-text.ts';
import { TableAnswerAllowance } from '../../backend/adapters/store/answer-allowance.ts';
import { TableOutbox } from '../../backend/adapters/store/outbox.ts';
import { TableSettingsStore } from '../../backend/adapters/store/settings-store.ts';
import { hmacSigner } from '../../backend/adapters/system/hmac-signer.ts';
import { drainPending } from '../../backend/app/intake/drain-pending.ts';
import type { OutboxDeps } from '../../backend/app/replies/deps.ts';
import { drainOutbox } from '../../backend/app/replies/drain-outbox.ts';
import type { ReplyDeps } from '../../backend/app/replies/reply-deps.ts';
import { SendPace } from '../../backend/app/replies/send-pace.ts';
import { surveyLinks } from '../../backend/app/surveys/survey-links.ts';
import { defaultSettings } from '../../backend/default-settings.ts';
import type { TableBackend } from '../../backend/ports/table-backend.ts';
import { type GraphEmulator, startGraphEmulator } from '../../backend/sandbox/graph-emulator/emulator.ts';
import type { GraphMessage } from '../../backend/sandbox/graph-emulator/graph-types.ts';
import { MemoryTables } from '../fakes/memory-tables.ts';
import { TestClock } from '../fakes/test-clock.ts';
import { type IntakeWorld, intakeWorld } from './intake-world.ts';

export const support = 'support@contoso.example';

export interface ReplyWorld extends IntakeWorld {
  emulator: GraphEmulator;
  outbox: OutboxDeps;
  replies: ReplyDeps;
  /** A customer's mail arrives and is worked through. */
  receive(message?: Record<string, unknown>): Promise<GraphMessage>;
  /** Works through pending mails and the outbox until neither has anything left that is due within a minute. */
  settle(): Promise<void>;
  sent(): GraphMessage[];
}

export interface ReplyWorldOptions {
  backend?: TableBackend;
  emulator?: GraphEmulator;
  clock?: TestClock;
  perMinute?: number;
}

/** The real intake and outbox over the real store, in memory, and the real Graph adapter on the emulator. */
export async function replyWorld(options: ReplyWorldOptions = {}): Promise<ReplyWorld> {
  const backend = options.backend ?? new MemoryTables();
  const clock = options.clock ?? new TestClock();
  const emulator = options.emulator ?? (await startGraphEmulator({ mailboxes: [support], now: () => clock.nowMs() }));
  const mailbox = createGraphMailbox({
    baseUrl: emulator.url,
    token: async () => emulator.token,
    log: silent(),
    maxRetries: 0,
    timeoutMs: 2_000,
  });
  const world = await intakeWorld(backend, clock);
  Object.assign(world.deps, { mailbox, readMail: toIncomingMail, mailText: createMailText() });
  const { store, decisions, directory, ids, log, ourMailboxes, blobs } = world.deps;
  const outbox: OutboxDeps = {
    outbox: new TableOutbox(backend, world.store),
    sender: mailbox,
    store,
    decisions,
    allowance: new TableAnswerAllowance(backend),
    settings: new TableSettingsStore(backend, defaultSettings([], [])),
    directory,
    blobs,
    outgoingText,
    clock,
    ids,
    log,
    pace: new SendPace(options.perMinute ?? 1_000),
    ourMailboxes,
    surveyLinks: surveyLinks(hmacSigner(Buffer.from('a key of the tests')), 'https://help.contoso.example'),
    claimMs: 5_000,
    lookMs: 20_000,
  };

  const replies: ReplyDeps = {
    ...world.deps,
    settings: outbox.settings,
    outgoingText,
    undoMs: 15_000,
    wakeOutbox: () => {},
  };

  async function receive(message: Record<string, unknown> = {}): Promise<GraphMessage> {
    const laid = await emulator.deliver(support, { ...aLetter(clock.now()), ...message });
    await world.deps.pending.note([{ mailbox: support, graphId: laid.id }], clock.now());
    return laid;
  }

  async function settle(): Promise<void> {
    for (let round = 0; round < 200; round += 1) {
      await drainPending(world.deps, 4);
      const wait = await drainOutbox(outbox);
      await world.tailer.catchUpAll();
      const pending = await world.deps.pending.count();
      if (wait === null && pending === 0) return;
      clock.advance(Math.max(pending > 0 ? 500 : 1, wait ?? 0));
    }
    throw new Error('The outbox never comes to rest.');
  }

  return { ...world, emulator, outbox, replies, receive, settle, sent: () => emulator.sent(support) };
}

let counter = 0;

function aLetter(at: string): Record<string, unknown> {
  counter += 1;
  const person = { emailAddress: { address: `customer-${counter}@example.com`, name: `Customer ${counter}` } };
  return {
    subject: `Question ${counter}`,
    from: person,
    toRecipients: [{ emailAddress: { address: support, name: 'Support' } }],
    body: { contentType: 'text', content: 'When does the plumber come?' },
    internetMessageId: `<question-${counter}@example.com>`,
    receivedDateTime: `${at.slice(0, 19)}Z`,
  };
}

function silent() {
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {}, with: () => log };
  return log;
}

export function headerOf(mail: GraphMessage | undefined, name: string): string | undefined {
  return mail?.internetMessageHeaders.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value;
}
