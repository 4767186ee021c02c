import { type Actor, customerActor } from '../domain/access/actor.ts';
import type { CaseMessage, FieldChange, SupportCase } from '../domain/case/case.ts';
import { type Changed, receiveMessage } from '../domain/case/change.ts';
import type { MailFate } from '../domain/mail/mail.ts';
import type { CaseEventKind } from '../domain/vocabulary.ts';
import type { NewEvent } from '../ports/case-store.ts';
import type { Dice } from './dice.ts';
import type { MadeUpMail } from './made-up-mail.ts';

const minuteMs = 60_000;

/** A case that grows older: everything that happens to it is kept as the store wants it. */
export class CaseLife {
  readonly opening: SupportCase;
  readonly messages: CaseMessage[] = [];
  readonly fates: MailFate[] = [];
  readonly events: NewEvent[] = [];
  /** Mails that are to be decided for the case. */
  readonly mails: { mailKey: string; messageId: string }[] = [];
  readonly #dice: Dice;
  readonly #endMs: number;
  #nowMs: number;
  #value: SupportCase;

  constructor(opened: SupportCase, dice: Dice, endMs: number) {
    this.opening = opened;
    this.#value = opened;
    this.#dice = dice;
    this.#nowMs = Date.parse(opened.createdAt);
    this.#endMs = endMs;
  }

  get value(): SupportCase {
    return this.#value;
  }

  get now(): string {
    return new Date(this.#nowMs).toISOString();
  }

  /** Some time goes by, never into the future. */
  pass(meanMinutes: number): void {
    this.#nowMs = Math.min(this.#endMs, Math.round(this.#nowMs + this.#dice.wait(meanMinutes) * minuteMs));
  }

  change(kind: CaseEventKind, actor: Actor, { value, changes }: Changed): void {
    this.#value = value;
    this.#record(kind, actor, changes, null);
  }

  /** @param mail what it was opened with, if anything */
  open(actor: Actor, mail: MadeUpMail | null): void {
    if (mail !== null) this.#keep(mail);
    this.#value = { ...this.#value, messageCount: this.messages.length };
    this.#record('case.opened', actor, [], mail);
  }

  receive(mail: MadeUpMail): void {
    this.#keep(mail);
    const { email, name } = this.#value.customer;
    const { value, changes } = receiveMessage(
      this.#value,
      { people: [], automatic: false, ourMailboxes: [] },
      this.now,
    );
    this.#value = value;
    this.#record('message.added', customerActor(email, name), changes, mail);
  }

  answer(actor: Actor, mail: MadeUpMail): void {
    this.#keep(mail);
    const at = this.now;
    this.#value = {
      ...this.#value,
      messageCount: this.messages.length,
      firstResponseAt: this.#value.firstResponseAt ?? at,
      updatedAt: at,
    };
    this.#record('message.added', actor, [], mail);
  }

  #keep({ message, mailKey, fate }: MadeUpMail): void {
    this.messages.push(message);
    if (mailKey !== null) this.mails.push({ mailKey, messageId: message.id });
    if (fate !== null) this.fates.push(fate);
  }

  #record(kind: CaseEventKind, actor: Actor, changes: FieldChange[], mail: MadeUpMail | null): void {
    const fate = mail?.fate ?? null;
    this.events.push({
      kind,
      caseId: this.#value.id,
      at: this.now,
      actor,
      changes,
      messageId: mail?.message.id ?? null,
      mail: fate === null ? null : { mailKey: fate.mailKey, outcome: fate.outcome },
      reason: fate?.reason ?? null,
    });
  }
}
