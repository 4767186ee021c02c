import type { CaseEvent, CaseMessage, SupportCase } from '../../domain/case/case.ts';
import type { Address, MailFate } from '../../domain/mail/mail.ts';
import type { Trace } from '../../domain/privacy/erased.ts';
import { erasingOf } from '../../domain/privacy/person-of.ts';
import type { Task } from '../../domain/task/task.ts';
import type { PersonDeps } from './erase-person.ts';
import { knownOf, touchedBy } from './find-traces.ts';

/** Everything that is held on somebody. */
export interface PersonExport {
  email: string;
  names: string[];
  asOf: string;
  /** Cases whose customer they are, whole. */
  cases: { case: SupportCase; messages: CaseMessage[]; history: CaseEvent[]; tasks: Task[] }[];
  /** Messages to and from them on the cases of others. */
  messages: CaseMessage[];
  /** Mails they sent, with what became of them. */
  mails: MailFate[];
}

export async function exportPerson(deps: PersonDeps, address: string): Promise<PersonExport> {
  const email = address.trim().toLowerCase();
  const known = await knownOf(deps.traces, { email, alias: email }, deps.pause);
  const erasing = erasingOf({ email, names: known.names, alias: 'somebody@erased.invalid' });
  const touched = await touchedBy(deps.traces, erasing, known.cases, deps.pause);
  const cases: PersonExport['cases'] = [];
  const elsewhere: Trace[] = [...touched.loose];
  for (const caseId of new Set([...known.cases, ...touched.cases])) {
    const traces = await deps.traces.ofCase(caseId);
    if (known.cases.has(caseId)) cases.push(...wholeCase(traces));
    elsewhere.push(...traces.filter(({ kind }) => kind === 'fate' || (kind === 'message' && !known.cases.has(caseId))));
  }
  const isTheirs = (one: Address | null) => one?.email.toLowerCase() === email;
  return {
    email,
    names: known.names,
    asOf: deps.clock.now(),
    cases: cases.sort((a, b) => (a.case.createdAt < b.case.createdAt ? -1 : 1)),
    messages: elsewhere.flatMap((trace) =>
      trace.kind === 'message' && [trace.value.from, ...trace.value.to, ...trace.value.cc].some(isTheirs)
        ? [trace.value]
        : [],
    ),
    mails: elsewhere.flatMap((trace) =>
      trace.kind === 'fate' && trace.value.from?.toLowerCase() === email ? [trace.value] : [],
    ),
  };
}

function wholeCase(traces: readonly Trace[]): PersonExport['cases'] {
  const whole: Omit<PersonExport['cases'][number], 'case'> = { messages: [], history: [], tasks: [] };
  let found: SupportCase | undefined;
  for (const { kind, value } of traces) {
    if (kind === 'case') found = value;
    if (kind === 'message') whole.messages.push(value);
    if (kind === 'event' && value.kind !== 'operation.step') whole.history.push(value);
    if (kind === 'task') whole.tasks.push(value);
  }
  return found === undefined ? [] : [{ case: found, ...whole }];
}
