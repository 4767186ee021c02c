import type { Actor } from '../../domain/access/actor.ts';
import { Failure } from '../../domain/failure.ts';
import type { MailFate } from '../../domain/mail/mail.ts';
import type { IntakeDeps } from './deps.ts';

type ReleaseDeps = Pick<IntakeDeps, 'store' | 'pending' | 'clock' | 'backlog'>;

/**
 * Lets a parked mail go through intake again. It is noted before the fate is marked, so that a
 * crash between the two leaves it in work rather than nowhere; doing it twice does nothing more.
 * @throws Failure `not-found` when no parked fate has that key, `conflict` when the mail is not parked any more
 */
export async function releaseMail(deps: ReleaseDeps, actor: Actor, mailKey: string): Promise<MailFate> {
  const fate = await unplacedFate(deps, mailKey);
  if (fate.outcome !== 'parked' || fate.releasedAt !== undefined || fate.graphId === null) {
    throw new Failure('conflict', 'Only a mail that is parked can be tried again.');
  }
  const { mailbox, graphId, internetMessageId } = fate;
  const notedBy = 'hand' as const;
  await deps.pending.note([{ mailbox, graphId, internetMessageId, notedBy, released: true }], deps.clock.now());
  const released = await mark(deps, actor, fate);
  deps.backlog.noted();
  return released;
}

/** Parked mails are on no case, so their fates lie where their own key says. */
async function unplacedFate(deps: ReleaseDeps, mailKey: string): Promise<MailFate> {
  const fate = /^[0-9a-f]{24}$/.test(mailKey) ? await deps.store.fate(deps.store.shardOf(mailKey), mailKey) : undefined;
  if (fate === undefined) throw new Failure('not-found', 'No mail with that key is parked.');
  return fate;
}

async function mark(deps: ReleaseDeps, actor: Actor, seen: MailFate): Promise<MailFate> {
  const { mailKey } = seen;
  return deps.store.transact(mailKey, `release|${mailKey}|${seen.decidedAt}`, async (tx) => {
    const fate = await tx.fate(mailKey);
    // The mail may have been through intake already, and then has another fate.
    if (fate === undefined || fate.decidedAt !== seen.decidedAt) return fate ?? seen;
    const at = deps.clock.now();
    const released = { ...fate, releasedAt: at };
    tx.amendFate(released);
    tx.record({
      kind: 'mail.released',
      caseId: null,
      at,
      actor,
      changes: [],
      messageId: null,
      mail: { mailKey, outcome: fate.outcome },
      reason: 'A person let the mail go on.',
    });
    return released;
  });
}
