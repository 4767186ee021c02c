import type { Case } from '../../../../backend/contracts/case.ts';
import { statusWords } from '../../../../ui/words.ts';

/** Every sentence of the composer. */
export const composerWords = {
  label: 'Write',
  reply: 'Reply',
  note: 'Note',
  noteHint: 'Internal note, never sent',
  replyText: 'Reply to the customer',
  noteText: 'Internal note',
  to: 'To',
  cc: 'Cc',
  add: (where: string) => `Add to ${where}`,
  addHint: 'name@example.com',
  remove: (who: string) => `Remove ${who}`,
  newHere: 'new here',
  outside: 'outside',
  ownsCase: (number: string) => `customer of ${number}`,
  cameBack: 'mail came back',
  putBack: 'Put back',
  close: 'Fold away',
  loading: 'Checking who would read it',
  same: (count: number) => (count === 1 ? 'Same person as the last mail' : `Same ${count} people as the last mail`),
  guard: 'Recipient guard:',
  changes: (added: number, dropped: number) =>
    [
      added > 0 ? `adds ${people(added)} who ${added === 1 ? 'was' : 'were'} not on the last mail` : '',
      dropped > 0 ? `drops ${dropped} who ${dropped === 1 ? 'was' : 'were'} on it` : '',
    ]
      .filter(Boolean)
      .join(', '),
  otherCustomer: (email: string, number: string) =>
    `${email} is the customer of ${number}. Remove them, or say that you mean it.`,
  meanIt: 'I mean it',
  forgottenFile: 'The text speaks of a file, and none is attached.',
  attach: 'Attach',
  template: 'Template',
  noTemplates: 'No templates yet',
  blanks: (names: string[]) => `Still to be filled in: ${names.join(', ')}`,
  send: (count: number, status: Case['status'] | null) => {
    const whom = count === 1 ? 'Send' : `Send to ${count}`;
    return status === null ? whom : `${whom}, set ${statusWords[status]}`;
  },
  sendAs: 'After sending',
  keepStatus: 'Leave the status',
  setStatus: (status: Case['status']) => `Set ${statusWords[status]}`,
  undoHint: (seconds: number) => `${seconds} s to undo after sending`,
  kept: 'Kept in this window',
  addNote: 'Add note',
  sending: (first: string, others: number) =>
    others === 0 ? `Sending to ${first}` : `Sending to ${first} and ${others === 1 ? '1 other' : `${others} others`}`,
  noted: 'Note added',
  notSent: 'Your reply was not sent. Your text is still here.',
  notNoted: 'The note was not added. Your text is still here.',
  tooLarge: (name: string) => `${name} is too large to send.`,
  nobody: 'Nobody would receive it. Add somebody.',
};

function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}
