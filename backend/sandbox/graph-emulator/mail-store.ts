import { randomUUID } from 'node:crypto';
import { GraphError } from './graph-error.ts';
import { type FolderName, folderNames, type StoredMessage } from './graph-types.ts';
import type { Journal } from './journal.ts';
import { parseMessageId } from './mail-ids.ts';

/** What happened to a message in one folder, as a subscriber to that folder sees it. */
export interface MailChange {
  kind: 'created' | 'updated' | 'deleted';
  folder: FolderName;
  stored: StoredMessage;
}

export interface Folder {
  messages: Map<number, StoredMessage>;
  /** Serials in the order in which something happened to them here; a delta token is a place in it. */
  log: number[];
  /** The last place at which a serial stands in the log: only there is it reported. */
  lastAt: Map<number, number>;
}

interface MailboxState {
  folders: Record<FolderName, Folder>;
  byMessageId: Map<string, Set<number>>;
  byConversation: Map<string, Set<number>>;
  /** Conversation that the last mail on a topic belongs to. */
  byTopic: Map<string, number>;
}

export type JournalEntry =
  | { op: 'life'; life: string }
  | { op: 'put'; stored: StoredMessage }
  | { op: 'drop'; mailbox: string; serial: number };

export interface MailStore {
  readonly mailboxes: string[];
  /** Delta tokens of another life are not known here. */
  life(): string;
  renewLife(): void;
  nextSerial(): number;
  /** Adds a message, or replaces the one with the same serial, wherever it lay. */
  put(stored: StoredMessage): void;
  drop(stored: StoredMessage): void;
  /** By an id that Graph showed. @throws GraphError 400 when it is none, 404 when there is no such mailbox */
  find(mailbox: string, id: string): StoredMessage | undefined;
  get(serial: number): StoredMessage | undefined;
  folder(mailbox: string, folder: FolderName): Folder;
  withMessageId(mailbox: string, internetMessageId: string): StoredMessage[];
  inConversation(mailbox: string, conversationId: string): StoredMessage[];
  onTopic(mailbox: string, topic: string): StoredMessage | undefined;
  rememberTopic(topic: string, stored: StoredMessage): void;
  all(mailbox: string): StoredMessage[];
  onChange(listener: (change: MailChange) => void): void;
  clear(): void;
}

export function createMailStore(mailboxes: string[], journal: Journal, entries: JournalEntry[]): MailStore {
  const names = mailboxes.map((mailbox) => mailbox.toLowerCase());
  const listeners: ((change: MailChange) => void)[] = [];
  let states = emptyStates(names);
  let messages = new Map<number, StoredMessage>();
  let serial = 0;
  let life = '';

  function state(mailbox: string): MailboxState {
    const found = states.get(mailbox.toLowerCase());
    if (!found) throw new GraphError(404, 'ErrorInvalidUser', `The requested user '${mailbox}' is invalid.`);
    return found;
  }

  function place(stored: StoredMessage): MailChange[] {
    const before = messages.get(stored.serial);
    const own = state(stored.mailbox);
    if (before) unindex(own, before);
    index(own, stored);
    messages.set(stored.serial, stored);
    serial = Math.max(serial, stored.serial);
    const moved = before !== undefined && before.folder !== stored.folder;
    const left: MailChange[] = moved ? [{ kind: 'deleted', folder: before.folder, stored: before }] : [];
    if (moved) note(own.folders[before.folder], stored.serial).messages.delete(stored.serial);
    note(own.folders[stored.folder], stored.serial).messages.set(stored.serial, stored);
    return [...left, { kind: before && !moved ? 'updated' : 'created', folder: stored.folder, stored }];
  }

  function displace(mailbox: string, gone: number): MailChange[] {
    const stored = messages.get(gone);
    if (!stored) return [];
    const own = state(mailbox);
    unindex(own, stored);
    messages.delete(gone);
    note(own.folders[stored.folder], gone).messages.delete(gone);
    return [{ kind: 'deleted', folder: stored.folder, stored }];
  }

  function replay(entry: JournalEntry): void {
    if (entry.op === 'life') life = entry.life;
    else if (entry.op === 'drop') displace(entry.mailbox, entry.serial);
    else if (states.has(entry.stored.mailbox)) place(entry.stored);
  }

  function renewLife(): void {
    life = randomUUID();
    journal.append({ op: 'life', life });
  }

  function tell(changes: MailChange[]): void {
    for (const change of changes) for (const listener of listeners) listener(change);
  }

  function pick(serials: Iterable<number> | undefined): StoredMessage[] {
    return [...(serials ?? [])].flatMap((each) => messages.get(each) ?? []);
  }

  for (const entry of entries) replay(entry);
  if (life === '') renewLife();

  return {
    mailboxes: names,
    life: () => life,
    renewLife,
    nextSerial: () => {
      serial += 1;
      return serial;
    },
    put: (stored) => {
      const changes = place(stored);
      journal.append({ op: 'put', stored });
      tell(changes);
    },
    drop: (stored) => {
      const changes = displace(stored.mailbox, stored.serial);
      journal.append({ op: 'drop', mailbox: stored.mailbox, serial: stored.serial });
      tell(changes);
    },
    find: (mailbox, id) => {
      state(mailbox);
      const parsed = parseMessageId(id);
      const stored = messages.get(parsed.serial);
      if (stored?.mailbox !== mailbox.toLowerCase()) return undefined;
      return parsed.folder === undefined || parsed.folder === stored.folder ? stored : undefined;
    },
    get: (wanted) => messages.get(wanted),
    folder: (mailbox, folder) => state(mailbox).folders[folder],
    withMessageId: (mailbox, id) => pick(state(mailbox).byMessageId.get(id)),
    inConversation: (mailbox, id) => pick(state(mailbox).byConversation.get(id)),
    onTopic: (mailbox, topic) => messages.get(state(mailbox).byTopic.get(topic) ?? -1),
    rememberTopic: (topic, stored) => state(stored.mailbox).byTopic.set(topic, stored.serial),
    all: (mailbox) => folderNames.flatMap((folder) => [...state(mailbox).folders[folder].messages.values()]),
    onChange: (listener) => listeners.push(listener),
    clear: () => {
      states = emptyStates(names);
      messages = new Map();
      journal.clear();
      renewLife();
    },
  };
}

function note(folder: Folder, serial: number): Folder {
  folder.lastAt.set(serial, folder.log.length);
  folder.log.push(serial);
  return folder;
}

function emptyStates(names: string[]): Map<string, MailboxState> {
  return new Map(names.map((name) => [name, emptyState()]));
}

function emptyState(): MailboxState {
  const folder = (): Folder => ({ messages: new Map(), log: [], lastAt: new Map() });
  return {
    folders: { inbox: folder(), sentitems: folder(), drafts: folder(), archive: folder(), deleteditems: folder() },
    byMessageId: new Map(),
    byConversation: new Map(),
    byTopic: new Map(),
  };
}

function index(own: MailboxState, { serial, content }: StoredMessage): void {
  add(own.byMessageId, content.internetMessageId, serial);
  add(own.byConversation, content.conversationId, serial);
}

function unindex(own: MailboxState, { serial, content }: StoredMessage): void {
  own.byMessageId.get(content.internetMessageId)?.delete(serial);
  own.byConversation.get(content.conversationId)?.delete(serial);
}

function add(map: Map<string, Set<number>>, key: string, serial: number): void {
  const set = map.get(key);
  if (set) set.add(serial);
  else map.set(key, new Set([serial]));
}
