import { itemNotFound } from './graph-error.ts';
import type { StoredMessage } from './graph-types.ts';
import type { MailStore } from './mail-store.ts';
import { renderMessage } from './render.ts';
import { type GraphAnswer, type GraphRequest, type Handler, type Routes, readJson } from './router.ts';
import type { SendBody } from './send-requests.ts';
import type { Sending } from './sending.ts';

/** Sending, answering and drafts. */
export function sendingRoutes(store: MailStore, sending: Sending): Routes {
  function wanted({ path: { mailbox = '', id = '' } }: GraphRequest): StoredMessage {
    const stored = store.find(mailbox, id);
    if (!stored) throw itemNotFound();
    return stored;
  }

  function created(request: GraphRequest, stored: StoredMessage): GraphAnswer {
    return { status: 201, json: renderMessage(stored, { immutable: request.prefer.immutable }) };
  }

  const createReply =
    (toAll: boolean): Handler =>
    (request) =>
      created(request, sending.createReply(wanted(request), toAll, readBody(request)));

  const reply =
    (toAll: boolean): Handler =>
    (request) => {
      sending.sendDraft(sending.createReply(wanted(request), toAll, readBody(request)));
      return { status: 202 };
    };

  const one = '/users/{mailbox}/messages/{id}';
  return {
    'POST /users/{mailbox}/sendMail': (request) => {
      sending.send(ownAddress(store, request), readBody(request));
      return { status: 202 };
    },
    'POST /users/{mailbox}/messages': (request) =>
      created(request, sending.createDraft(ownAddress(store, request), readBody(request))),
    [`POST ${one}/send`]: (request) => {
      sending.sendDraft(wanted(request));
      return { status: 202 };
    },
    [`POST ${one}/createReply`]: createReply(false),
    [`POST ${one}/createReplyAll`]: createReply(true),
    [`POST ${one}/reply`]: reply(false),
    [`POST ${one}/replyAll`]: reply(true),
  };
}

/** The mailbox that is sent from; an unknown one is refused before anything is read. */
function ownAddress(store: MailStore, { path: { mailbox = '' } }: GraphRequest): string {
  store.folder(mailbox, 'sentitems');
  return mailbox.toLowerCase();
}

function readBody(request: GraphRequest): SendBody {
  if (request.contentType.startsWith('text/plain')) return { json: undefined, mime: request.body.toString('latin1') };
  return { json: readJson(request), mime: undefined };
}
