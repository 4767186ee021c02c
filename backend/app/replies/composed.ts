import type { CaseMessage, SupportCase } from '../../domain/case/case.ts';
import type { Letter } from '../../domain/mail/letter.ts';

/** A letter with the Graph id of the mail it answers; or why there is none, for good or for now. */
export type Composed =
  | { kind: 'letter'; letter: Letter; answers: string | null }
  | { kind: 'unsent'; reason: string }
  | { kind: 'later'; waitMs: number };

/** What a letter is made of beside its place in the conversation. */
export type LetterText = Pick<Letter, 'to' | 'cc' | 'html' | 'text' | 'attachments' | 'survey'> & { subject?: string };

/** The case as it stands while a letter is composed. */
export interface Context {
  value: SupportCase;
  conversation: CaseMessage[];
  answered: CaseMessage | null;
}
