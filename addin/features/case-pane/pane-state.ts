import type { Case } from '../../../backend/contracts/case.ts';
import type { Triage } from '../../../backend/contracts/mail.ts';
import type { Message } from '../../../backend/contracts/message.ts';
import type { OpenMail } from '../../office/open-mail.ts';
import type { CaseEdit, EditConflict } from './case-edit.ts';
import type { PaneProblem } from './pane-problem.ts';

/** What the agent changed in the analyst's suggestion before the case exists. */
export interface Choice {
  priority?: Case['priority'];
  category?: string;
  assignee?: string | null;
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
  creating: boolean;
  problem: PaneProblem | null;
}

export interface WithCase {
  kind: 'case';
  mail: OpenMail;
  value: Case;
  others: Case[];
  /** Oldest first; null until they are there. */
  messages: Message[] | null;
  saving: CaseEdit | null;
  conflict: EditConflict | null;
  problem: PaneProblem | null;
}

export type PaneState =
  | { kind: 'loading' }
  | { kind: 'nothing' }
  | { kind: 'stopped'; problem: PaneProblem }
  | WithoutCase
  | WithCase;
