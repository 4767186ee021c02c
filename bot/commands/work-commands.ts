import type { CaseStatus, Priority } from '../../backend/domain/vocabulary.ts';
import { answerNewCaseForm, answerReplyForm } from '../form-answers.ts';
import {
  answerAssign,
  answerMerge,
  answerNote,
  answerPriority,
  answerStatus,
  answerTask,
  answerUndo,
  answerWatch,
} from '../work-answers.ts';
import { type Entry, entry, isUnclear, type Rest, type Unclear } from './command.ts';
import { freeText, keysOf, named, type OnCase, onCase, trimmed, type Whom, whomOf } from './reading.ts';
import { type Mention, withNames } from './spoken.ts';
import { caseRef, type Token } from './tokens.ts';
import { priorityNames, statusNames } from './word-lists.ts';

const link = new Set([
  'to',
  'as',
  'is',
  'into',
  'on',
  'status',
  'priority',
  'prio',
  'the',
  'it',
  'of',
  'at',
  'with',
  'auf',
  'zu',
  'als',
  'an',
  'over',
  'for',
  'by',
]);

/** Commands that change something. What they need is read to the last word, or asked for. */
export const workCommands: Entry[] = [
  entry<{ subject: string }>({
    name: 'new case',
    group: 'Work on a case',
    phrases: [
      ...[
        'new case',
        'new ticket',
        'create case',
        'create a case',
        'create ticket',
        'create a ticket',
        'create a new case',
        'open a case',
      ],
      ...[
        'open a ticket',
        'open a new case',
        'open new case',
        'open new ticket',
        'create new case',
        'create new ticket',
        'add case',
        'add a case',
      ],
      ...[
        'log a case',
        'log case',
        'raise a case',
        'raise a ticket',
        'start a case',
        'report a problem',
        'report an issue',
        'report a fault',
      ],
      ...[
        'neuer fall',
        'neuen fall',
        'neues ticket',
        'fall anlegen',
        'nouveau cas',
        'nuevo caso',
        'nuovo caso',
        'make a case',
        'make a new case',
        'file a case',
      ],
    ],
    example: 'new case Lift stuck at Harbour View',
    summary: 'Opens a form for a case that did not come by mail; what you write becomes its subject.',
    menu: 'A form for a case that did not come by mail',
    offered: ['personal', 'shared'],
    permission: 'cases.write',
    writes: false,
    freeText: true,
    read: ({ text, spoken }) => ({
      subject: freeText(withNames(text, spoken).text)
        .replace(/^(?:for|about|called|named)\s+/iu, '')
        .slice(0, 200),
    }),
    run: async (asking, { subject }) => answerNewCaseForm(asking, { subject }),
  }),
  entry<{ ref: string; to: Whom }>({
    name: 'assign',
    group: 'Work on a case',
    phrases: [
      'assign',
      'reassign',
      'give',
      'hand',
      'hand over',
      'pass',
      'transfer',
      'delegate',
      'forward',
      'zuweisen',
      'weise',
      'gib',
      'asigna',
      'asignar',
      'assegna',
      'attribuer',
    ],
    example: 'assign HC-1042 to me',
    summary: 'Gives the case to somebody: me, @Ana, Ana Ruiz, or nobody.',
    menu: 'Gives a case to somebody: assign HC-1042 to @Ana, or to me',
    offered: ['personal', 'shared'],
    permission: 'cases.write',
    writes: true,
    read: readAssign,
    run: (asking, { ref, to }) => answerAssign(asking, ref, to),
  }),
  entry<{ ref: string; to: Whom }>({
    name: 'take',
    group: 'Work on a case',
    phrases: [
      'take',
      'take over',
      'i take',
      'ill take',
      'i will take',
      'grab',
      'claim',
      'i got',
      'ive got',
      'pick up',
      'pick',
      'assign me',
      'assign to me',
      'give me case',
      'ich nehme',
      'ich ubernehme',
      'ubernehme',
      'je prends',
      'own',
    ],
    example: 'take HC-1042',
    summary: 'Gives the case to you.',
    permission: 'cases.write',
    writes: true,
    read: (rest) =>
      exactly(
        rest,
        'take',
        (ref) => `take ${ref}`,
        (on) => ({ ref: on.ref, to: { kind: 'me' } }),
      ),
    run: (asking, { ref, to }) => answerAssign(asking, ref, to),
  }),
  entry<{ ref: string; to: Whom }>({
    name: 'unassign',
    group: 'Work on a case',
    phrases: ['unassign', 'release', 'put back', 'give back', 'freigeben'],
    example: 'unassign HC-1042',
    summary: 'Puts the case back into the queue.',
    permission: 'cases.write',
    writes: true,
    read: (rest) =>
      exactly(
        rest,
        'put back',
        (ref) => `unassign ${ref}`,
        (on) => ({ ref: on.ref, to: { kind: 'nobody' } }),
      ),
    run: (asking, { ref, to }) => answerAssign(asking, ref, to),
  }),
  ...(
    [
      [
        'resolve',
        [
          'resolve',
          'solve',
          'finish',
          'complete',
          'erledige',
          'resoudre',
          'resolver',
          'mark resolved',
          'mark solved',
          'mark done',
          'mark as resolved',
          'mark as done',
          'mark as solved',
          'mark as fixed',
        ],
        'resolved',
        'Resolves the case; what follows a colon is kept as how it ended.',
      ],
      [
        'close',
        [
          'close',
          'schliesse',
          'schliess',
          'schliessen',
          'fermer',
          'ferme',
          'cerrar',
          'cierra',
          'chiudi',
          'sluit',
          'mark closed',
          'mark as closed',
          'archive',
        ],
        'closed',
        'Closes the case.',
      ],
      [
        'reopen',
        ['reopen', 're-open', 'open again', 'wieder offnen', 'rouvrir', 'reabrir', 'restart'],
        'in_progress',
        'Opens the case again.',
      ],
    ] as [string, string[], CaseStatus, string][]
  ).map(([name, phrases, status, summary]) =>
    entry<{ ref: string; status: CaseStatus; reason: string }>({
      name,
      group: 'Work on a case',
      phrases,
      example: name === 'resolve' ? 'resolve HC-1042: valve replaced' : `${name} HC-1042`,
      summary,
      permission: 'cases.write',
      writes: true,
      read: (rest) => withReason(rest, name, status),
      run: (asking, { ref, ...to }) => answerStatus(asking, ref, to),
    }),
  ),
  entry<{ ref: string; status: CaseStatus | null; reason: string }>({
    name: 'status',
    group: 'Work on a case',
    phrases: [
      'status',
      'set status',
      'set the status',
      'set status of',
      'change status',
      'change the status',
      'update status',
      'state',
      'setze status',
      'set state',
    ],
    example: 'status HC-1042 awaiting customer',
    summary: 'Moves the case to another status; without one it shows the case.',
    menu: 'Moves a case on: status HC-1042 awaiting customer',
    permission: 'cases.write',
    writes: true,
    read: readStatus,
    onlyLooks: ({ status }) => status === null,
    run: (asking, { ref, ...to }) => answerStatus(asking, ref, to),
  }),
  entry<{ ref: string; priority: Priority }>({
    name: 'priority',
    group: 'Work on a case',
    phrases: [
      'priority',
      'prio',
      'set priority',
      'set the priority',
      'set prio',
      'change priority',
      'change the priority',
      'priority of',
      'prioritise',
      'prioritize',
      'prioritat',
      'raise',
      'lower',
      'bump',
      'escalate',
      'raise priority',
      'raise priority of',
      'lower priority',
      'lower priority of',
    ],
    example: 'priority HC-1042 high',
    summary: 'Sets the priority: critical, urgent, high, medium or low.',
    menu: 'Sets the priority of a case: priority HC-1042 high',
    permission: 'cases.write',
    writes: true,
    read: readPriority,
    run: (asking, { ref, priority }) => answerPriority(asking, ref, priority),
  }),
  entry<{ ref: string; status: CaseStatus | null; reason: string } | { ref: string; priority: Priority }>({
    name: 'set',
    group: 'Work on a case',
    phrases: ['set', 'make', 'mark', 'move', 'put', 'change', 'turn', 'setze'],
    example: 'set HC-1042 to urgent',
    summary: 'Sets status or priority, whichever the word names.',
    permission: 'cases.write',
    writes: true,
    read: readSet,
    run: (asking, { ref, ...to }) =>
      'priority' in to ? answerPriority(asking, ref, to.priority) : answerStatus(asking, ref, to),
  }),
  entry<{ ref: string; text: string; mentioned: Mention[] }>({
    name: 'note',
    group: 'Work on a case',
    phrases: [
      'note',
      'add note',
      'add a note',
      'add note to',
      'add a note to',
      'leave a note',
      'write a note',
      'make a note',
      'comment',
      'add comment',
      'add a comment',
      'internal note',
      'notiz',
      'memo',
      'remark',
      'note on',
    ],
    example: 'note HC-1042 The caretaker has the key',
    summary: 'Writes an internal note, never sent to the customer. @Ana is told of it.',
    menu: 'An internal note: note HC-1042 The caretaker has the key',
    permission: 'cases.write',
    writes: true,
    freeText: true,
    read: (rest) => withText(rest, 'write a note on', 'What shall the note say? Write it after the number.'),
    run: (asking, note) => answerNote(asking, note),
  }),
  entry<{ ref: string; text: string }>({
    name: 'reply',
    group: 'Work on a case',
    phrases: [
      'reply',
      'reply to',
      'answer',
      'respond',
      'respond to',
      'write back',
      'write to',
      'write back to',
      'answer to',
      'answer customer',
      'reply to customer',
      'antworten',
      'antworte',
      'antwort',
      'repondre',
      'responder',
      'draft',
      'draft a reply',
      'draft reply',
      'draft a reply to',
      'mail',
      'email',
    ],
    example: 'reply HC-1042',
    summary: 'Opens a dialog with a draft of the answer; nothing is sent before you press send.',
    menu: 'A dialog with the draft of an answer: reply HC-1042',
    offered: ['personal', 'shared'],
    permission: 'cases.write',
    writes: false,
    freeText: true,
    read: (rest) => {
      const on = onCase(rest, 'answer', (ref) => `reply ${ref}`);
      return isUnclear(on) ? on : { ref: on.ref, text: freeText(withNames(on.text, rest.spoken).text).slice(0, 3_000) };
    },
    run: (asking, { ref, text }) => answerReplyForm(asking, ref, text),
  }),
  entry<{ ref: string | null; title: string }>({
    name: 'task',
    group: 'Work on a case',
    phrases: [
      'task',
      'add task',
      'add a task',
      'new task',
      'create task',
      'create a task',
      'todo',
      'to do',
      'add todo',
      'aufgabe',
      'neue aufgabe',
      'add task to',
      'add a task to',
      'task for',
      'task on',
      'remind us to',
    ],
    example: 'task HC-1042 Call the plumber',
    summary: 'Adds a task, to a case or by itself; it is yours.',
    menu: 'Adds a task: task HC-1042 Call the plumber',
    permission: 'cases.write',
    writes: true,
    freeText: true,
    read: readTask,
    run: (asking, task) => answerTask(asking, task),
  }),
  entry<{ ref: string; into: string }>({
    name: 'merge',
    group: 'Work on a case',
    phrases: ['merge', 'combine', 'join', 'fold', 'zusammenfuhren', 'fusionner', 'fusionar'],
    example: 'merge HC-1042 into HC-1001',
    summary: 'Makes one case part of another. It can be undone.',
    menu: 'Makes one case part of another: merge HC-1042 into HC-1001',
    permission: 'cases.write',
    writes: true,
    read: readMerge,
    run: (asking, { ref, into }) => answerMerge(asking, ref, into),
  }),
  entry<{ ref: string; watching: boolean }>({
    name: 'watch',
    group: 'Work on a case',
    phrases: ['watch', 'watch case', 'keep an eye on', 'follow case', 'beobachten'],
    example: 'watch HC-1042',
    summary: 'Tells you of what happens on the case; unwatch ends it.',
    permission: 'cases.write',
    writes: true,
    read: (rest) =>
      exactly(
        rest,
        'watch',
        (ref) => `watch ${ref}`,
        ({ ref }) => ({ ref, watching: true }),
      ),
    run: (asking, { ref, watching }) => answerWatch(asking, ref, watching),
  }),
  entry<{ ref: string; watching: boolean }>({
    name: 'unwatch',
    group: 'Work on a case',
    phrases: ['unwatch', 'stop watching', 'unfollow case'],
    example: 'unwatch HC-1042',
    summary: 'Tells you no longer.',
    permission: 'cases.write',
    writes: true,
    read: (rest) =>
      exactly(
        rest,
        'stop watching',
        (ref) => `unwatch ${ref}`,
        ({ ref }) => ({ ref, watching: false }),
      ),
    run: (asking, { ref, watching }) => answerWatch(asking, ref, watching),
  }),
  entry<{ ref: string }>({
    name: 'undo',
    group: 'Work on a case',
    phrases: ['undo', 'undo last', 'undo that', 'undo on', 'take back', 'revert', 'ruckgangig'],
    example: 'undo HC-1042',
    summary: 'Takes back the last thing you did on the case.',
    permission: 'cases.write',
    writes: true,
    read: (rest) =>
      exactly(
        rest,
        'undo something on',
        (ref) => `undo ${ref}`,
        ({ ref }) => ({ ref }),
      ),
    run: (asking, { ref }) => answerUndo(asking, ref),
  }),
];

/** For commands after which nothing may follow but the case. */
function exactly<Args>(
  rest: Rest,
  what: string,
  offer: (ref: string) => string,
  args: (on: OnCase) => Args,
): Args | Unclear {
  const on = onCase(rest, what, offer);
  if (isUnclear(on)) return on;
  const left = on.after.filter(({ key }) => !politeEnds.has(key));
  return left.length === 0 ? args(on) : tooMuch(on.ref, offer);
}

const politeEnds = new Set([
  'please',
  'pls',
  'plz',
  'bitte',
  'thanks',
  'thank',
  'you',
  'now',
  'danke',
  'ticket',
  'case',
  'asap',
]);

function tooMuch(ref: string, offer: (ref: string) => string): Unclear {
  return { unclear: 'I did nothing, because I do not understand all of that.', offers: [offer(ref), `case ${ref}`] };
}

function readAssign(rest: Rest): { ref: string; to: Whom } | Unclear {
  const offer = (ref: string) => `assign ${ref} to me`;
  const named = rest.ref === undefined ? whomFirst(rest) : undefined;
  if (named !== undefined) return named;
  const on = onCase(rest, 'assign', offer);
  if (isUnclear(on)) return on;
  const after = withoutEnds(trimmed(on.after, link));
  if (after.some((token) => caseRef(token) !== undefined)) return tooMuch(on.ref, offer);
  const to = whomOf(after, rest);
  return to === undefined
    ? { unclear: `Whom shall ${on.ref} go to?`, offers: [offer(on.ref), `case ${on.ref}`] }
    : { ref: on.ref, to };
}

/** `give Ana HC-1042`: the person before the case. */
function whomFirst(rest: Rest): { ref: string; to: Whom } | undefined {
  const tokens = withoutEnds(rest.tokens);
  const last = tokens.at(-1);
  const ref = last && caseRef(last);
  const before = trimmed(tokens.slice(0, -1).filter(({ key }) => key !== 'case' && key !== 'ticket'));
  if (ref === undefined || before.length === 0 || before.some((token) => caseRef(token, true) !== undefined))
    return undefined;
  const to = whomOf(before, rest);
  return to === undefined ? undefined : { ref, to };
}

function withoutEnds(tokens: readonly Token[]): Token[] {
  const last = tokens.findLastIndex(({ key }) => !politeEnds.has(key));
  return tokens.slice(0, last + 1);
}

/** A reason counts as one only behind a mark or a word that begins it, so that nothing else is taken for one. */
function withReason(
  rest: Rest,
  what: string,
  status: CaseStatus,
): { ref: string; status: CaseStatus; reason: string } | Unclear {
  const offer = (ref: string) => `${what} ${ref}`;
  const on = onCase(rest, what, offer);
  if (isUnclear(on)) return on;
  const reason = reasonIn(on, rest);
  return reason === undefined ? tooMuch(on.ref, offer) : { ref: on.ref, status, reason };
}

const reasonWords = new Set(['because', 'since', 'reason', 'as', 'weil', 'grund']);

function reasonIn(on: OnCase, rest: Rest): string | undefined {
  const left = withoutEnds(on.after);
  if (left.length === 0) return '';
  const written = withNames(on.text, rest.spoken).text;
  const marked = /[:;,–—-]/u.test(betweenRefAnd(left[0], on, rest));
  const reasoned = reasonWords.has(left[0]?.key ?? '') && left.length > 1;
  if (!marked && !reasoned) return undefined;
  return freeText(reasoned && !marked ? written.replace(/^\S+\s+/u, '') : written).slice(0, 2_000);
}

/** What stands between the case and the word after it. */
function betweenRefAnd(next: Token | undefined, { ref }: OnCase, { spoken, tokens }: Rest): string {
  const named = tokens.find((token) => caseRef(token, true) === ref);
  if (named === undefined || next === undefined) return '';
  const digits = named.raw.search(/\d+\D*$/u);
  return spoken.text.slice(named.at + digits, next.at);
}

function readStatus(rest: Rest): { ref: string; status: CaseStatus | null; reason: string } | Unclear {
  const on = onCase(rest, 'move on', (ref) => `case ${ref}`);
  if (isUnclear(on)) return on;
  const words = keysOf(withoutEnds(trimmed(on.after, link)));
  if (words === '') return { ref: on.ref, status: null, reason: '' };
  const status = named(words, statusNames);
  return status === undefined ? whichStatus(on.ref) : { ref: on.ref, status, reason: '' };
}

function whichStatus(ref: string): Unclear {
  return {
    unclear: `I did nothing: which status shall ${ref} have?`,
    offers: [`status ${ref} in progress`, `status ${ref} awaiting customer`, `resolve ${ref}`, `case ${ref}`],
  };
}

function readPriority(rest: Rest): { ref: string; priority: Priority } | Unclear {
  const on = onCase(rest, 'give a priority', (ref) => `case ${ref}`);
  if (isUnclear(on)) return on;
  const priority = named(keysOf(withoutEnds(trimmed(on.after, link))), priorityNames);
  return priority === undefined ? whichPriority(on.ref) : { ref: on.ref, priority };
}

function whichPriority(ref: string): Unclear {
  return {
    unclear: `Which priority shall ${ref} have?`,
    offers: ['critical', 'urgent', 'high', 'medium'].map((word) => `priority ${ref} ${word}`),
  };
}

function readSet(
  rest: Rest,
): { ref: string; status: CaseStatus | null; reason: string } | { ref: string; priority: Priority } | Unclear {
  const on = onCase(rest, 'change', (ref) => `case ${ref}`);
  if (isUnclear(on)) return on;
  const words = keysOf(withoutEnds(trimmed(on.after, link)));
  const priority = named(words, priorityNames);
  if (priority !== undefined) return { ref: on.ref, priority };
  const status = named(words, statusNames);
  if (status !== undefined) return { ref: on.ref, status, reason: '' };
  return whichStatus(on.ref);
}

function withText(
  rest: Rest,
  what: string,
  ask: string,
): { ref: string; text: string; mentioned: Mention[] } | Unclear {
  const on = onCase(rest, what, (ref) => `case ${ref}`);
  if (isUnclear(on)) return on;
  const { text, mentioned } = withNames(freeText(on.text), rest.spoken);
  return text === ''
    ? { unclear: ask, offers: [`case ${on.ref}`] }
    : { ref: on.ref, text: text.slice(0, 3_000), mentioned };
}

function readTask(rest: Rest): { ref: string | null; title: string } | Unclear {
  const ref = rest.ref ?? (rest.tokens[0] && caseRef(rest.tokens[0]));
  const named = onCase(rest, 'add a task to', (one) => `tasks ${one}`, 2);
  const on = isUnclear(named) || (ref === undefined && caseRefBare(rest)) ? undefined : named;
  const text = on === undefined ? rest.text : on.text;
  const title = freeText(withNames(text, rest.spoken).text)
    .replace(/^to\s+/iu, '')
    .slice(0, 300);
  if (title !== '') return { ref: on?.ref ?? null, title };
  return {
    unclear: 'What is the task? Write it after the word.',
    offers: on === undefined ? ['tasks'] : [`tasks ${on.ref}`],
  };
}

/** A bare number at the start of a task is part of its title: "task 3 keys for the caretaker". */
function caseRefBare({ tokens }: Rest): boolean {
  const first = tokens.find((token) => caseRef(token, true) !== undefined);
  return first !== undefined && caseRef(first) === undefined;
}

const intoWords = new Set(['into', 'in', 'to', 'onto', 'with', 'and', 'mit']);
const onlyInto = new Set(['into', 'in', 'to', 'onto']);

function readMerge(rest: Rest): { ref: string; into: string } | Unclear {
  const on = onCase(rest, 'merge', (ref) => `case ${ref}`);
  if (isUnclear(on)) return on;
  const [link, ...others] = withoutEnds(on.after.filter(({ key }) => key !== 'case' && key !== 'ticket'));
  const target = (link && caseRef(link, true)) ?? (others[0] && caseRef(others[0], true));
  if (
    target === undefined ||
    target === on.ref ||
    others.length > 1 ||
    (link && !intoWords.has(link.key) && caseRef(link, true) === undefined)
  ) {
    return { unclear: `Which case shall ${on.ref} become part of?`, offers: [`case ${on.ref}`] };
  }
  if (link !== undefined && onlyInto.has(link.key)) return { ref: on.ref, into: target };
  return {
    unclear: 'Which of the two shall remain?',
    offers: [`merge ${on.ref} into ${target}`, `merge ${target} into ${on.ref}`],
  };
}
