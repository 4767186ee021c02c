import type { Actor } from '../../domain/access/actor.ts';
import type { CaseMessage } from '../../domain/case/case.ts';
import { receiveNote } from '../../domain/case/change.ts';
import { Failure } from '../../domain/failure.ts';
import type { Idempotency } from '../cases/case-use-cases.ts';
import type { CaseDeps } from '../cases/deps.ts';
import { caseIdOf, noSuchCase } from '../cases/find-case.ts';
import { mustNotBeMerged } from '../cases/merged.ts';

export interface NewNote {
  /** Plain text. */
  text: string;
  /** Agent ids; they watch the case from then on. */
  mentions?: string[] | undefined;
}

/**
 * Writes a note that customers never see. @throws Failure `invalid` for a mention of somebody who does not work here,
 * `conflict` when the case was merged or the idempotency key used for another request, `not-found`
 */
export async function addNote(
  deps: CaseDeps,
  actor: Actor,
  ref: string,
  note: NewNote,
  idempotency?: Idempotency,
): Promise<CaseMessage> {
  const caseId = caseIdOf(deps, ref);
  const mentions = await knownAgents(deps, note.mentions ?? []);
  const receiptKey = idempotency && deps.ids.derived('note', actor.id, caseId, idempotency.key);
  const id = receiptKey ?? deps.ids.caseId();
  const email = (await deps.directory.agent(actor.id))?.email ?? '';
  return deps.store.transact(caseId, `note|${id}`, async (tx) => {
    const found = await tx.case(caseId);
    if (found === undefined) throw noSuchCase(ref);
    if (receiptKey !== undefined && idempotency !== undefined) {
      const receipt = await tx.receipt(receiptKey);
      if (receipt !== undefined && receipt.requestHash !== idempotency.requestHash) {
        throw new Failure('conflict', 'This Idempotency-Key was used for another request.');
      }
      const written = receipt && (await tx.ownMessages(caseId)).find((message) => message.id === id);
      if (written !== undefined) return written;
      tx.putReceipt(receiptKey, { requestHash: idempotency.requestHash, caseId });
    }
    mustNotBeMerged(found.value);
    const at = deps.clock.now();
    const message = noteMessage(id, caseId, { email, name: actor.name }, note.text, mentions, at);
    const { value, changes } = receiveNote(found.value, mentions, at);
    tx.putCase(value);
    tx.addMessage(message);
    tx.record({ kind: 'message.added', caseId, at, actor, changes, messageId: id, mail: null, reason: null });
    return message;
  });
}

function noteMessage(
  id: string,
  caseId: string,
  from: { email: string; name: string },
  text: string,
  mentions: string[],
  at: string,
): CaseMessage {
  return {
    id,
    caseId,
    direction: 'note',
    from,
    to: [],
    cc: [],
    subject: '',
    visibleText: text,
    hasQuoted: false,
    safeHtml: '',
    at,
    attachments: [],
    internetMessageId: null,
    graph: null,
    automatic: false,
    threadedBy: { rule: 'by_hand', why: 'A note by somebody who works on the case.' },
    ...(mentions.length > 0 && { mentions }),
  };
}

async function knownAgents(deps: Pick<CaseDeps, 'directory'>, ids: string[]): Promise<string[]> {
  const unique = [...new Set(ids)];
  const agents = await Promise.all(unique.map((id) => deps.directory.agent(id)));
  const faults = unique.flatMap((id, i) =>
    agents[i] === undefined ? [{ path: `mentions.${ids.indexOf(id)}`, message: 'is not the id of an agent' }] : [],
  );
  if (faults.length > 0) throw new Failure('invalid', 'Somebody who is mentioned does not work here.', { faults });
  return unique;
}
