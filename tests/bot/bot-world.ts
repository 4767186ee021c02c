import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import restify from 'restify';
import { mountBotMessages } from '../../backend/http/bot-messages.ts';
import type { Errand } from '../../backend/ports/conversations.ts';
import { type Bot, type BotOptions, createBot } from '../../bot/bot.ts';
import { createFakeApp, type FakeApp } from '../fakes/fake-app.ts';
import { FixedDirectory } from '../fakes/fixed-directory.ts';
import { MemoryConversations } from '../fakes/memory-conversations.ts';
import { TestClock } from '../fakes/test-clock.ts';
import { TestLog } from '../fakes/test-log.ts';
import { Emitted } from '../support/emitted.ts';

/** The bot behind a real server, over fakes. */
export interface BotWorld {
  app: FakeApp;
  bot: Bot;
  conversations: MemoryConversations;
  clock: TestClock;
  log: TestLog;
  /** Everything the bot said; `close` fails when any of it is not valid. */
  emitted: Emitted;
  /** Cards for people that could not be brought. */
  undelivered: Errand[];
  /** Resolves once everything that may leave now has left. */
  delivered(): Promise<void>;
  /** Where activities are posted. */
  url: string;
  close(): Promise<void>;
}

/** What outlives a restart. */
interface Kept {
  app: FakeApp;
  conversations: MemoryConversations;
  clock: TestClock;
}

export async function startBotWorld({
  drawEvery,
  kept,
  ...options
}: Partial<BotOptions> & { drawEvery?: number; kept?: Kept } = {}): Promise<BotWorld> {
  const app = kept?.app ?? createFakeApp();
  const directory = new FixedDirectory();
  const conversations = kept?.conversations ?? new MemoryConversations();
  const clock = kept?.clock ?? new TestClock('2026-11-24T13:10:00.000Z');
  const log = new TestLog();
  const undelivered: Errand[] = [];
  const emitted = new Emitted(drawEvery);
  const bot: Bot = createBot({
    app,
    directory,
    conversations,
    clock,
    log,
    agentName: directory.nameOf,
    publicUrl: 'http://localhost:3978',
    credentials: null,
    mode: 'sandbox',
    connectorFetch: emitted.fetch,
    wakeDelivery: () => void bot.deliver(),
    undeliverable: async (errand) => void undelivered.push(errand),
    ...options,
  });
  const server = restify.createServer();
  mountBotMessages(server, (request, response) => bot.messages(request, watched(response, emitted)), {
    docsUrl: '',
    log,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    app,
    bot,
    conversations,
    clock,
    log,
    emitted,
    undelivered,
    async delivered() {
      for (let wait: number | null = 0; wait !== null && wait <= 0; ) {
        wait = await bot.deliver();
        await bot.settled();
      }
    },
    url: `http://127.0.0.1:${port}/api/messages`,
    async close() {
      await bot.settled();
      await new Promise<void>((resolve) => {
        server.server.closeAllConnections();
        server.close(() => resolve());
      });
      assert.deepEqual([...new Set(emitted.faults)], []);
    },
  };
}

type BotResponse = Parameters<Bot['messages']>[1];

/** Looks at each body that the bot answers with. */
function watched(response: BotResponse, emitted: Emitted): BotResponse {
  const send = response.send.bind(response);
  response.send = (body: unknown) => {
    emitted.answer(body);
    return send(body);
  };
  return response;
}
