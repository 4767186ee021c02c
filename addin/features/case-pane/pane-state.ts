import type { Case } from '../../../backend/contracts/case.ts';
import type { Triage } from '../../../backend/contracts/mail.ts';
import type { Message } from '../../../backend/contracts/message.ts';
import type { Task } from '../../../backend/contracts/task.ts';
import type { OpenMail } from '../../office/open-mail.ts';
import type { CaseEdit, EditConflict } from './case-edit.ts';
import type { PaneProblem } from './pane-problem.ts';

/** What the agent changed in the analyst's suggestion before the case exists. */
export interface Choice {
  priority?: Case['priority'];
  category?: string;
  assignee?: string | null;
}

/** What goes along with the mail when it becomes a case. */
export interface TakenAlong {
  /** Titles of the suggested tasks that are not wanted. */
  withoutTasks: string[];
  /** Ids of the files that are not wanted. */
  withoutFiles: string[];
}

export interface WithoutCase {
  kind: 'no-case';
  mail: OpenMail;
  /** Null until the analyst has spoken. */
  suggestion: Triage | null;
  suggestionProblem: PaneProblem | null;
  /** Other cases of the sender. */
  others: Case[];
  choice: Choice;
  along: TakenAlong;
  /** The agent said that it is no case; it can be taken back. */
  dismissed: boolean;
  creating: boolean;
  problem: PaneProblem | null;
}

/** What was done last, in words, and the case whose undo takes it back. */
export interface DoneLast {
  text: string;
  undoOf: string | null;
}

export interface WithCase {
  kind: 'case';
  mail: OpenMail;
  value: Case;
  others: Case[];
  /** Oldest first; null until they are there. */
  messages: Message[] | null;
  /** Null until they are there. */
  tasks: Task[] | null;
  saving: CaseEdit | null;
  /** True while an action other than an edit is on its way. */
  acting: boolean;
  done: DoneLast | null;
  conflict: EditConflict | null;
  problem: PaneProblem | null;
}

export type PaneState =
  | { kind: 'loading' }
  | { kind: 'nothing' }
  | { kind: 'stopped'; problem: PaneProblem }
  | WithoutCase
  | WithCase;
