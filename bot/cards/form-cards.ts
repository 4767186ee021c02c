import type { Case } from '../../backend/contracts/case.ts';
import { priorityWords } from '../../backend/contracts/words.ts';
import type { Action, AdaptiveCard, ChoiceInput, Element } from './elements.ts';
import { card, execute, sentence, title } from './parts.ts';
import { line, plain } from './plain.ts';
import type { CardVerb } from './verbs.ts';

/** In a dialog the answer goes to the dialog's door, in a chat to the card's. */
export type FormDoor = 'dialog' | 'chat';

interface FormView {
  door: FormDoor;
  /** Why what was sent could not be done; what was written is kept. */
  fault?: string;
}

/** The choice of whoever leaves it to others; clients take no empty one. */
const unsaid = '-';

export interface Choice {
  title: string;
  value: string;
}

export interface NewCaseView extends FormView {
  subject: string;
  description: string;
  customerName?: string;
  customerEmail?: string;
  priority?: string;
  category?: string;
  categories: Choice[];
  /** What the case is made from, said back on sending so that it is made once. */
  origin: Record<string, unknown>;
}

export function newCaseForm(view: NewCaseView): AdaptiveCard {
  return form(view, {
    heading: 'New case',
    verb: 'form.new-case',
    send: 'Create case',
    data: view.origin,
    inputs: [
      {
        type: 'Input.Text',
        id: 'subject',
        label: 'Subject',
        isRequired: true,
        errorMessage: 'A case needs a subject.',
        maxLength: 500,
        value: line(view.subject, 500),
      },
      {
        type: 'Input.Text',
        id: 'description',
        label: 'What happened',
        isMultiline: true,
        maxLength: 10_000,
        value: text(view.description, 10_000),
      },
      {
        type: 'Input.Text',
        id: 'customerEmail',
        label: 'Customer’s e-mail',
        isRequired: true,
        errorMessage: 'Whom shall we answer?',
        style: 'email',
        maxLength: 320,
        value: view.customerEmail ?? '',
      },
      {
        type: 'Input.Text',
        id: 'customerName',
        label: 'Customer’s name',
        maxLength: 200,
        value: view.customerName ?? '',
      },
      { ...priorityInput, ...(view.priority !== undefined && view.priority !== '' && { value: view.priority }) },
      choices(
        'category',
        'Category',
        [{ title: 'Let the analyst decide', value: unsaid }, ...view.categories],
        view.category || unsaid,
      ),
    ],
  });
}

export interface ReplyView extends FormView {
  case: Pick<Case, 'id' | 'number' | 'subject'>;
  text: string;
  /** Whom it goes to, in words. */
  to: string;
  /** What the guard found; the person must say that they mean it. */
  warning?: string;
  /** What the draft rests on. */
  sources?: string[];
}

export function replyForm(view: ReplyView): AdaptiveCard {
  const { id, number, subject } = view.case;
  const lead: Element[] = [
    sentence(`${number} · ${plain(subject, 120)}`, { isSubtle: true, spacing: 'none' }),
    sentence(`To ${plain(view.to, 300)}`),
    ...(view.sources === undefined || view.sources.length === 0
      ? []
      : [
          sentence(`Drafted from ${plain(view.sources.join('; '), 300)}. Read it before you send it.`, {
            isSubtle: true,
            size: 'small',
          }),
        ]),
    ...(view.warning === undefined ? [] : [sentence(plain(view.warning, 400), { weight: 'bolder' })]),
  ];
  return form(view, {
    heading: 'Reply',
    verb: 'form.reply',
    send: view.warning === undefined ? 'Send' : 'Send all the same',
    data: { ref: id, ...(view.warning !== undefined && { accepted: true }) },
    lead,
    inputs: [
      {
        type: 'Input.Text',
        id: 'text',
        label: 'Answer',
        isMultiline: true,
        isRequired: true,
        errorMessage: 'There is nothing to send.',
        maxLength: 20_000,
        value: text(view.text, 20_000),
      },
      choices(
        'thenStatus',
        'Then',
        [
          { title: 'Await customer', value: 'awaiting_customer' },
          { title: 'Resolve', value: 'resolved' },
          { title: 'Leave as it is', value: unsaid },
        ],
        'awaiting_customer',
      ),
    ],
  });
}

export interface OnCaseForm extends FormView {
  case: Pick<Case, 'id' | 'number' | 'subject' | 'status' | 'assignee'>;
}

export function assignForm(view: OnCaseForm & { people: Choice[] }): AdaptiveCard {
  return form(view, {
    heading: `Assign ${view.case.number}`,
    verb: 'form.assign',
    send: 'Assign',
    data: onCase(view),
    lead: [about(view)],
    inputs: [
      {
        ...choices('assignee', 'Who takes it', view.people, ''),
        isRequired: true,
        errorMessage: 'Choose somebody.',
      },
      { type: 'Input.Text', id: 'note', label: 'Note for them', isMultiline: true, maxLength: 3_000 },
    ],
  });
}

export function extendForm(view: OnCaseForm & { clock: string; clockName: string }): AdaptiveCard {
  return form(view, {
    heading: `Extend: ${view.clockName}`,
    verb: 'form.extend',
    send: 'Extend',
    data: { ref: view.case.id, clock: view.clock },
    lead: [
      about(view),
      sentence('Minutes are working time of the case’s calendar. The reason stays in the ledger.', {
        isSubtle: true,
        size: 'small',
      }),
    ],
    inputs: [
      choices(
        'minutes',
        'By',
        [
          { title: '30 minutes', value: '30' },
          { title: '1 hour', value: '60' },
          { title: '4 hours', value: '240' },
          { title: '8 hours', value: '480' },
          { title: '24 hours', value: '1440' },
        ],
        '60',
      ),
      {
        type: 'Input.Text',
        id: 'reason',
        label: 'Why',
        isRequired: true,
        errorMessage: 'Say why, for whoever asks later.',
        maxLength: 500,
      },
    ],
  });
}

export function decideForm(view: OnCaseForm & { decision: 'approved' | 'rejected' }): AdaptiveCard {
  const approves = view.decision === 'approved';
  return form(view, {
    heading: `${approves ? 'Approve' : 'Reject'} ${view.case.number}`,
    verb: 'form.decide',
    send: approves ? 'Approve' : 'Reject',
    data: { ...onCase(view), decision: view.decision },
    lead: [about(view)],
    inputs: [
      {
        type: 'Input.Text',
        id: 'reason',
        label: 'Why',
        isRequired: !approves,
        ...(!approves && { errorMessage: 'A refusal needs a reason.' }),
        isMultiline: true,
        maxLength: 2_000,
      },
    ],
  });
}

const priorityInput: ChoiceInput = choices(
  'priority',
  'Priority',
  [
    { title: 'Let the analyst decide', value: unsaid },
    ...Object.entries(priorityWords).map(([value, title]) => ({ title, value })),
  ],
  unsaid,
);

function choices(id: string, label: string, all: Choice[], value: string): ChoiceInput {
  return {
    type: 'Input.ChoiceSet',
    id,
    label,
    style: 'compact',
    value,
    choices: all.map((one) => ({ title: line(one.title, 100), value: one.value })),
  };
}

function onCase({ case: { id, status, assignee } }: OnCaseForm): Record<string, unknown> {
  return { ref: id, seen: { status, assignee } };
}

function about({ case: { subject } }: OnCaseForm): Element {
  return sentence(plain(subject, 200) || 'No subject', { spacing: 'none' });
}

function form(
  { door, fault }: FormView,
  content: {
    heading: string;
    verb: CardVerb;
    send: string;
    data: Record<string, unknown>;
    lead?: Element[];
    inputs: Element[];
  },
): AdaptiveCard {
  const { heading, verb, send, data, lead = [], inputs } = content;
  const action: Action =
    door === 'chat'
      ? execute(send, verb, data, 'positive')
      : { type: 'Action.Submit', title: send, data: { ...data, verb }, style: 'positive' };
  return card({
    sentence: `${heading}: fill in the form and send it.`,
    body: [
      title(heading),
      ...lead,
      ...(fault === undefined ? [] : [sentence(plain(fault, 400), { weight: 'bolder' })]),
      ...inputs,
    ],
    actions: [action],
  });
}

/** Text for an input, which shows it as it stands. */
function text(value: string, max: number): string {
  return value.slice(0, max).replaceAll('{{', '{ {');
}
