import * as z from 'zod';
import { Failure } from '../../domain/failure.ts';
import type { Instant } from '../../domain/mail/mail.ts';
import type { DeltaPage, ListedMail } from '../../ports/mailbox.ts';
import type { GraphCaller } from './graph-caller.ts';
import { forgotCursor } from './graph-failure.ts';
import { literal, query, relativeLink, segment } from './graph-paths.ts';
import { instantText } from './hostile-text.ts';

const page = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});
const present = z.object({
  id: z.string().min(1),
  internetMessageId: z.string().nullish().catch(null),
  isDraft: z.boolean().nullish().catch(null),
  from: z.unknown().optional(),
  '@removed': z.undefined().optional(),
});
const fromOf = z.object({ emailAddress: z.object({ address: z.string() }) });
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
  receivedSince(mailbox: string, since: Instant, where?: 'inbox' | 'anywhere'): Promise<ListedMail[]>;
  sentSince(mailbox: string, since: Instant): Promise<ListedMail[]>;
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
    const mails = new Map<string, ListedMail>();
    const first =
      cursor === null
        ? `${inbox(mailbox)}/delta${query({ $select: 'id,internetMessageId' })}`
        : relativeLink(baseUrl, cursor);
    try {
      const end = await eachPage(mailbox, first, (values) => addListed(mails, values));
      return { mails: [...mails.values()], cursor: end };
    } catch (error) {
      if (forgotCursor(error)) return { mails: [...mails.values()], cursor: null };
      throw error;
    }
  }

  async function receivedSince(mailbox: string, since: Instant, where: 'inbox' | 'anywhere' = 'inbox') {
    const mails = new Map<string, ListedMail>();
    // Graph shows times to the second: a mail received within this second would otherwise be left out.
    const from = `${(instantText(since) ?? since).slice(0, 19)}Z`;
    const folder = where === 'inbox' ? inbox(mailbox) : `/users/${segment(mailbox)}/messages`;
    const path = `${folder}${query({
      $filter: `receivedDateTime ge ${from}`,
      $orderby: 'receivedDateTime asc',
      $select: where === 'inbox' ? 'id,internetMessageId' : 'id,internetMessageId,isDraft,from',
      $top: pageSize,
    })}`;
    await eachPage(mailbox, path, (values) => addListed(mails, values, where === 'inbox' ? undefined : mailbox));
    return [...mails.values()];
  }

  async function sentSince(mailbox: string, since: Instant): Promise<ListedMail[]> {
    const mails = new Map<string, ListedMail>();
    const path = `/users/${segment(mailbox)}/mailFolders/sentitems/messages${query({
      $filter: `sentDateTime ge ${(instantText(since) ?? since).slice(0, 19)}Z`,
      $orderby: 'sentDateTime asc',
      $select: 'id,internetMessageId',
      $top: pageSize,
    })}`;
    await eachPage(mailbox, path, (values) => addListed(mails, values));
    return [...mails.values()];
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

  return { delta, receivedSince, sentSince, find };
}

/** @param except whose own mails, and drafts, are left out */
function addListed(mails: Map<string, ListedMail>, values: unknown[], except?: string): void {
  for (const value of values) {
    const parsed = present.safeParse(value);
    if (!parsed.success || (except !== undefined && isOwn(parsed.data, except))) continue;
    const { id, internetMessageId } = parsed.data;
    mails.set(id, { graphId: id, internetMessageId: internetMessageId || null });
  }
}

function isOwn({ isDraft, from }: z.infer<typeof present>, mailbox: string): boolean {
  const sender = fromOf.safeParse(from).data?.emailAddress.address;
  return isDraft === true || sender?.toLowerCase() === mailbox;
}

/** The same mail may lie there several times; everybody who asks must be told of the same one. Drafts come last. */
function firstReceived(values: unknown[]): string | null {
  const found = values.flatMap((value) => candidate.safeParse(value).data ?? []);
  const rank = (each: z.infer<typeof candidate>) => `${each.isDraft ? 1 : 0}|${each.receivedDateTime}|${each.id}`;
  const [first] = found.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  return first?.id ?? null;
}
