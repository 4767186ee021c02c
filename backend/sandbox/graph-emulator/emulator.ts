import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { controlRoutes } from './control.ts';
import { createFaults, type FaultControl } from './faults.ts';
import type { FolderName, GraphMessage, StoredMessage, Subscription } from './graph-types.ts';
import { createDoor } from './http-door.ts';
import { noJournal, openJournal, readJournal } from './journal.ts';
import { createMailStore, type JournalEntry } from './mail-store.ts';
import { createMailroom } from './mailroom.ts';
import { createNotifier } from './notifier.ts';
import { fullMessage } from './render.ts';
import { type ActivityBook, activityRoutes, createActivityBook } from './routes-activities.ts';
import { folderRoutes } from './routes-folders.ts';
import { messageRoutes } from './routes-messages.ts';
import { sendingRoutes } from './routes-sending.ts';
import { subscriptionRoutes } from './routes-subscriptions.ts';
import { createSending } from './sending.ts';
import { createStats, type EmulatorStats } from './stats.ts';
import { createSubscriptionBook } from './subscription-book.ts';

export interface EmulatorOptions {
  /** 0, the default, takes a free one. */
  port?: number;
  host?: '127.0.0.1';
  /** The bearer token every request must carry; `sandbox` unless given. */
  token?: string;
  mailboxes: string[];
  now?: () => number;
  /** Keeps the mailboxes over restarts: JSON lines, appended to. */
  file?: string;
  /** Pauses before each further try to deliver a notification. */
  notificationRetryDelaysMs?: number[];
}

export interface GraphEmulator {
  /** With the version, such as `http://127.0.0.1:4010/v1.0`. */
  url: string;
  token: string;
  /** A mail arrives in the inbox. Fields of `message` that cannot be used are dropped, missing ones made up. */
  deliver(mailbox: string, message: object): Promise<GraphMessage>;
  /** Somebody sends from the mailbox with Outlook, which may set headers that Graph's `sendMail` refuses. */
  sendByOutlook(mailbox: string, message: object): GraphMessage;
  /** Oldest first, with immutable ids. */
  list(mailbox: string, folder: FolderName): GraphMessage[];
  sent(mailbox: string): GraphMessage[];
  /** Calls back with every mail that leaves for people whose mailboxes are elsewhere, as they receive it. Returns how to stop. */
  onLeaving(listener: (mail: GraphMessage) => void): () => void;
  subscriptions(): Subscription[];
  /** The activity feeds of Teams. */
  activities: Pick<ActivityBook, 'shown' | 'uninstall'>;
  faults: FaultControl;
  stats: EmulatorStats;
  /** Resolves when every notification has arrived or was given up. */
  settle(): Promise<void>;
  /** Empty mailboxes and feeds, no subscriptions, no faults, no figures. */
  reset(): void;
  close(): Promise<void>;
}

const defaultRetryDelaysMs = [200, 800, 2_000, 5_000, 10_000, 20_000];

/** Microsoft Graph's mail and activity feeds, as far as the product uses them, on this machine. */
export async function startGraphEmulator(options: EmulatorOptions): Promise<GraphEmulator> {
  const now = options.now ?? Date.now;
  const token = options.token ?? 'sandbox';
  const entries = options.file === undefined ? [] : (readJournal(options.file) as JournalEntry[]);
  const journal = options.file === undefined ? noJournal : openJournal(options.file);
  const store = createMailStore(options.mailboxes, journal, entries);
  const leaving = new Set<(sent: StoredMessage) => void>();
  const mailroom = createMailroom(store, now, (sent) => {
    for (const tell of leaving) tell(sent);
  });
  const book = createSubscriptionBook(store.mailboxes, now);
  const keeper = createStats();
  const activities = createActivityBook();

  const faults = createFaults({
    loseDeltaTokens: () => store.renewLife(),
    endSubscriptions: (notice) => {
      const ended = book.active();
      book.clear();
      if (notice) for (const subscription of ended) notifier.lifecycle(subscription, 'subscriptionRemoved');
    },
    lifecycle: (event) => {
      for (const subscription of book.active()) notifier.lifecycle(subscription, event);
    },
  });
  const notifier = createNotifier({
    book,
    dice: faults.dice,
    settings: faults.control.settings,
    stats: keeper.stats,
    retryDelaysMs: options.notificationRetryDelaysMs ?? defaultRetryDelaysMs,
  });
  store.onChange(notifier.onChange);

  async function deliver(mailbox: string, message: object): Promise<GraphMessage> {
    return fullMessage(mailroom.lay(mailbox, 'inbox', message));
  }

  function sendByOutlook(mailbox: string, message: object): GraphMessage {
    const sender = { emailAddress: { address: mailbox, name: mailbox } };
    const sent = mailroom.lay(mailbox, 'sentitems', message, { sender, isRead: true, isDraft: false });
    mailroom.carry(sent);
    return fullMessage(sent);
  }

  function list(mailbox: string, folder: FolderName): GraphMessage[] {
    return [...store.folder(mailbox, folder).messages.values()].map((stored) => fullMessage(stored));
  }

  function reset(): void {
    store.clear();
    book.clear();
    activities.clear();
    faults.control.reset();
    keeper.reset();
  }

  function onLeaving(listener: (mail: GraphMessage) => void): () => void {
    const tell = (sent: StoredMessage) => listener(fullMessage(sent));
    leaving.add(tell);
    return () => leaving.delete(tell);
  }

  const held = {
    deliver,
    subscriptions: () => book.active().map(({ shown }) => shown),
    activities,
    faults: faults.control,
    stats: keeper.stats,
    reset,
  };
  const server = createServer(
    createDoor({
      graph: {
        ...folderRoutes(store),
        ...messageRoutes(store, mailroom, now),
        ...sendingRoutes(
          store,
          createSending(store, mailroom, now, () => faults.control.settings().sending),
        ),
        ...subscriptionRoutes(book),
        ...activityRoutes(activities),
      },
      control: controlRoutes(held),
      token,
      now,
      dice: faults.dice,
      settings: faults.control.settings,
      keeper,
    }),
  );
  const port = await listen(server, options.port ?? 0, options.host ?? '127.0.0.1');

  async function close(): Promise<void> {
    notifier.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    journal.close();
  }

  return {
    ...held,
    url: `http://127.0.0.1:${port}/v1.0`,
    token,
    list,
    sendByOutlook,
    sent: (mailbox) => list(mailbox, 'sentitems'),
    onLeaving,
    settle: () => notifier.settle(),
    close,
  };
}

async function listen(server: Server, port: number, host: string): Promise<number> {
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The emulator has no port');
  return address.port;
}
