import type { CaseMessage, SupportCase } from '../../domain/case/case.ts';
import { openingOf } from '../../domain/case/open.ts';
import type { MailFate } from '../../domain/mail/mail.ts';
import type { Completion, NewEvent, Receipt } from '../../ports/case-store.ts';
import type { RowOperation } from '../../ports/table-backend.ts';
import { draftOperations, type Numbering } from './draft-rows.ts';

/** Everything that the first commit of a case writes. */
export interface NewCase {
  /** As it was opened. */
  opening: SupportCase;
  value: SupportCase;
  messages: CaseMessage[];
  fates: MailFate[];
  receipts: Map<string, Receipt>;
  events: NewEvent[];
}

/**
 * The rows that a commit of a new case comes to, for whoever writes a store that nobody else has open. Bodies stay in
 * their rows, so they must be short.
 */
export async function newCaseRows(
  { opening, value, messages, fates, receipts, events }: NewCase,
  completion: Completion,
  numbering: Numbering,
): Promise<RowOperation[]> {
  const [first, ...others] = events;
  const told = first === undefined ? [] : [{ ...first, opened: openingOf(opening) }, ...others];
  const completed = completion({ before: undefined, after: value, events: told, messages, removed: [] });
  const draft = {
    cases: new Map([[value.id, completed.after]]),
    events: [...completed.events],
    fates: new Map(fates.map((fate) => [fate.mailKey, fate])),
    receipts,
    placed: [],
    removed: new Map(),
    outbox: new Map(),
    tasks: new Map(),
    amendedFates: new Map(),
    look: async () => undefined,
  };
  const rows = messages.map((message) => ({ message, blobs: {} }));
  return draftOperations(draft, rows, numbering);
}
