import type { CaseMessage, MovedMessage, SupportCase, Versioned } from '../../domain/case/case.ts';
import { showsAtHome } from '../../domain/case/move.ts';
import type { Blobs } from '../../ports/blobs.ts';
import { afterPrefix, type Partition, type TableBackend } from '../../ports/table-backend.ts';
import { asRow, type MessageRow } from './case-rows.ts';
import { shardRows } from './keys.ts';
import { loadBodies } from './message-bodies.ts';
import { allRows } from './simple-rows.ts';

interface Places {
  backend: TableBackend;
  blobs: Blobs;
  partitionOf(caseId: string): Partition;
  get(caseId: string): Promise<Versioned<SupportCase> | undefined>;
}

/**
 * Which messages show on a case. A message's row never moves: the row says where it shows, and a case lists the rows of
 * others that may show on it. So one write decides, and no reader ever finds a message on two cases.
 */
export class ShownMessages {
  readonly #places: Places;

  constructor(places: Places) {
    this.#places = places;
  }

  /** Oldest first. */
  async on(value: SupportCase): Promise<CaseMessage[]> {
    const own = (await this.#lyingOn(value.id)).filter(showsAtHome);
    return [...own, ...(await this.fromElsewhere(value))].sort(byTime);
  }

  async fromElsewhere(value: SupportCase): Promise<CaseMessage[]> {
    const [moved, merged] = await Promise.all([this.#movedTo(value), this.#mergedInto(value)]);
    return [...moved, ...merged].map((message) => ({
      ...message,
      caseId: value.id,
      home: message.home ?? { caseId: message.caseId, messageId: message.id, at: message.at },
    }));
  }

  async #movedTo({ id, movedIn }: SupportCase): Promise<CaseMessage[]> {
    const found = await Promise.all(movedIn.map((moved) => this.#ifShownOn(id, moved)));
    return found.filter((message) => message !== undefined);
  }

  async #ifShownOn(caseId: string, { home, opId }: MovedMessage): Promise<CaseMessage | undefined> {
    const row = shardRows.message(home.caseId, home.at, home.messageId);
    const found = await this.#places.backend.get(this.#places.partitionOf(home.caseId), row);
    const { movedTo } = found === undefined ? {} : asRow<MessageRow>(found.value).message;
    if (found === undefined || movedTo?.caseId !== caseId || movedTo.opId !== opId) return undefined;
    return loadBodies(this.#places.blobs, asRow<MessageRow>(found.value));
  }

  async #mergedInto({ id, merged }: SupportCase): Promise<CaseMessage[]> {
    const sources = await Promise.all(merged.map(({ caseId }) => this.#places.get(caseId)));
    const pointingHere = sources.filter((source) => source !== undefined && source.value.mergedInto === id);
    return (await Promise.all(pointingHere.map((source) => (source ? this.on(source.value) : [])))).flat();
  }

  async #lyingOn(caseId: string): Promise<CaseMessage[]> {
    const prefix = shardRows.messages(caseId);
    const bounds = { from: prefix, to: afterPrefix(prefix) };
    const messages: Promise<CaseMessage>[] = [];
    for await (const row of allRows(this.#places.backend, this.#places.partitionOf(caseId), bounds)) {
      messages.push(loadBodies(this.#places.blobs, asRow<MessageRow>(row.value)));
    }
    return Promise.all(messages);
  }
}

function byTime(a: CaseMessage, b: CaseMessage): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
