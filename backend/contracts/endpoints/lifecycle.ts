import { Case } from '../case.ts';
import type { Endpoint } from '../endpoint.ts';
import { AddNote, LinkCase, MergeCase, MoveMessages, SplitCase, UnlinkCase, WatchCase } from '../lifecycle.ts';
import { Message } from '../message.ts';
import { caseId } from './cases.ts';

/** A command on a case: it answers a case and may name the version it is meant for. */
const command = {
  method: 'POST',
  tag: 'Cases',
  permission: 'cases.write',
  params: caseId,
  response: Case,
  success: 200,
  ifMatch: 'optional',
  etag: true,
  idempotencyKey: 'answer',
} as const;

export const lifecycleEndpoints = {
  addNote: {
    method: 'POST',
    path: '/api/cases/{id}/notes',
    summary: 'Write a note that customers never see',
    tag: 'Cases',
    permission: 'cases.write',
    params: caseId,
    body: AddNote,
    response: Message,
    success: 201,
    idempotencyKey: 'made',
  },
  watchCase: {
    ...command,
    path: '/api/cases/{id}/watch',
    summary: 'Let somebody hear of a case',
    body: WatchCase,
  },
  unwatchCase: {
    ...command,
    path: '/api/cases/{id}/unwatch',
    summary: 'Let somebody no longer hear of a case',
    body: WatchCase,
  },
  mergeCase: {
    ...command,
    path: '/api/cases/{id}/merge',
    summary: 'Merge a case into another: its messages show there, and later mail follows',
    body: MergeCase,
  },
  unmergeCase: {
    ...command,
    path: '/api/cases/{id}/unmerge',
    summary: 'Take a merge back: the merged case stands as before, what happened on the other since stays there',
  },
  splitCase: {
    ...command,
    path: '/api/cases/{id}/split',
    summary: 'Make a new case of some messages; answers the new case',
    body: SplitCase,
    success: 201,
    idempotencyKey: 'made',
  },
  moveMessages: {
    ...command,
    path: '/api/cases/{id}/move',
    summary: 'Move messages to another case; answers the case they are on now',
    body: MoveMessages,
  },
  linkCase: { ...command, path: '/api/cases/{id}/link', summary: 'Link two cases, each from its side', body: LinkCase },
  unlinkCase: {
    ...command,
    path: '/api/cases/{id}/unlink',
    summary: 'Take every link between two cases away',
    body: UnlinkCase,
  },
  undoLast: {
    ...command,
    path: '/api/cases/{id}/undo',
    summary: "Take back the caller's last action; 409 with the differences when something came since",
  },
} as const satisfies Record<string, Endpoint>;
