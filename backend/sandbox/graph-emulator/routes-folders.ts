import { readDelta } from './delta.ts';
import { badRequest } from './graph-error.ts';
import { type FolderName, folderNames } from './graph-types.ts';
import { folderId } from './mail-ids.ts';
import type { MailStore } from './mail-store.ts';
import { readList } from './odata.ts';
import { checkSelect } from './render.ts';
import type { GraphAnswer, GraphRequest, Routes } from './router.ts';
import { context, requireFolder } from './routes-messages.ts';

const displayNames: Record<FolderName, string> = {
  inbox: 'Inbox',
  sentitems: 'Sent Items',
  drafts: 'Drafts',
  archive: 'Archive',
  deleteditems: 'Deleted Items',
};
const defaultDeltaPage = 10;
const deltaOptions = new Set(['$select', '$deltatoken', '$skiptoken', '$top']);

/** Folders, and what changed in one of them. */
export function folderRoutes(store: MailStore): Routes {
  function show(mailbox: string, folder: FolderName) {
    const messages = [...store.folder(mailbox, folder).messages.values()];
    return {
      id: folderId(mailbox, folder),
      displayName: displayNames[folder],
      parentFolderId: `AQMkADYAAAIBDAAAroot${Buffer.from(mailbox).toString('base64url')}`,
      childFolderCount: 0,
      unreadItemCount: messages.filter(({ content }) => !content.isRead).length,
      totalItemCount: messages.length,
      isHidden: false,
    };
  }

  function delta(request: GraphRequest): GraphAnswer {
    const { mailbox = '', folder = '' } = request.path;
    const refused = [...request.query.keys()].find((name) => name.startsWith('$') && !deltaOptions.has(name));
    if (refused) throw badRequest(`The query option '${refused}' is not supported with change tracking.`);
    const select = readList(request.query.get('$select'));
    checkSelect(select);
    const { value, next } = readDelta(store, {
      mailbox,
      folder: requireFolder(mailbox, folder),
      token: request.query.get('$deltatoken') ?? request.query.get('$skiptoken'),
      select,
      pageSize: request.prefer.pageSize ?? defaultDeltaPage,
      immutable: request.prefer.immutable,
    });
    const link = `${request.baseUrl}${request.route.split('?')[0]}?$${next.kind}token=${next.token}`;
    const name = next.kind === 'skip' ? '@odata.nextLink' : '@odata.deltaLink';
    return { status: 200, json: { '@odata.context': context(request), value, [name]: link } };
  }

  return {
    'GET /users/{mailbox}/mailFolders': (request) => {
      const value = folderNames.map((folder) => show(request.path.mailbox ?? '', folder));
      return { status: 200, json: { '@odata.context': context(request), value } };
    },
    'GET /users/{mailbox}/mailFolders/{folder}': ({ path: { mailbox = '', folder = '' } }) => ({
      status: 200,
      json: show(mailbox, requireFolder(mailbox, folder)),
    }),
    'GET /users/{mailbox}/mailFolders/{folder}/messages/delta': delta,
    'GET /users/{mailbox}/mailFolders/{folder}/messages/microsoft.graph.delta': delta,
  };
}
