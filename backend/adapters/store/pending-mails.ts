import type { Instant } from '../../domain/mail/mail.ts';
import type { NotedMail, PendingMail, PendingMails } from '../../ports/pending-mail.ts';
import {
  afterPrefix,
  type Partition,
  type Row,
  type RowOperation,
  type TableBackend,
} from '../../ports/table-backend.ts';
import { Attempts } from './attempts.ts';
import { sha256, tenantPartition } from './keys.ts';
import { allRows, writeRepeatably } from './simple-rows.ts';

type MailName = Pick<PendingMail, 'mailbox' | 'graphId'>;

/** Two rows a mail. */
const mailsInCommit = 50;
const inLine = 'q|';
const known = 'p|';

/**
 * Mails to be worked on, in table `sync`. A row `p|…` named after the mail keeps it from being noted twice and says
 * where it stands in line; a row `q|…` ordered by the time it is due holds it.
 */
export class TablePendingMails implements PendingMails {
  readonly #backend: TableBackend;
  readonly #partition: Partition;

  constructor(backend: TableBackend, tenant = 'local') {
    this.#backend = backend;
    this.#partition = tenantPartition('sync', tenant, 'pending');
  }

  async note(mails: NotedMail[], now: Instant): Promise<void> {
    const fresh = new Map(mails.map((mail) => [nameRow(mail), mail]));
    const pending = [...fresh.values()].map((mail): PendingMail => {
      return { ...mail, notedAt: now, attempts: 0, notBefore: now, lastError: null };
    });
    for (let from = 0; from < pending.length; from += mailsInCommit) {
      await this.#noteSome(pending.slice(from, from + mailsInCommit));
    }
  }

  async due(now: Instant, limit: number): Promise<PendingMail[]> {
    const bounds = { from: inLine, to: afterPrefix(`${inLine}${now}`), limit };
    const rows = await this.#backend.range(this.#partition, bounds);
    return rows.map(toPendingMail).sort((a, b) => (a.notedAt < b.notedAt ? -1 : a.notedAt > b.notedAt ? 1 : 0));
  }

  async count(): Promise<number> {
    let count = 0;
    const bounds = { from: known, to: afterPrefix(known) };
    for await (const _ of allRows(this.#backend, this.#partition, bounds)) count++;
    return count;
  }

  async waiting(limit: number): Promise<PendingMail[]> {
    const bounds = { from: inLine, to: afterPrefix(inLine), limit };
    return (await this.#backend.range(this.#partition, bounds)).map(toPendingMail);
  }

  async finish(mail: MailName): Promise<void> {
    await this.#change(mail, (present) => [
      { kind: 'delete', row: nameRow(mail), ifMatch: present.etag },
      { kind: 'delete', row: String(present.value.line) },
    ]);
  }

  async finishAll(mails: PendingMail[]): Promise<void> {
    const groups: Promise<void>[] = [];
    for (let from = 0; from < mails.length; from += mailsInCommit) {
      const gone = mails.slice(from, from + mailsInCommit).flatMap((mail) => [nameRow(mail), lineRow(mail)]);
      groups.push(
        writeRepeatably(
          this.#backend,
          this.#partition,
          gone.map((row) => ({ kind: 'delete', row })),
        ),
      );
    }
    await Promise.all(groups);
  }

  async postpone(mail: PendingMail, notBefore: Instant, lastError: string): Promise<void> {
    const later = { ...mail, attempts: mail.attempts + 1, notBefore, lastError };
    await this.#change(mail, (present) => {
      const before = String(present.value.line);
      const line = lineRow(later);
      const moved: RowOperation[] = [
        { kind: 'replace', row: nameRow(mail), value: { line }, ifMatch: present.etag },
        { kind: 'upsert', row: line, value: later },
      ];
      return before === line ? moved : [...moved, { kind: 'delete', row: before }];
    });
  }

  /** Notes all of them, or one by one where some are known already. */
  async #noteSome(mails: PendingMail[]): Promise<void> {
    const attempts = new Attempts();
    for (let left = mails; left.length > 0; ) {
      const result = await this.#backend.commit(this.#partition, left.flatMap(newRows));
      if (result.kind === 'committed') return;
      if (result.kind === 'unknown') await attempts.afterUnknown(result.cause);
      else left = left.length > 1 ? await this.#unknownOf(left) : [];
    }
  }

  /** Those that are not noted yet. */
  async #unknownOf(mails: PendingMail[]): Promise<PendingMail[]> {
    const rows = await Promise.all(mails.map((mail) => this.#backend.get(this.#partition, nameRow(mail))));
    return mails.filter((_, i) => rows[i] === undefined);
  }

  async #change(mail: MailName, operations: (present: Row) => RowOperation[]): Promise<void> {
    const attempts = new Attempts();
    for (;;) {
      const present = await this.#backend.get(this.#partition, nameRow(mail));
      if (present === undefined) return;
      const result = await this.#backend.commit(this.#partition, operations(present));
      if (result.kind === 'committed') return;
      if (result.kind === 'unknown') await attempts.afterUnknown(result.cause);
      else await attempts.afterConflict();
    }
  }
}

function newRows(mail: PendingMail): RowOperation[] {
  const line = lineRow(mail);
  return [
    { kind: 'create', row: nameRow(mail), value: { line } },
    { kind: 'upsert', row: line, value: { ...mail } },
  ];
}

/** Graph ids differ in case alone, hold any character and grow long, so a hash of them is the name. */
function nameRow(mail: MailName): string {
  return `${known}${nameOf(mail)}`;
}

function lineRow(mail: PendingMail): string {
  return `${inLine}${mail.notBefore}|${nameOf(mail)}`;
}

function nameOf({ mailbox, graphId }: MailName): string {
  return sha256(JSON.stringify([mailbox, graphId]));
}

function toPendingMail(row: Row): PendingMail {
  return row.value as unknown as PendingMail;
}
