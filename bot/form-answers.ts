import { randomUUID } from 'node:crypto';
import { clockNames } from '../backend/contracts/clock-words.ts';
import type { CategoriesDocument } from '../backend/contracts/settings.ts';
import { may } from '../backend/domain/access/permissions.ts';
import { Failure, isFailure } from '../backend/domain/failure.ts';
import { caseStatuses, type Permission, priorities } from '../backend/domain/vocabulary.ts';
import type { Answer, Asking, CardAnswer } from './asking.ts';
import { asData, type CardData, readRef } from './card-data.ts';
import { dialogAction } from './cards/case-verbs.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import {
  assignForm,
  decideForm,
  extendForm,
  type FormDoor,
  newCaseForm,
  type OnCaseForm,
  replyForm,
} from './cards/form-cards.ts';
import type { Dialog } from './cards/verbs.ts';
import { answerCase, present } from './case-answers.ts';

/** What each form needs; a form that could not be sent is not opened. */
export const formPermissions: Record<Dialog, Permission> = {
  'new-case': 'cases.write',
  reply: 'cases.write',
  assign: 'cases.write',
  extend: 'sla.extend',
  decide: 'approvals.decide',
};

/** The form that a button asks for. `written` is what somebody had written into it, and `fault` why it was not taken. */
export async function openForm(
  asking: Asking,
  dialog: Dialog,
  data: CardData,
  door: FormDoor,
  fault?: string,
): Promise<AdaptiveCard> {
  const view = { door, ...(fault !== undefined && { fault }) };
  if (dialog === 'new-case') return newCase(asking, data, view);
  const found = await asking.app.getCase(readRef(data));
  const shown = { ...view, case: present(asking, found, asking.actor.role) };
  switch (dialog) {
    case 'reply':
      return reply(asking, data, shown);
    case 'assign':
      return assignForm({ ...shown, people: await peopleOf(asking) });
    case 'extend':
      return extendForm({ ...shown, ...clockIn(data) });
    case 'decide':
      return decideForm({ ...shown, decision: data.decision === 'rejected' ? 'rejected' : 'approved' });
  }
}

interface Opened {
  door: FormDoor;
  fault?: string;
}

async function newCase(asking: Asking, data: CardData, view: Opened): Promise<AdaptiveCard> {
  const { value } = await asking.app.readSettings('categories');
  const { categories } = value as CategoriesDocument;
  const given = (name: string) => textIn(data, name, 10_000);
  return newCaseForm({
    ...view,
    subject: given('subject'),
    description: given('description'),
    customerName: given('customerName'),
    customerEmail: given('customerEmail'),
    priority: given('priority'),
    category: given('category'),
    categories: categories.slice(0, 100).map(({ key, name }) => ({ title: name, value: key })),
    origin: { token: given('token') || randomUUID() },
  });
}

async function reply(asking: Asking, data: CardData, view: OnCaseForm): Promise<AdaptiveCard> {
  const { app, actor } = asking;
  const written = textIn(data, 'text', 20_000);
  const draft = written === '' ? await app.draftReply(actor, view.case.id, '').catch(noDraft) : null;
  const text = written === '' ? (draft?.text ?? '') : written;
  const checked = await app.checkReply(view.case.id, { text, attachmentCount: 0 });
  const people = [...checked.to, ...checked.cc].map(({ name, email }) => (name === '' ? email : `${name} (${email})`));
  const added = checked.added.map(({ email }) => email).join(', ');
  const dropped = checked.dropped.map(({ email }) => email).join(', ');
  const warning = [
    ...(added === '' ? [] : [`New here: ${added}.`]),
    ...(dropped === '' ? [] : [`Left out: ${dropped}.`]),
    ...(checked.forgottenFile ? ['The text speaks of a file, and none is attached.'] : []),
  ].join(' ');
  return replyForm({
    ...view,
    text,
    to: people.length === 0 ? 'nobody' : people.join(', '),
    ...(draft !== null && {
      sources: [...new Set(draft.citations.flatMap(({ sources }) => sources.map(({ title }) => title)))],
    }),
    ...(checked.changed && { warning }),
  });
}

/** A draft helps and is not needed: whoever waits for the form gets it empty. */
function noDraft(error: unknown): null {
  if (isFailure(error)) return null;
  throw error;
}

async function peopleOf({ directory, actor }: Asking): Promise<{ title: string; value: string }[]> {
  const agents = (await directory.agents()).filter(({ id }) => id !== actor.id).slice(0, 200);
  return [
    { title: 'Me', value: actor.id },
    ...agents.map(({ id, name }) => ({ title: name, value: id })),
    { title: 'Nobody, back to the queue', value: 'nobody' },
  ];
}

function clockIn(data: CardData): { clock: keyof typeof clockNames; clockName: string } {
  const clock =
    (Object.keys(clockNames) as (keyof typeof clockNames)[]).find((name) => name === data.clock) ?? 'resolution';
  return { clock, clockName: clockNames[clock] };
}

/** The form in the chat, for a command and for clients without dialogs. */
export async function answerForm(asking: Asking, dialog: Dialog, data: CardData): Promise<CardAnswer> {
  return { kind: 'card', card: await openForm(asking, dialog, data, 'chat') };
}

export function answerNewCaseForm(asking: Asking, { subject }: { subject: string }): Promise<CardAnswer> {
  return answerForm(asking, 'new-case', { subject });
}

/** A message cannot open a dialog, so the case is shown with the button that does. */
export async function answerReplyForm(asking: Asking, ref: string, text: string): Promise<Answer> {
  const found = await asking.app.getCase(ref);
  const answer = answerCase(asking, found, {
    notice: 'Press Write to see the draft. Nothing is sent before you press Send.',
  });
  const write = {
    ...dialogAction('Write…', 'reply', { ref: found.value.id, ...(text !== '' && { text }) }),
    style: 'positive' as const,
  };
  const others = (answer.card.actions ?? []).filter(({ title }) => title === 'Open');
  return { ...answer, card: { ...answer.card, actions: [write, ...others] } };
}

/** Does what a form says. What cannot be done that way opens the form again with what was written. */
export async function sendForm(asking: Asking, dialog: Dialog, data: CardData, door: FormDoor): Promise<Answer> {
  try {
    return await carryOut(asking, dialog, data);
  } catch (error) {
    const again = isFailure(error, 'invalid') || isFailure(error, 'recipients-changed');
    if (!again) throw error;
    return { kind: 'card', card: await openForm(asking, dialog, data, door, `${error.message}${faultWords(error)}`) };
  }
}

function faultWords({ faults = [] }: Failure): string {
  const words = faults.map(({ path, message }) => `${path} ${message}`).join('; ');
  return words === '' ? '' : ` ${words}.`;
}

async function carryOut(asking: Asking, dialog: Dialog, data: CardData): Promise<Answer> {
  const { app, actor } = asking;
  switch (dialog) {
    case 'new-case': {
      const { case: made, created } = await createFrom(asking, data);
      return {
        ...answerCase(asking, made, { notice: created ? 'The case is open.' : 'This case was made from it already.' }),
        changed: made,
      };
    }
    case 'reply': {
      const thenStatus = caseStatuses.find((status) => status === data.thenStatus);
      const { case: value } = await app.replyToCase(
        actor,
        readRef(data),
        {
          text: textIn(data, 'text', 20_000),
          acceptRecipientChanges: data.accepted === true || data.accepted === 'true',
          ...(thenStatus && { thenStatus }),
        },
        tokenOf(data),
      );
      return {
        ...answerCase(asking, value, {
          notice: 'The answer leaves in a moment. It can be taken back on the tab until then.',
        }),
        changed: value,
      };
    }
    case 'assign':
      return assign(asking, data);
    case 'extend': {
      const minutes = Number(data.minutes);
      const value = await app.extendClock(actor, readRef(data), {
        ...clockIn(data),
        minutes,
        reason: textIn(data, 'reason', 500),
      });
      return {
        ...answerCase(asking, value, {
          notice: `${clockIn(data).clockName} is extended. The reason stands in its ledger.`,
        }),
        changed: value,
      };
    }
    case 'decide': {
      const decision = data.decision === 'rejected' ? 'rejected' : 'approved';
      const value = await app.decideApproval(actor, readRef(data), { decision, reason: textIn(data, 'reason', 2_000) });
      return {
        ...answerCase(asking, value, { notice: decision === 'approved' ? 'Approved.' : 'Rejected.' }),
        changed: value,
      };
    }
  }
}

async function createFrom(asking: Asking, data: CardData): ReturnType<Asking['app']['createCase']> {
  const email = textIn(data, 'customerEmail', 320);
  const subject = textIn(data, 'subject', 500).replace(/\s+/gu, ' ').trim();
  if (subject === '') throw new Failure('invalid', 'A case needs a subject.');
  if (!/^[^\s@]{1,64}@[^\s@]{1,250}$/u.test(email))
    throw new Failure('invalid', 'The customer’s e-mail is not an address.');
  const priority = priorities.find((one) => one === data.priority);
  const category = textIn(data, 'category', 100);
  return asking.app.createCase(
    asking.actor,
    {
      subject,
      description: textIn(data, 'description', 10_000),
      customer: { email, name: textIn(data, 'customerName', 200) || email },
      source: 'teams',
      ...(priority !== undefined && { priority }),
      ...(category !== '' && category !== '-' && { category }),
    },
    tokenOf(data),
  );
}

async function assign(asking: Asking, data: CardData): Promise<Answer> {
  const { app, actor } = asking;
  const ref = readRef(data);
  const chosen = textIn(data, 'assignee', 100);
  if (chosen === '') throw new Failure('invalid', 'Choose somebody.');
  const note = textIn(data, 'note', 3_000);
  const to = chosen === 'nobody' ? null : chosen;
  const value = await app.handOver(actor, ref, { to, ...(note !== '' && { note }) });
  const who = to === null ? 'It is in the queue again.' : `${asking.agentName(to) ?? 'Somebody'} has it now.`;
  return { ...answerCase(asking, value, { notice: who, undo: true }), changed: value };
}

/** The same form sent twice is one request. */
function tokenOf(data: CardData): { key: string; requestHash: string } | undefined {
  const token = textIn(data, 'token', 100);
  return token === '' ? undefined : { key: `form-${token}`, requestHash: 'form' };
}

export function textIn(data: CardData, name: string, max: number): string {
  const value = asData(data)[name];
  return typeof value === 'string' ? value.slice(0, max).trim() : '';
}

/** Whether somebody may send the form at all; said before it is opened. @throws Failure `forbidden` in words */
export function demandForm({ actor }: Pick<Asking, 'actor'>, dialog: Dialog): void {
  if (may(actor.role, formPermissions[dialog])) return;
  const words = dialog === 'extend' ? 'Only managers may extend a clock.' : 'Only managers may decide this.';
  throw new Failure('forbidden', `${words} Ask one of them.`);
}
