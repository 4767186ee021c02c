import { z } from 'zod';
import type { Endpoint } from '../endpoint.ts';
import { EditableView, View, ViewList } from '../view.ts';

const viewId = z.object({ id: z.string().min(1).max(64) });

export const viewEndpoints = {
  listViews: {
    method: 'GET',
    path: '/api/views',
    summary: "The caller's own views of the case list and the shared ones",
    tag: 'Cases',
    permission: 'cases.read',
    response: ViewList,
    success: 200,
  },
  createView: {
    method: 'POST',
    path: '/api/views',
    summary: 'Keep a filter and order of the case list under a name, for oneself or for everybody',
    tag: 'Cases',
    permission: 'cases.read',
    body: EditableView,
    response: View,
    success: 201,
    idempotencyKey: 'answer',
    etag: true,
  },
  replaceView: {
    method: 'PUT',
    path: '/api/views/{id}',
    summary: 'Change a view; a shared one only as its owner or a manager',
    tag: 'Cases',
    permission: 'cases.read',
    params: viewId,
    body: EditableView,
    response: View,
    success: 200,
    ifMatch: 'required',
    etag: true,
  },
  deleteView: {
    method: 'DELETE',
    path: '/api/views/{id}',
    summary: 'Delete a view; answers what it was',
    tag: 'Cases',
    permission: 'cases.read',
    params: viewId,
    response: View,
    success: 200,
    ifMatch: 'required',
  },
} as const satisfies Record<string, Endpoint>;
