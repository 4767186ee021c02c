import { silenceOf, weekMs } from '../../domain/mail/silence.ts';
import type { MailIndex } from '../../ports/mail-index.ts';
import type { SilenceTeller } from '../../ports/silence-teller.ts';
import type { MailboxSilence } from '../../ports/sync-state.ts';
import type { IntakeDeps } from './deps.ts';
import { told } from './tell-teams.ts';

export interface SilenceDeps extends Pick<IntakeDeps, 'sync' | 'clock' | 'log' | 'ourMailboxes' | 'optionsOf'> {
  mailIndex: MailIndex;
  teller: SilenceTeller;
  /** The shortest silence that counts, of mailboxes for which nothing else was chosen. */
  silenceMinutes: number;
  /** When this process began to watch. */
  watchedSinceMs: number;
}

const longestLookBackMs = 4 * weekMs;

/** Looks whether any mailbox has fallen silent or speaks again, and tells Teams of each once. To be called every minute. */
export async function watchSilence(deps: SilenceDeps): Promise<void> {
  const present = await deps.sync.silences();
  for (const mailbox of deps.ourMailboxes) {
    const known = present.find((one) => one.mailbox === mailbox);
    const silence = await findSilence(deps, mailbox);
    if (silence === null) await end(deps, known);
    else await begin(deps, known ?? { mailbox, ...silence, toldAt: null }, known === undefined);
  }
}

async function findSilence(deps: SilenceDeps, mailbox: string) {
  const { mailIndex, clock } = deps;
  // Until the past is known, an empty hour may only be one that was not read yet.
  if (!mailIndex.complete()) return null;
  const { silenceMinutes } = await deps.optionsOf(mailbox);
  if (silenceMinutes === 0) return null;
  const nowMs = clock.nowMs();
  const synced = await deps.sync.sweptUntil(mailbox);
  const signs = {
    nowMs,
    watchedSinceMs: deps.watchedSinceMs,
    syncedMs: synced === null ? null : Date.parse(synced),
    lastMailMs: mailIndex.receivedSince(mailbox, nowMs - longestLookBackMs, 1)[0] ?? null,
    received: (fromMs: number, toMs: number) => mailIndex.countBetween(mailbox, fromMs, toMs),
  };
  return silenceOf(signs, silenceMinutes ?? deps.silenceMinutes);
}

async function begin(deps: SilenceDeps, silence: MailboxSilence, isNew: boolean): Promise<void> {
  const { mailbox, since, why } = silence;
  if (isNew) {
    deps.log.error('mailbox is silent', { mailbox, since, why });
    await deps.sync.putSilence(silence);
  }
  if (silence.toldAt !== null || !(await told(deps, () => deps.teller.fellSilent(silence)))) return;
  await deps.sync.putSilence({ ...silence, toldAt: deps.clock.now() });
}

async function end(deps: SilenceDeps, silence: MailboxSilence | undefined): Promise<void> {
  if (silence === undefined) return;
  deps.log.info('mailbox is silent no longer', { mailbox: silence.mailbox, since: silence.since });
  // Nobody was told of it, so nobody need be told that it is over.
  const over = silence.toldAt === null || (await told(deps, () => deps.teller.speaksAgain(silence)));
  if (over) await deps.sync.removeSilence(silence.mailbox);
}
