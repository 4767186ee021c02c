import * as z from 'zod';
import { badRequest, GraphError } from './graph-error.ts';
import type { FolderName } from './graph-types.ts';
import { messageId } from './mail-ids.ts';
import type { Folder, MailStore } from './mail-store.ts';
import { renderMessage } from './render.ts';

/** A place in the log of one folder. `end` is where the round that is being read stops; absent between rounds. */
const token = z.object({
  life: z.string(),
  mailbox: z.string(),
  folder: z.string(),
  at: z.number().int().nonnegative(),
  end: z.number().int().nonnegative().optional(),
  /** True while everything is read for the first time: what has gone meanwhile is not mentioned. */
  first: z.boolean(),
  select: z.array(z.string()).optional(),
});
type Token = z.infer<typeof token>;

export interface DeltaRequest {
  mailbox: string;
  folder: FolderName;
  /** The text of a $deltatoken or $skiptoken; null begins a round that reads everything. */
  token: string | null;
  select: string[] | undefined;
  pageSize: number;
  immutable: boolean;
}

export interface DeltaAnswer {
  value: Record<string, unknown>[];
  next: { kind: 'skip' | 'delta'; token: string };
}

export function readDelta(store: MailStore, request: DeltaRequest): DeltaAnswer {
  const folder = store.folder(request.mailbox, request.folder);
  const start = request.token === null ? firstToken(store, request) : checkToken(store, request, request.token);
  const end = start.end ?? folder.log.length;
  const value: Record<string, unknown>[] = [];
  let at = start.at;
  for (; at < end && value.length < request.pageSize; at += 1) {
    const entry = entryAt(store, folder, at, start, request);
    if (entry) value.push(entry);
  }
  if (at < end) return { value, next: { kind: 'skip', token: write({ ...start, at, end }) } };
  const { end: _end, ...rest } = start;
  return { value, next: { kind: 'delta', token: write({ ...rest, at, first: false }) } };
}

/** Only the last thing that happened to a message is told, and only once. */
function entryAt(store: MailStore, folder: Folder, at: number, start: Token, request: DeltaRequest) {
  const serial = folder.log[at];
  if (serial === undefined || folder.lastAt.get(serial) !== at) return undefined;
  const { immutable } = request;
  const here = folder.messages.get(serial);
  if (here) return renderMessage(here, { immutable, select: start.select });
  if (start.first) return undefined;
  const id = messageId({ serial, folder: request.folder }, immutable);
  return { '@removed': { reason: store.get(serial) ? 'changed' : 'deleted' }, id };
}

function firstToken(store: MailStore, request: DeltaRequest): Token {
  const { mailbox, folder, select } = request;
  return {
    life: store.life(),
    mailbox: mailbox.toLowerCase(),
    folder,
    at: 0,
    first: true,
    ...(select ? { select } : {}),
  };
}

function checkToken(store: MailStore, request: DeltaRequest, text: string): Token {
  const found = read(text);
  if (found?.mailbox !== request.mailbox.toLowerCase() || found.folder !== request.folder) {
    throw badRequest('Badly formed token.');
  }
  if (found.life === store.life()) return found;
  throw new GraphError(
    410,
    'syncStateNotFound',
    'The sync state generation is not found. The delta token is expired and data must be synchronized again.',
  );
}

function write(value: Token): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function read(text: string): Token | undefined {
  try {
    return token.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
