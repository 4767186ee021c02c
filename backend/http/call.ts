import type { z } from 'zod';
import type { Idempotency } from '../app/app.ts';
import type { Endpoint } from '../contracts/endpoint.ts';
import type { Actor } from '../domain/access/actor.ts';
import type { Viewer } from '../present/present-case.ts';
import type { ByteStream } from './byte-stream.ts';
import type { IfMatch } from './entity-tags.ts';
import type { JsonBytes } from './json-bytes.ts';

type Checked<E, K extends string> = E extends Record<K, infer S extends z.ZodType> ? z.output<S> : undefined;

/** One request after the door has let it in: who asks, and everything it sent, checked against the endpoint's row. */
export interface Call<E extends Endpoint> {
  actor: E['permission'] extends 'public' ? null : Actor;
  /** The caller's own access token, for asking others on their behalf. */
  token: string;
  viewer: Viewer;
  params: Checked<E, 'params'>;
  query: Checked<E, 'query'>;
  body: Checked<E, 'body'>;
  /** The query as it was sent. */
  search: string;
  ifMatch: IfMatch | undefined;
  idempotency: Idempotency | undefined;
}

export interface Answer<T> {
  body: T | JsonBytes | ByteStream;
  /** Where it is not the row's. */
  status?: number;
  /** Without quotes. */
  etag?: string;
  headers?: Record<string, string>;
}

export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<Answer<z.output<E['response']>>>;

/** A handler for every row of a table: a missing one is a type error. */
export type Handlers<T extends Record<string, Endpoint>> = { [N in keyof T]: Handler<T[N]> };
