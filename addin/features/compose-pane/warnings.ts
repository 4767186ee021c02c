import type { ReplyCheck } from '../../../backend/contracts/reply.ts';

/** The subject with the case's number in it, behind Re: and its like. */
export function withToken(subject: string, number: string): string {
  const token = `[${number}]`;
  if (subject.toUpperCase().includes(token)) return subject;
  const lead = /^(?:(?:re|aw|wg|fw|fwd|sv|tr|rv|ref): ?){0,9}/i.exec(subject)?.[0] ?? '';
  return `${lead}${token} ${subject.slice(lead.length)}`.trim();
}

/**
 * What Outlook says before it sends the mail of a case; null where nothing is odd.
 * `names` tells whether the subject names the case.
 */
export function sendWarning(check: ReplyCheck, number: string, names: boolean): string | null {
  const strangers = check.added.filter(({ thirdParty }) => thirdParty);
  const sentences = [
    ...strangers.map(({ email }) => {
      const other = check.otherCases[email];
      const who =
        other === undefined ? `has not been on ${number} before` : `is the customer of ${other}, not of ${number}`;
      return `${email} ${who}.`;
    }),
    ...(check.forgottenFile ? ['You write of a file, but nothing is attached.'] : []),
    ...(names ? [] : [`The subject does not name the case: add [${number}].`]),
  ];
  return sentences.length === 0 ? null : sentences.join(' ');
}
