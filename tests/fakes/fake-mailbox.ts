import { Failure } from '../../backend/domain/failure.ts';
import type { IncomingMail, Instant } from '../../backend/domain/mail/mail.ts';
import type { DeltaPage, ListedMail, Mailbox } from '../../backend/ports/mailbox.ts';

/** Mailboxes in memory. The delta cursor is the number of mails seen. */
export class FakeMailbox implements Mailbox {
  readonly #mails: IncomingMail[] = [];
  /** Bytes of attachments by id. */
  readonly files = new Map<string, Uint8Array>();
  /** Set to make the next calls fail. */
  failWith: Failure | null = null;
  subscriptions = new Map<string, { mailbox: string; clientState: string; expiresAt: Instant }>();
  /** Set to answer the next delta as if the cursor had been forgotten. */
  forgetCursor = false;

  lay(mail: IncomingMail): void {
    this.#mails.push(mail);
  }

  /** Everything that lies here. */
  mails(): readonly IncomingMail[] {
    return this.#mails;
  }

  async fetch(mailbox: string, graphId: string): Promise<IncomingMail> {
    this.#mayFail();
    const found = this.#mails.find((mail) => mail.mailbox === mailbox && mail.graphId === graphId);
    if (found === undefined) throw new Failure('not-found', 'There is no such mail.');
    return found;
  }

  async delta(mailbox: string, cursor: string | null): Promise<DeltaPage> {
    this.#mayFail();
    if (this.forgetCursor && cursor !== null) {
      this.forgetCursor = false;
      return { mails: [], cursor: null };
    }
    const fresh = this.#mails.slice(Number(cursor ?? 0));
    return { mails: listed(mailbox, fresh), cursor: String(this.#mails.length) };
  }

  async receivedSince(mailbox: string, since: Instant): Promise<ListedMail[]> {
    this.#mayFail();
    return listed(
      mailbox,
      this.#mails.filter((mail) => mail.receivedAt >= since),
    );
  }

  async sentSince(): Promise<ListedMail[]> {
    this.#mayFail();
    return [];
  }

  async find(mailbox: string, internetMessageId: string): Promise<string | null> {
    this.#mayFail();
    const found = this.#mails.find((m) => m.mailbox === mailbox && m.internetMessageId === internetMessageId);
    return found?.graphId ?? null;
  }

  async attachment(_mailbox: string, _graphId: string, id: string) {
    this.#mayFail();
    const bytes = this.files.get(id);
    if (bytes === undefined) throw new Failure('not-found', 'There is no such attachment.');
    return { bytes, type: 'application/pdf', name: id };
  }

  async subscribe(request: { mailbox: string; clientState: string; expiresAt: Instant }) {
    this.#mayFail();
    const id = `subscription-${this.subscriptions.size + 1}`;
    const { mailbox, clientState, expiresAt } = request;
    this.subscriptions.set(id, { mailbox, clientState, expiresAt });
    return { id, expiresAt };
  }

  async renew(id: string, expiresAt: Instant): Promise<Instant> {
    this.#mayFail();
    const known = this.subscriptions.get(id);
    if (known === undefined) throw new Failure('not-found', 'There is no such subscription.');
    this.subscriptions.set(id, { ...known, expiresAt });
    return expiresAt;
  }

  async unsubscribe(id: string): Promise<void> {
    this.subscriptions.delete(id);
  }

  #mayFail(): void {
    if (this.failWith !== null) throw this.failWith;
  }
}

function listed(mailbox: string, mails: IncomingMail[]): ListedMail[] {
  return mails
    .filter((mail) => mail.mailbox === mailbox)
    .map(({ graphId, internetMessageId }) => ({ graphId: graphId ?? '', internetMessageId }));
}
