import type { Endpoint } from '../endpoint.ts';
import { MentionList, Notifications } from '../notifications.ts';

export const notificationEndpoints = {
  listMentions: {
    method: 'GET',
    path: '/api/me/mentions',
    summary: 'Notes of the last 14 days that mention the caller, where they have done nothing on the case since',
    tag: 'Notifications',
    permission: 'cases.read',
    response: MentionList,
    success: 200,
  },
  readNotifications: {
    method: 'GET',
    path: '/api/me/notifications',
    summary: 'What the caller is told of, where, and in which hours not',
    tag: 'Notifications',
    permission: 'cases.read',
    response: Notifications,
    success: 200,
    etag: true,
  },
  writeNotifications: {
    method: 'PUT',
    path: '/api/me/notifications',
    summary: 'Choose for each kind of notice Teams, e-mail or nothing, and quiet hours',
    tag: 'Notifications',
    permission: 'cases.read',
    body: Notifications,
    response: Notifications,
    success: 200,
    ifMatch: 'required',
    etag: true,
  },
} as const satisfies Record<string, Endpoint>;
