import {
  CardFactory,
  type MessagingExtensionAction,
  type MessagingExtensionActionResponse,
  type MessagingExtensionAttachment,
  type MessagingExtensionQuery,
  type MessagingExtensionResponse,
} from 'botbuilder';
import type { VersionedCase } from '../backend/app/app.ts';
import { statusWords } from '../backend/contracts/words.ts';
import type { Answer, Asking } from './asking.ts';
import { asData, type CardData } from './card-data.ts';
import { line } from './cards/plain.ts';
import { answerCase, listContext } from './case-answers.ts';
import { wordedList } from './commands/list-words.ts';
import { keyOf } from './commands/tokens.ts';
import { sayInDialog, showDialog } from './dialogs.ts';
import { openForm, sendForm } from './form-answers.ts';
import { caseInLink } from './links.ts';
import { type PerformDeps, perform, type Request } from './perform.ts';
import { messageOrigin } from './teams-message.ts';

interface Found {
  kind: 'found';
  cases: { answer: Extract<Answer, { kind: 'card' }>; value: VersionedCase }[];
}

const pageSize = 10;

/** Cases that fit what somebody types while they write a message; without words the next due. */
export async function searchCases(
  deps: PerformDeps,
  request: Request,
  query: MessagingExtensionQuery,
): Promise<MessagingExtensionResponse> {
  const words = String(query.parameters?.find(({ name }) => name === 'words')?.value ?? '').slice(0, 200);
  const found = await perform<Found>(deps, request, () => ({
    permission: 'cases.read',
    run: async (asking) => ({ kind: 'found', cases: await casesFor(asking, words) }),
  }));
  if (found.kind !== 'found') return say(found);
  return results(found);
}

async function casesFor(asking: Asking, words: string): Promise<Found['cases']> {
  const number = /^(?:hc-?|#)?(\d{1,9})$/iu.exec(keyOf(words))?.[1];
  if (number !== undefined) {
    const one = await asking.app.getCase(`HC-${Number(number)}`).catch(() => null);
    if (one !== null) return [{ value: one, answer: answerCase(asking, one) }];
  }
  const { filter } = wordedList(words, await listContext(asking));
  const { items } = await asking.app.listCases(filter, { key: 'due', descending: false }, { limit: pageSize });
  return items.map((value) => ({ value, answer: answerCase(asking, value) }));
}

/** A link of ours in a message becomes the card of its case. */
export async function unfurlLink(
  deps: PerformDeps,
  request: Request,
  link: string,
): Promise<MessagingExtensionResponse> {
  const number = caseInLink(deps.publicUrl, link);
  if (number === undefined) return {};
  const found = await perform<Found>(deps, request, () => ({
    permission: 'cases.read',
    run: async (asking) => {
      const value = await asking.app.getCase(number);
      return { kind: 'found', cases: [{ value, answer: answerCase(asking, value) }] };
    },
  }));
  // A link that cannot be shown stays a link.
  return found.kind === 'found' ? results(found) : {};
}

function results({ cases }: Found): MessagingExtensionResponse {
  const attachments = cases.map(({ answer, value: { value } }): MessagingExtensionAttachment => {
    const preview = CardFactory.thumbnailCard(`${value.number} ${line(value.subject, 80)}`, undefined, undefined, {
      text: `${statusWords[value.status]} · ${line(value.customer.name || value.customer.email, 60)}`,
    });
    return { ...CardFactory.adaptiveCard(answer.card), preview };
  });
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
}

function say(answer: Answer): MessagingExtensionResponse {
  const text = answer.kind === 'sentence' ? answer.text : answer.card.fallbackText;
  return { composeExtension: { type: 'message', text } };
}

/** The form for a case made from a message in Teams, filled in with what the message says. */
export async function fetchNewCase(
  deps: PerformDeps,
  request: Request,
  action: MessagingExtensionAction,
): Promise<MessagingExtensionActionResponse> {
  const answer = await perform<Answer>(deps, request, () => ({
    permission: 'cases.write',
    run: async (asking) => ({
      kind: 'card',
      card: await openForm(asking, 'new-case', messageOrigin(action.messagePayload), 'dialog'),
    }),
  }));
  return answer.kind === 'card' ? showDialog('New case', answer.card) : sayInDialog(answer.text);
}

/** Makes the case and puts its card into the message that is being written, so that the others see it. */
export async function submitNewCase(
  deps: PerformDeps,
  request: Request,
  action: MessagingExtensionAction,
): Promise<{ response: MessagingExtensionActionResponse; answer: Answer }> {
  const data: CardData = asData(action.data);
  const answer = await perform<Answer>(deps, request, () => ({
    permission: 'cases.write',
    run: (asking) => sendForm(asking, 'new-case', data, 'dialog'),
  }));
  if (answer.kind === 'sentence') return { answer, response: sayInDialog(answer.text) };
  if (answer.changed === undefined) return { answer, response: showDialog('New case', answer.card) };
  const attachments = [CardFactory.adaptiveCard(answer.card)];
  return { answer, response: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } } };
}
