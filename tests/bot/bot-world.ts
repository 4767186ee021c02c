import type { AddressInfo } from 'node:net';
import restify from 'restify';
import { mountBotMessages } from '../../backend/http/bot-messages.ts';
import { type Bot, type BotOptions, createBot } from '../../bot/bot.ts';
import { createFakeApp, type FakeApp } from '../fakes/fake-app.ts';
import { FixedDirectory } from '../fakes/fixed-directory.ts';
import { MemoryConversations } from '../fakes/memory-conversations.ts';
import { TestClock } from '../fakes/test-clock.ts';
import { TestLog } from '../fakes/test-log.ts';

/** The bot behind a real server, over fakes. */
export interface BotWorld {
  app: FakeApp;
  bot: Bot;
  conversations: MemoryConversations;
  clock: TestClock;
  log: TestLog;
  /** Where activities are posted. */
  url: string;
  close(): Promise<void>;
}

export async function startBotWorld(options: Partial<BotOptions> = {}): Promise<BotWorld> {
  const app = createFakeApp();
  const directory = new FixedDirectory();
  const conversations = new MemoryConversations();
  const clock = new TestClock('2026-11-24T13:10:00.000Z');
  const log = new TestLog();
  const bot = createBot({
    app,
    directory,
    conversations,
    clock,
    log,
    agentName: directory.nameOf,
    publicUrl: 'http://localhost:3978',
    credentials: null,
    mode: 'sandbox',
    ...options,
  });
  const server = restify.createServer();
  mountBotMessages(server, (request, response) => bot.messages(request, response), { docsUrl: '', log });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    app,
    bot,
    conversations,
    clock,
    log,
    url: `http://127.0.0.1:${port}/api/messages`,
    close: () =>
      new Promise<void>((resolve) => {
        server.server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
