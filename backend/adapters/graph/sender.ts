import * as z from 'zod';
import { Failure, isFailure } from '../../domain/failure.ts';
import type { Letter } from '../../domain/mail/letter.ts';
import type { MailSender, OwnMail, OwnMailMarks } from '../../ports/mail-sender.ts';
import type { GraphCaller } from './graph-caller.ts';
import { literal, query, segment } from './graph-paths.ts';
import { markHeader, toMime } from './mime.ts';

const own = z.object({
  id: z.string().min(1),
  isDraft: z.boolean().catch(false),
  internetMessageId: z.string().nullish().catch(null),
  conversationId: z.string().nullish().catch(null),
  internetMessageHeaders: z.array(z.object({ name: z.string(), value: z.string() })).catch([]),
});
type Own = z.infer<typeof own>;
const page = z.object({ value: z.array(z.unknown()) });
const fields = 'id,isDraft,internetMessageId,conversationId';
/** Graph takes requests of up to 4 MB, and MIME comes in base64 twice. Larger files follow one by one. */
const mostInMime = 2_000_000;
const noMail = 'AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A0000000000AAA=';
/** Of the mails sent since, so many are looked through for the mark. */
const mostLookedThrough = 200;

/** Sending through Graph: MIME into a draft, then the draft is sent. */
export function createSender(caller: GraphCaller): MailSender {
  const user = (mailbox: string) => `/users/${segment(mailbox)}`;

  async function draft(letter: Letter, answers: string | null): Promise<string> {
    const apart = sizeOf(letter) > mostInMime;
    const mime = await toMime(apart ? { ...letter, attachments: [] } : letter);
    const lay = (path: string) =>
      caller.json({ method: 'POST', mailbox: letter.mailbox, path, body: mime, contentType: 'text/plain' });
    const messages = `${user(letter.mailbox)}/messages`;
    const answer = await (answers === null
      ? lay(messages)
      : lay(`${messages}/${segment(answers)}/createReply`).catch((error: unknown) => {
          if (isFailure(error, 'not-found')) return lay(messages);
          throw error;
        }));
    const laid = own.safeParse(answer);
    if (!laid.success) throw new Failure('unavailable', 'Graph answered with something else than a draft');
    const graphId = laid.data.id;
    if (apart) await attach(letter, graphId);
    return graphId;
  }

  async function attach({ mailbox, attachments }: Letter, graphId: string): Promise<void> {
    const path = `${user(mailbox)}/messages/${segment(graphId)}/attachments`;
    for (const { name, type, bytes } of attachments) {
      const contentBytes = Buffer.from(bytes).toString('base64');
      const body = { '@odata.type': '#microsoft.graph.fileAttachment', name, contentType: type, contentBytes };
      await caller.json({ method: 'POST', mailbox, path, body });
    }
  }

  async function discard(mailbox: string, graphId: string): Promise<void> {
    const path = `${user(mailbox)}/messages/${segment(graphId)}`;
    await caller.json({ method: 'DELETE', mailbox, path }).catch((error: unknown) => {
      if (!isFailure(error, 'not-found')) throw error;
    });
  }

  async function send(mailbox: string, graphId: string): Promise<void> {
    const path = `${user(mailbox)}/messages/${segment(graphId)}/send`;
    await caller.json({ method: 'POST', mailbox, path });
  }

  async function maySend(mailbox: string): Promise<void> {
    // Graph looks at rights before it looks for the mail, which does not exist.
    const nothing = `${user(mailbox)}/messages/${noMail}`;
    for (const path of [`${nothing}/createReply`, `${nothing}/send`]) {
      await caller.json({ method: 'POST', mailbox, path }).catch((error: unknown) => {
        if (!isFailure(error, 'not-found') && !isFailure(error, 'invalid')) throw error;
      });
    }
  }

  async function look(mailbox: string, marks: OwnMailMarks): Promise<OwnMail | null> {
    const found =
      (await byGraphId(mailbox, marks.graphId)) ??
      (await byMessageId(mailbox, 'sentitems', marks.internetMessageId)) ??
      (await byMark(mailbox, marks)) ??
      (await byMessageId(mailbox, 'drafts', marks.internetMessageId));
    return found && toOwnMail(found);
  }

  async function byGraphId(mailbox: string, graphId: string | null): Promise<Own | null> {
    if (graphId === null) return null;
    const path = `${user(mailbox)}/messages/${segment(graphId)}${query({ $select: fields })}`;
    const answer = await caller.json({ method: 'GET', mailbox, path }).catch((error: unknown) => {
      if (isFailure(error, 'not-found')) return undefined;
      throw error;
    });
    return own.safeParse(answer).data ?? null;
  }

  async function byMessageId(mailbox: string, folder: 'sentitems' | 'drafts', id: string): Promise<Own | null> {
    const $filter = `internetMessageId eq ${literal(id)}`;
    return (await list(mailbox, folder, { $filter, $select: fields, $top: 5 }))[0] ?? null;
  }

  async function byMark(mailbox: string, { mark, since }: OwnMailMarks): Promise<Own | null> {
    const sent = await list(mailbox, 'sentitems', {
      // Graph shows times to the second: a mail sent within this second would otherwise be left out.
      $filter: `sentDateTime ge ${since.slice(0, 19)}Z`,
      $orderby: 'sentDateTime desc',
      $select: `${fields},internetMessageHeaders`,
      $top: mostLookedThrough,
    });
    const name = markHeader.toLowerCase();
    const isMarked = ({ internetMessageHeaders: all }: Own) =>
      all.some((header) => header.name.toLowerCase() === name && header.value.trim() === mark);
    return sent.find(isMarked) ?? null;
  }

  async function list(mailbox: string, folder: string, parameters: Record<string, string | number>): Promise<Own[]> {
    const path = `${user(mailbox)}/mailFolders/${folder}/messages${query(parameters)}`;
    const parsed = page.safeParse(await caller.json({ method: 'GET', mailbox, path }));
    if (!parsed.success) throw new Failure('unavailable', 'Graph answered with a page that cannot be read');
    return parsed.data.value.flatMap((value) => own.safeParse(value).data ?? []);
  }

  return { draft, send, discard, maySend, look };
}

function toOwnMail(found: Own): OwnMail {
  return {
    graphId: found.id,
    state: found.isDraft ? 'draft' : 'sent',
    internetMessageId: found.internetMessageId ?? null,
    conversationId: found.conversationId ?? null,
  };
}

function sizeOf({ attachments, html, text }: Letter): number {
  return attachments.reduce((sum, { bytes }) => sum + bytes.byteLength, html.length + text.length);
}
