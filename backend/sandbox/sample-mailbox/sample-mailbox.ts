import { attachmentMails } from './attachment-mails.ts';
import { autoReplies } from './auto-replies.ts';
import { bounces } from './bounces.ts';
import { brokenThreads } from './broken-threads.ts';
import { bulkMail } from './bulk-mail.ts';
import { europeanThreads } from './european-threads.ts';
import { forwards } from './forwards.ts';
import { germanMails } from './german-mails.ts';
import { hostileMails } from './hostile-mails.ts';
import { moreLanguages } from './more-languages.ts';
import { oddMails } from './odd-mails.ts';
import { productMails } from './product-mails.ts';
import { productThreads } from './product-threads.ts';
import { propertyMails } from './property-mails.ts';
import { propertyThreads } from './property-threads.ts';
import { romanceMails } from './romance-mails.ts';
import type { SampleMail } from './sample-mail.ts';
import { graphMessageFrom } from './to-graph-message.ts';

const inOrder = [
  ...propertyThreads,
  ...productThreads,
  ...europeanThreads,
  ...brokenThreads,
  ...propertyMails,
  ...productMails,
  ...germanMails,
  ...romanceMails,
  ...moreLanguages,
  ...autoReplies,
  ...bounces,
  ...bulkMail,
  ...forwards,
  ...attachmentMails,
  ...hostileMails,
  ...oddMails,
].sort((a, b) => a.minute - b.minute);

const byKey = new Map(inOrder.map((sample) => [sample.key, sample]));

/** Every sample mail, oldest first; those of one minute keep a fixed order. */
export function allSamples(): SampleMail[] {
  return [...inOrder];
}

export function findSample(key: string): SampleMail | undefined {
  return byKey.get(key);
}

/**
 * The sample as a Graph v1.0 message ready to be put into `mailbox`, without the id the mailbox gives it. `receivedAt`
 * is an RFC 3339 instant.
 */
export function toGraphMessage(
  sample: SampleMail,
  options: { mailbox: string; receivedAt: string },
): Record<string, unknown> {
  return graphMessageFrom(sample, options, findSample);
}

/** The ready-made mails of the sandbox's "Try" row, in its order. */
export const tryThese: { key: string; title: string }[] = [
  { key: 'nadia-leak-worse', title: 'Furious leak' },
  { key: 'sabine-doppelt', title: 'Billing, German' },
  { key: 'hanna-out-of-office', title: 'Auto-reply' },
  { key: 'bounce-unknown-user', title: 'Bounce' },
  { key: 'proptech-weekly', title: 'Newsletter' },
];
