import { randomUUID } from 'node:crypto';
import type { DeliverSamples, SamplesDelivered, SandboxSamples } from '../contracts/sandbox.ts';
import { Failure } from '../domain/failure.ts';
import type { Clock, Log } from '../ports/system.ts';
import type { GraphEmulator } from './graph-emulator/emulator.ts';
import type { SampleMail } from './sample-mailbox/sample-mail.ts';
import { allSamples, findSample, toGraphMessage, tryThese } from './sample-mailbox/sample-mailbox.ts';
import { messageIdOf } from './sample-mailbox/to-graph-message.ts';

export interface SampleDeliveryDeps {
  emulator: Pick<GraphEmulator, 'deliver' | 'list'>;
  /** Watched mailboxes, lower case; a sample meant for none of them goes to the first. */
  mailboxes: string[];
  clock: Clock;
  log: Log;
  /** Pause between two mails of the live trickle. */
  trickleMs?: number;
}

export interface SampleDelivery {
  samples(): SandboxSamples;
  /** @throws Failure `not-found` for an unknown key */
  deliver(what: DeliverSamples): Promise<SamplesDelivered>;
  /** Ends the trickle. */
  stop(): void;
}

/** Lets the sample mailbox arrive: one mail, some, all, or one every few seconds. */
export function createSampleDelivery(deps: SampleDeliveryDeps): SampleDelivery {
  let timer: NodeJS.Timeout | undefined;

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
  }

  async function next(count: number): Promise<number> {
    const due = undelivered(deps).slice(0, count);
    for (const sample of due) await lay(deps, sample);
    return due.length;
  }

  function tick(): void {
    next(1).then(
      (count) => {
        if (count === 0) stop();
      },
      (error: unknown) => deps.log.warn('A sample mail could not be delivered', { error: String(error) }),
    );
  }

  async function trickle(on: boolean): Promise<number> {
    stop();
    if (!on) return 0;
    timer = setInterval(tick, deps.trickleMs ?? 6_000);
    timer.unref();
    return next(1);
  }

  async function deliver(what: DeliverSamples): Promise<SamplesDelivered> {
    const delivered = await carryOut(what);
    return { delivered, trickling: timer !== undefined };
  }

  function carryOut(what: DeliverSamples): Promise<number> {
    if ('key' in what) return deliverByKey(deps, what.key);
    if ('count' in what) return next(what.count);
    if ('all' in what) return next(Number.POSITIVE_INFINITY);
    return trickle(what.trickle);
  }

  return {
    samples: () => ({ total: allSamples().length, try: tryThese, trickling: timer !== undefined }),
    deliver,
    stop,
  };
}

function undelivered({ emulator, mailboxes }: SampleDeliveryDeps): SampleMail[] {
  const there = new Set(
    mailboxes.flatMap((mailbox) => emulator.list(mailbox, 'inbox').map((mail) => mail.internetMessageId)),
  );
  return allSamples().filter((sample) => !there.has(messageIdOf(sample)));
}

async function lay(deps: SampleDeliveryDeps, sample: SampleMail): Promise<void> {
  for (const mailbox of mailboxesOf(deps, sample)) {
    await deps.emulator.deliver(mailbox, toGraphMessage(sample, { mailbox, receivedAt: deps.clock.now() }));
  }
}

function mailboxesOf({ mailboxes }: SampleDeliveryDeps, sample: SampleMail): string[] {
  const meant = (sample.mailboxes ?? []).map((address) => address.toLowerCase()).filter((a) => mailboxes.includes(a));
  return meant.length > 0 ? meant : mailboxes.slice(0, 1);
}

async function deliverByKey(deps: SampleDeliveryDeps, key: string): Promise<number> {
  const sample = findSample(key);
  if (sample === undefined) throw new Failure('not-found', 'There is no sample of this key.');
  const again = !undelivered(deps).includes(sample);
  // A mail sent a second time would rightly be taken for the same; who asks for it twice wants a second mail.
  await lay(deps, again ? secondOf(sample) : sample);
  return 1;
}

/** The same words in another mail; one that began a conversation begins another. */
function secondOf(sample: SampleMail): SampleMail {
  const messageId = messageIdOf(sample).replace(/^<([^@>]*)/, `<$1.${randomUUID().slice(0, 8)}`);
  const begins = sample.conversation === undefined && sample.inReplyTo === undefined && sample.references === undefined;
  return { ...sample, messageId, ...(begins && { conversation: randomUUID() }) };
}
