import type { MailboxOptions, OptionsOf } from '../../ports/mailbox-options.ts';
import type { SettingsStore } from '../../ports/settings.ts';
import type { Clock } from '../../ports/system.ts';

const freshMs = 5_000;
const usual: MailboxOptions = {
  ...{ closedCase: 'reopen', followUpAfterDays: null, bulkOpensCase: false, silenceMinutes: null },
};

type Stored = { mailboxes: ({ address: string } & Partial<MailboxOptions>)[] };

/** Options from the settings document `mailboxes`, kept in memory for a few seconds because every mail asks. */
export function settingsMailboxes(settings: SettingsStore, clock: Clock): OptionsOf {
  let known = new Map<string, MailboxOptions>();
  let readAtMs = Number.NEGATIVE_INFINITY;

  async function refresh(): Promise<void> {
    if (clock.nowMs() - readAtMs < freshMs) return;
    const { mailboxes } = (await settings.read('mailboxes')).value as Stored;
    known = new Map(mailboxes.map(({ address, ...chosen }) => [address.toLowerCase(), { ...usual, ...chosen }]));
    readAtMs = clock.nowMs();
  }

  return async (mailbox) => {
    await refresh();
    return known.get(mailbox) ?? usual;
  };
}
