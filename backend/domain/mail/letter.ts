import type { Address, Instant } from './mail.ts';

/** A mail of ours, ready to be sent. */
export interface Letter {
  /** The mark by which it is found again; stands in a header of its own. */
  id: string;
  mailbox: string;
  /** With angle brackets; recognisably ours. */
  internetMessageId: string;
  /** Stands in the header `X-HandyConnect-Case`. */
  caseNumber: string;
  to: Address[];
  cc: Address[];
  subject: string;
  html: string;
  text: string;
  /** Message-ID of the mail it answers, with angle brackets, or null. */
  inReplyTo: string | null;
  /** Oldest first, the answered mail last. */
  references: string[];
  /** Written by the product itself: marked so that no other machine answers it (RFC 3834). */
  automatic: boolean;
  at: Instant;
  attachments: { name: string; type: string; bytes: Uint8Array }[];
  /** Present where it asks the customer how content they are: about which ending, and what of it lies on the case. */
  survey?: { ending: Instant; kept: { text: string; html: string } };
}
