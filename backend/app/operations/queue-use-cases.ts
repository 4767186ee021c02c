import type { CaseIndex } from '../../ports/case-index.ts';
import type { Operations } from '../../ports/operations.ts';
import type { Outbox } from '../../ports/outbox.ts';
import type { PendingMails } from '../../ports/pending-mail.ts';

/** How much waits to be done; counting ends at `mostCounted`. */
export interface QueueDepths {
  /** Mails that were noted and are not finished. */
  mails: number;
  /** Mails of ours that wait to be sent. */
  outbox: number;
  /** Cases that no engine has spoken about. */
  unanalysed: number;
  /** Changes to several cases that have begun and not ended. */
  unfinished: number;
}

export interface QueueUseCases {
  queueDepths(): Promise<QueueDepths>;
}

export interface QueueDeps {
  pending: Pick<PendingMails, 'waiting'>;
  outbox: Pick<Outbox, 'shardCount' | 'page'>;
  index: Pick<CaseIndex, 'withoutAnalysis'>;
  operations: Pick<Operations, 'unfinished'>;
}

/** A longer queue need not be counted to its end to be seen as long. */
export const mostCounted = 1_000;

export function bindQueues(deps: QueueDeps): QueueUseCases {
  return {
    async queueDepths() {
      const { pending, outbox, index, operations } = deps;
      const shards = Array.from({ length: outbox.shardCount }, (_, shard) => shard);
      const [mails, operationsBegun, ...pages] = await Promise.all([
        pending.waiting(mostCounted),
        operations.unfinished(),
        ...shards.map((shard) => outbox.page(shard, null, mostCounted)),
      ]);
      return {
        mails: mails.length,
        outbox: Math.min(
          mostCounted,
          pages.reduce((sum, page) => sum + page.length, 0),
        ),
        unanalysed: index.withoutAnalysis(mostCounted).length,
        unfinished: operationsBegun.length,
      };
    },
  };
}
