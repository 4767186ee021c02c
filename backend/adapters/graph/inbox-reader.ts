import * as z from 'zod';
import { Failure } from '../../domain/failure.ts';
import type { Instant } from '../../domain/mail/mail.ts';
import type { DeltaPage } from '../../ports/mailbox.ts';
import type { GraphCaller } from './graph-caller.ts';
import { forgotCursor } from './graph-failure.ts';
import { literal, query, relativeLink, segment } from './graph-paths.ts';
import { instantText } from './hostile-text.ts';

const page = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});
const present = z.object({ id: z.string().min(1), '@removed': z.undefined().optional() });
const candidate = z.object({
  id: z.string().min(1),
  isDraft: z.boolean().catch(false),
  receivedDateTime: z.string().catch(''),
});

const pageSize = 200;
/** A server that never comes to an end must not keep us for ever: a million mails. */
const mostPages = 5_000;
/** RFC 5322: a header line has at most 998 characters. */
const longestMessageId = 998;

export interface InboxReader {
  delta(mailbox: string, cursor: string | null): Promise<DeltaPage>;
  receivedSince(mailbox: string, since: Instant): Promise<string[]>;
  find(mailbox: string, internetMessageId: string): Promise<string | null>;
}

export function createInboxReader(caller: GraphCaller, baseUrl: string): InboxReader {
  const inbox = (mailbox: string) => `/users/${segment(mailbox)}/mailFolders/inbox/messages`;

  async function readPage(mailbox: string, path: string) {
    const prefer = [`odata.maxpagesize=${pageSize}`];
    const parsed = page.safeParse(await caller.json({ method: 'GET', mailbox, path, prefer }));
    if (!parsed.success) throw new Failure('unavailable', 'Graph answered with a page that cannot be read');
    return parsed.data;
  }

  /** Follows the pages from `first`; resolves to the delta link of the last one, if it has one. */
  async function eachPage(mailbox: string, first: string, take: (values: unknown[]) => void): Promise<string | null> {
    let path = first;
    for (let count = 0; count < mostPages; count += 1) {
      const answer = await readPage(mailbox, path);
      take(answer.value);
      const next = answer['@odata.nextLink'];
      const end = answer['@odata.deltaLink'];
      if (next === undefined) return end === undefined ? null : relativeLink(baseUrl, end);
      path = relativeLink(baseUrl, next);
    }
    throw new Failure('unavailable', 'Graph never came to the last page');
  }

  async function delta(mailbox: string, cursor: string | null): Promise<DeltaPage> {
    const ids = new Set<string>();
    const first =
      cursor === null ? `${inbox(mailbox)}/delta${query({ $select: 'id' })}` : relativeLink(baseUrl, cursor);
    try {
      const end = await eachPage(mailbox, first, (values) => addIds(ids, values));
      return { graphIds: [...ids], cursor: end };
    } catch (error) {
      if (forgotCursor(error)) return { graphIds: [...ids], cursor: null };
      throw error;
    }
  }

  async function receivedSince(mailbox: string, since: Instant): Promise<string[]> {
    const ids = new Set<string>();
    // Graph shows times to the second: a mail received within this second would otherwise be left out.
    const from = `${(instantText(since) ?? since).slice(0, 19)}Z`;
    const path = `${inbox(mailbox)}${query({
      $filter: `receivedDateTime ge ${from}`,
      $orderby: 'receivedDateTime asc',
      $select: 'id',
      $top: pageSize,
    })}`;
    await eachPage(mailbox, path, (values) => addIds(ids, values));
    return [...ids];
  }

  async function find(mailbox: string, internetMessageId: string): Promise<string | null> {
    if (internetMessageId === '' || internetMessageId.length > longestMessageId) return null;
    const path = `/users/${segment(mailbox)}/messages${query({
      $filter: `internetMessageId eq ${literal(internetMessageId)}`,
      $select: 'id,isDraft,receivedDateTime',
      $top: 50,
    })}`;
    const { value } = await readPage(mailbox, path);
    return firstReceived(value);
  }

  return { delta, receivedSince, find };
}

function addIds(ids: Set<string>, values: unknown[]): void {
  for (const value of values) {
    const parsed = present.safeParse(value);
    if (parsed.success) ids.add(parsed.data.id);
  }
}

/** The same mail may lie there several times; everybody who asks must be told of the same one. Drafts come last. */
function firstReceived(values: unknown[]): string | null {
  const found = values.flatMap((value) => candidate.safeParse(value).data ?? []);
  const rank = (each: z.infer<typeof candidate>) => `${each.isDraft ? 1 : 0}|${each.receivedDateTime}|${each.id}`;
  const [first] = found.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  return first?.id ?? null;
}
