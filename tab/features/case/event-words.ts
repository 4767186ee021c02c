import type { HistoryEntry } from '../../../backend/contracts/message.ts';
import type { Directory } from '../../session/directory-names.ts';
import { words } from '../../words.ts';
import { isTold } from './conversation-lines.ts';
import { fieldWord, valueWord } from './field-words.ts';

/** What one entry of the history says, in words: the change, and who or what made it. */
export function eventText(entry: HistoryEntry, directory: Directory): string {
  if (entry.kind === 'case.opened') return words.events.opened;
  if (entry.kind === 'case.analysed') return words.events.analysed;
  if (entry.kind === 'message.added') return words.events.mailJoined;
  if (entry.kind === 'message.withdrawn') return words.events.withdrawn;
  if (entry.kind === 'message.delivery') return deliveryText(entry);
  if (entry.kind === 'survey.answered') return words.events.rated(Number(entry.changes[0]?.to));
  const told = entry.changes.filter(isTold);
  if (told.length === 0) return entry.reason ?? words.events.changed;
  return told.map((change) => changeText(change, directory)).join(', ');
}

function deliveryText({ changes, reason }: HistoryEntry): string {
  const become = changes.find(({ field }) => field === 'delivery')?.to;
  const known = deliveryStates.find((state) => state === become);
  const parts = [known === undefined ? null : words.events.delivery[known], reason].filter((part) => part !== null);
  return parts.length === 0 ? words.events.changed : parts.join(': ');
}

const deliveryStates = ['queued', 'sent', 'failed', 'bounced'] as const;

function changeText({ field, from, to }: HistoryEntry['changes'][number], directory: Directory): string {
  if (field === 'assignee') {
    return to === null ? words.events.unassigned : words.events.assigned(valueWord(field, to, directory));
  }
  return `${fieldWord(field)} ${valueWord(field, from, directory)} → ${valueWord(field, to, directory)}`;
}
