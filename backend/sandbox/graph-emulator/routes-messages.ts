import { GraphError, itemNotFound } from './graph-error.ts';
import type { FolderName, StoredMessage } from './graph-types.ts';
import { folderByKey } from './mail-ids.ts';
import type { MailStore } from './mail-store.ts';
import type { Mailroom } from './mailroom.ts';
import { type Condition, matches, type Query, readQuery, sortMessages } from './odata.ts';
import { readAttachment, readPatch } from './patching.ts';
import { checkSelect, renderAttachment, renderMessage } from './render.ts';
import { type GraphAnswer, type GraphRequest, type Routes, readJson } from './router.ts';

const defaultPage = 10;

/** Reading, changing, moving and deleting messages, and their attachments. */
export function messageRoutes(store: MailStore, mailroom: Mailroom, now: () => number): Routes {
  function wanted(request: GraphRequest): StoredMessage {
    const { mailbox = '', folder, id = '' } = request.path;
    const stored = store.find(mailbox, id);
    if (!stored) throw itemNotFound();
    if (folder !== undefined && folderByKey(mailbox, folder) !== stored.folder) throw itemNotFound();
    return stored;
  }

  function attachment(request: GraphRequest) {
    const found = wanted(request).attachments.find(({ id }) => id === request.path.attachment);
    if (!found) throw itemNotFound();
    return found;
  }

  function answerMessage(request: GraphRequest, stored: StoredMessage, status = 200): GraphAnswer {
    const { select, attachments } = readQuery(request.query);
    checkSelect(select);
    const json = renderMessage(stored, { immutable: request.prefer.immutable, select, attachments });
    return { status, json: { '@odata.context': context(request), ...json } };
  }

  function list(request: GraphRequest): GraphAnswer {
    const { mailbox = '', folder } = request.path;
    const query = readQuery(request.query);
    checkSelect(query.select);
    const found = candidates(store, mailbox, folder, query.filter).filter((stored) => matches(stored, query.filter));
    const top = query.top ?? request.prefer.pageSize ?? defaultPage;
    const page = sortMessages(found, query.orderBy).slice(query.skip, query.skip + top);
    const view = { immutable: request.prefer.immutable, select: query.select, attachments: query.attachments };
    return {
      status: 200,
      json: {
        '@odata.context': context(request),
        ...(query.count ? { '@odata.count': found.length } : {}),
        value: page.map((stored) => renderMessage(stored, view)),
        ...(query.skip + top < found.length ? { '@odata.nextLink': nextLink(request, query, top) } : {}),
      },
    };
  }

  function move(request: GraphRequest): GraphAnswer {
    const stored = wanted(request);
    const body = readJson(request);
    const target = typeof body === 'object' && body !== null ? Object.entries(body)[0]?.[1] : undefined;
    const folder = typeof target === 'string' ? folderByKey(stored.mailbox, target) : undefined;
    if (!folder) throw new GraphError(404, 'ErrorFolderNotFound', 'The specified folder could not be found.');
    return answerMessage(request, mailroom.move(stored, folder), 201);
  }

  /** The first deletion throws a message in the bin, as in Outlook; the second is for good. */
  function remove(request: GraphRequest): GraphAnswer {
    const stored = wanted(request);
    if (stored.folder === 'deleteditems') store.drop(stored);
    else mailroom.move(stored, 'deleteditems');
    return { status: 204 };
  }

  function addAttachment(request: GraphRequest): GraphAnswer {
    const stored = wanted(request);
    const added = readAttachment(readJson(request), now());
    const attachments = [...stored.attachments, added];
    const hasAttachments = attachments.some(({ isInline }) => !isInline);
    mailroom.change({ ...stored, attachments }, { hasAttachments });
    return { status: 201, json: added };
  }

  const one = '/users/{mailbox}/messages/{id}';
  return {
    'GET /users/{mailbox}/messages': list,
    'GET /users/{mailbox}/mailFolders/{folder}/messages': list,
    [`GET ${one}`]: (request) => answerMessage(request, wanted(request)),
    'GET /users/{mailbox}/mailFolders/{folder}/messages/{id}': (request) => answerMessage(request, wanted(request)),
    [`PATCH ${one}`]: (request) => {
      const stored = wanted(request);
      return answerMessage(request, mailroom.change(stored, readPatch(stored, readJson(request))));
    },
    [`DELETE ${one}`]: remove,
    [`POST ${one}/permanentDelete`]: (request) => {
      store.drop(wanted(request));
      return { status: 204 };
    },
    [`POST ${one}/move`]: move,
    [`GET ${one}/attachments`]: (request) => {
      const { select } = readQuery(request.query);
      const value = wanted(request).attachments.map((each) => renderAttachment(each, select));
      return { status: 200, json: { '@odata.context': context(request), value } };
    },
    [`POST ${one}/attachments`]: addAttachment,
    [`GET ${one}/attachments/{attachment}`]: (request) => ({
      status: 200,
      json: renderAttachment(attachment(request), readQuery(request.query).select),
    }),
    [`GET ${one}/attachments/{attachment}/$value`]: (request) => {
      const { contentType, contentBytes } = attachment(request);
      const data = Buffer.from(contentBytes ?? '', 'base64');
      return { status: 200, bytes: { type: contentType ?? 'application/octet-stream', data } };
    },
  };
}

export function requireFolder(mailbox: string, key: string): FolderName {
  const folder = folderByKey(mailbox, key);
  if (folder) return folder;
  throw new GraphError(404, 'ErrorFolderNotFound', 'The specified folder could not be found in the store.');
}

export function context(request: GraphRequest): string {
  return `${request.baseUrl}/$metadata#${request.route.split('?')[0]?.slice(1) ?? ''}`;
}

/** By index where the filter names one, else everything in the folder. */
function candidates(store: MailStore, mailbox: string, folder: string | undefined, filter: Condition[]) {
  const value = (field: string) => filter.find((condition) => condition.field === field)?.value;
  const name = folder === undefined ? undefined : requireFolder(mailbox, folder);
  const byId = value('internetMessageId') ?? undefined;
  const byConversation = value('conversationId') ?? undefined;
  const inFolder = (stored: StoredMessage) => name === undefined || stored.folder === name;
  if (typeof byId === 'string') return store.withMessageId(mailbox, byId).filter(inFolder);
  if (typeof byConversation === 'string') return store.inConversation(mailbox, byConversation).filter(inFolder);
  return name === undefined ? store.all(mailbox) : [...store.folder(mailbox, name).messages.values()];
}

function nextLink(request: GraphRequest, query: Query, top: number): string {
  const next = new URLSearchParams(request.query);
  next.set('$top', String(top));
  next.set('$skip', String(query.skip + top));
  return `${request.baseUrl}${request.route.split('?')[0]}?${next.toString()}`;
}
