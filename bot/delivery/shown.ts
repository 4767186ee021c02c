import { createHash } from 'node:crypto';
import type { AdaptiveCard } from '../cards/elements.ts';

/** Names what a card shows, so that the same is not sent twice. */
export function hashOf(card: AdaptiveCard): string {
  return createHash('sha256').update(JSON.stringify(card)).digest('hex');
}
