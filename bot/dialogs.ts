import { CardFactory, type TaskModuleResponse } from 'botbuilder';
import { Failure } from '../backend/domain/failure.ts';
import type { Answer } from './asking.ts';
import { cardActions, readVerb } from './card-actions.ts';
import type { CardData } from './card-data.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { type Dialog, dialogs } from './cards/verbs.ts';
import { answerForm, demandForm, openForm } from './form-answers.ts';
import { type PerformDeps, perform, type Request } from './perform.ts';

const titles: Record<Dialog, string> = {
  'new-case': 'New case',
  reply: 'Reply',
  assign: 'Assign',
  extend: 'Extend a clock',
  decide: 'Approval',
};

/** A button that opens a form was pressed. Who may not send it is told instead. */
export async function fetchDialog(deps: PerformDeps, request: Request, data: CardData): Promise<TaskModuleResponse> {
  const answer = await perform<Answer>(deps, request, () => {
    const dialog = dialogNamed(data.dialog);
    return {
      permission: 'cases.read',
      run: async (asking) => {
        demandForm(asking, dialog);
        return { kind: 'card', card: await openForm(asking, dialog, data, 'dialog') };
      },
    };
  });
  return answer.kind === 'card' ? showDialog(titleOf(data.dialog), answer.card) : sayInDialog(answer.text);
}

/** A form was sent. It closes, or stays open with what was written and why it was not taken. */
export async function submitDialog(
  deps: PerformDeps,
  request: Request,
  data: CardData,
): Promise<{ response: TaskModuleResponse; answer: Answer }> {
  const answer = await perform<Answer>(deps, request, () => {
    const { permission, run } = cardActions[readVerb(data.verb)];
    return { permission, run: (asking) => run(asking, { ...data, door: 'dialog' }) };
  });
  if (answer.kind === 'sentence') return { answer, response: sayInDialog(answer.text) };
  // A form that was not taken comes back as a form; anything else shows what became of it.
  return { answer, response: showDialog(titleOf(data.dialog), answer.card) };
}

/** For a client without dialogs: the form stands in the chat. */
export function openInChat(deps: PerformDeps, request: Request, dialog: Dialog, data: CardData): Promise<Answer> {
  return perform<Answer>(deps, request, () => ({
    permission: 'cases.read',
    run: (asking) => {
      demandForm(asking, dialog);
      return answerForm(asking, dialog, data);
    },
  }));
}

export function showDialog(title: string, card: AdaptiveCard): TaskModuleResponse {
  return {
    task: {
      type: 'continue',
      value: { title, height: 'medium', width: 'medium', card: CardFactory.adaptiveCard(card) },
    },
  };
}

export function sayInDialog(text: string): TaskModuleResponse {
  return { task: { type: 'message', value: text } };
}

function dialogNamed(name: unknown): Dialog {
  const found = dialogs.find((dialog) => dialog === name);
  if (found === undefined) throw new Failure('invalid', 'That form is not one of mine.');
  return found;
}

function titleOf(name: unknown): string {
  const found = dialogs.find((dialog) => dialog === name);
  return found === undefined ? 'HandyConnect' : titles[found];
}
