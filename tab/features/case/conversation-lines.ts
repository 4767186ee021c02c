import type { HistoryEntry, Message } from '../../../backend/contracts/message.ts';

/** One thing in the conversation: a message, or a quiet line saying what was changed. */
export type ConversationLine = { kind: 'message'; message: Message } | { kind: 'event'; entry: HistoryEntry };

/** Messages with the changes between them, oldest first. What a message says itself is not said again by an event. */
export function weave(messages: Message[], history: HistoryEntry[]): ConversationLine[] {
  const events = history.filter(({ kind, changes }) => speaking.includes(kind) && changes.some(isTold));
  const lines: ConversationLine[] = [
    ...messages.map((message): ConversationLine => ({ kind: 'message', message })),
    ...events.map((entry): ConversationLine => ({ kind: 'event', entry })),
  ];
  return lines.sort((a, b) => atOf(a).localeCompare(atOf(b)));
}

const speaking: readonly HistoryEntry['kind'][] = ['case.changed', 'survey.answered'];
const told = [
  'status',
  'priority',
  'assignee',
  'team',
  'category',
  'subject',
  'complaint',
  'tags',
  'mergedInto',
  'rating',
];

/** Whether a change matters to a reader; bookkeeping such as counters does not. */
export function isTold(change: HistoryEntry['changes'][number]): boolean {
  return told.includes(change.field);
}

function atOf(line: ConversationLine): string {
  return line.kind === 'message' ? line.message.at : line.entry.at;
}

/** The newest mail or note stands open, and so does every mail that no person has answered yet. */
export function openAtFirst(messages: Message[]): Set<string> {
  const answers = ({ direction, automatic, taskId }: Message) =>
    direction === 'outbound' && !automatic && taskId === undefined;
  const lastAnswer = messages.findLastIndex(answers);
  const unanswered = messages.slice(lastAnswer + 1).filter((message) => !message.automatic);
  const shown = unanswered.length === 0 ? messages.slice(-1) : unanswered.slice(-2);
  return new Set(shown.map((message) => message.id));
}
