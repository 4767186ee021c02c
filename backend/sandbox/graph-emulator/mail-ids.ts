import { badRequest } from './graph-error.ts';
import { type FolderName, folderNames, type StoredMessage } from './graph-types.ts';

const immutableId = /^AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A([0-9a-z]{10})AAA=$/;
const ordinaryId = /^AAMkAGI2NGVhZTVlLTI1OGMtNDI4My1iZmE5LTA5OGJiZGEzMTc0YQBGAAAAAADUuTJK_([0-9a-z]{10})([0-4])AA=$/;

/** Stays when the message moves to another folder; the other kind changes, as in Exchange. */
export function messageId(stored: Pick<StoredMessage, 'serial' | 'folder'>, immutable: boolean): string {
  const serial = stored.serial.toString(36).padStart(10, '0');
  if (immutable) return `AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A${serial}AAA=`;
  const folder = folderNames.indexOf(stored.folder);
  return `AAMkAGI2NGVhZTVlLTI1OGMtNDI4My1iZmE5LTA5OGJiZGEzMTc0YQBGAAAAAADUuTJK_${serial}${folder}AA=`;
}

export interface ParsedId {
  serial: number;
  /** The folder the message must still lie in; absent for an immutable id. */
  folder: FolderName | undefined;
}

export function parseMessageId(id: string): ParsedId {
  const immutable = immutableId.exec(id);
  if (immutable?.[1]) return { serial: Number.parseInt(immutable[1], 36), folder: undefined };
  const ordinary = ordinaryId.exec(id);
  if (!ordinary?.[1]) throw badRequest('Id is malformed.', 'ErrorInvalidIdMalformed');
  return { serial: Number.parseInt(ordinary[1], 36), folder: folderNames[Number(ordinary[2])] };
}

export function folderId(mailbox: string, folder: FolderName): string {
  return `AQMkADYAAAIBDAAA${Buffer.from(`${folder}:${mailbox}`).toString('base64url')}AAA=`;
}

/** A folder by its well-known name or its id in this mailbox. */
export function folderByKey(mailbox: string, key: string): FolderName | undefined {
  const name = key.toLowerCase();
  return folderNames.find((folder) => folder === name || folderId(mailbox, folder) === key);
}
