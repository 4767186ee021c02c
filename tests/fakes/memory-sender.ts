import { Failure } from '../../backend/domain/failure.ts';
import type { Letter } from '../../backend/domain/mail/letter.ts';
import type { MailSender, OwnMail, OwnMailMarks } from '../../backend/ports/mail-sender.ts';

/** Outlook's drafts and sent mails in memory: a draft can be sent once only. */
export class MemorySender implements MailSender {
  readonly #drafts = new Map<string, Letter>();
  readonly #sent = new Map<string, Letter>();
  #laid = 0;

  get sent(): Letter[] {
    return [...this.#sent.values()];
  }

  async draft(letter: Letter): Promise<string> {
    const id = `draft-${++this.#laid}`;
    this.#drafts.set(id, letter);
    return id;
  }

  async send(_mailbox: string, graphId: string): Promise<void> {
    const letter = this.#drafts.get(graphId);
    if (letter === undefined) throw new Failure('invalid', 'It is no draft.');
    this.#drafts.delete(graphId);
    this.#sent.set(graphId, letter);
  }

  async discard(_mailbox: string, graphId: string): Promise<void> {
    this.#drafts.delete(graphId);
  }

  async maySend(): Promise<void> {}

  async look(_mailbox: string, { graphId, mark }: OwnMailMarks): Promise<OwnMail | null> {
    for (const [state, folder] of [['sent', this.#sent] as const, ['draft', this.#drafts] as const]) {
      for (const [id, letter] of folder) {
        if (id !== graphId && letter.id !== mark) continue;
        return { graphId: id, state, internetMessageId: letter.internetMessageId, conversationId: null };
      }
    }
    return null;
  }
}
