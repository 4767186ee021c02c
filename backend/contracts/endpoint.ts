import type { z } from 'zod';
import type { Permission } from '../domain/vocabulary.ts';

/**
 * One row a route. Server, typed client, OpenAPI and the test that every route has a role all read this table.
 * `permission: 'public'` is for what must answer without a token.
 */
export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Parameters in braces, as in OpenAPI. */
  path: string;
  summary: string;
  tag: string;
  permission: Permission | 'public';
  params?: z.ZodObject;
  query?: z.ZodType;
  body?: z.ZodType;
  response: z.ZodType;
  /** Status of success; the handler may answer 200 instead of 201 where the thing was there already. */
  success: 200 | 201;
  /** Whether the caller must name the version it changes. */
  ifMatch?: 'required' | 'optional';
  /**
   * Whether the route takes an Idempotency-Key. `made`: what was made tells of a repeat, which is answered as it is now.
   * `answer`: the answer is kept for a day, and a repeat is given the same.
   */
  idempotencyKey?: 'made' | 'answer';
  /** Whether success answers bytes of any type rather than JSON. */
  bytes?: true;
  /** Whether the answer carries an ETag. */
  etag?: true;
}
