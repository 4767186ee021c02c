import type { VersionedCase } from '../backend/app/app.ts';
import { priorityWords, statusWords } from '../backend/contracts/words.ts';
import { isFailure } from '../backend/domain/failure.ts';
import type { CaseStatus, Priority } from '../backend/domain/vocabulary.ts';
import type { Agent } from '../backend/ports/directory.ts';
import type { Answer, Asking } from './asking.ts';
import { plain } from './cards/plain.ts';
import { answerCase } from './case-answers.ts';
import type { Whom } from './commands/reading.ts';
import type { Mention } from './commands/spoken.ts';
import { keyOf } from './commands/tokens.ts';
import { answerUnclear } from './guide-answers.ts';
import { answerTask as answerOneTask } from './task-answers.ts';

/** Often enough for a mail that comes in at the same moment; not for ever. */
const tries = 3;

/** Changes the case as it stands now, and shows it with what was done and a way to take it back. */
async function change(
  asking: Asking,
  ref: string,
  work: (now: VersionedCase) => Promise<VersionedCase>,
  says: (value: VersionedCase) => string,
): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    const before = await asking.app.getCase(ref);
    try {
      const changed = await work(before);
      if (changed.etag === before.etag) return answerCase(asking, changed, { notice: 'It was so already.' });
      return { ...answerCase(asking, changed, { notice: says(changed), undo: true }), changed };
    } catch (error) {
      if (isFailure(error, 'stale') && attempt < tries) continue;
      if (!isFailure(error, 'stale') && !isFailure(error, 'conflict')) throw error;
      const now = await asking.app.getCase(ref);
      return answerCase(asking, now, { notice: `Nothing was changed. ${plain(error.message, 300)}` });
    }
  }
}

export async function answerAssign(asking: Asking, ref: string, whom: Whom): Promise<Answer> {
  const { actor, app } = asking;
  const found = await agentOf(asking, whom, ref);
  if ('answer' in found) return found.answer;
  const { assignee } = found;
  return change(
    asking,
    ref,
    ({ value, etag }) => app.assignCase(actor, value.id, { assignee }, etag),
    ({ value }) =>
      value.assignee === null ? 'It is in the queue again.' : `${holder(asking, value.assignee)} has it now.`,
  );
}

function holder({ agentName }: Asking, id: string): string {
  return plain(agentName(id) ?? 'Somebody', 80);
}

/** Whom the words mean; where that is not certain, a question with the names that come near. */
async function agentOf(
  asking: Asking,
  whom: Whom,
  ref: string,
): Promise<{ assignee: string | null } | { answer: Answer }> {
  if (whom.kind === 'me') return { assignee: asking.actor.id };
  if (whom.kind === 'nobody') return { assignee: null };
  const agents = await asking.directory.agents();
  if (whom.kind === 'mention' && whom.mention.id !== undefined) {
    const { id, name } = whom.mention;
    if (agents.some((agent) => agent.id === id)) return { assignee: id };
    return { answer: ask(asking, `${name} is not one of the agents here.`, ref, agents) };
  }
  const name = whom.kind === 'mention' ? whom.mention.name : whom.name;
  const exact = agentsNamed(agents, name);
  const [only] = exact;
  if (only !== undefined && exact.length === 1) return { assignee: only.id };
  const words = exact.length > 1 ? `There are several people called ${name}.` : `I know nobody called ${name}.`;
  return {
    answer: ask(asking, `${words} Whom shall ${ref} go to?`, ref, exact.length > 1 ? exact : near(agents, name)),
  };
}

/** Whole name, mail name, or a first or last name. */
function agentsNamed(agents: readonly Agent[], written: string): Agent[] {
  const key = nameKey(written);
  const whole = agents.filter(
    ({ name, email }) => nameKey(name) === key || email.toLowerCase() === written.toLowerCase(),
  );
  if (whole.length > 0) return whole;
  return agents.filter(({ name }) => nameKey(name).split(' ').includes(key));
}

function near(agents: readonly Agent[], written: string): Agent[] {
  const start = nameKey(written).slice(0, 2);
  const like = agents.filter(({ name }) =>
    nameKey(name)
      .split(' ')
      .some((part) => part.startsWith(start)),
  );
  return like.length > 0 ? like : [...agents];
}

function nameKey(name: string): string {
  return name
    .split(/[\s.]+/u)
    .map(keyOf)
    .join(' ')
    .trim();
}

function ask(asking: Asking, question: string, ref: string, agents: readonly Agent[]): Answer {
  const offers = [...agents.slice(0, 3).map(({ name }) => `assign ${ref} to ${name}`), `assign ${ref} to me`];
  return answerUnclear(asking, { unclear: question, offers });
}

export function answerStatus(
  asking: Asking,
  ref: string,
  { status, reason }: { status: CaseStatus | null; reason: string },
): Promise<Answer> {
  if (status === null) return asking.app.getCase(ref).then((value) => answerCase(asking, value));
  const to = { status, ...(reason !== '' && { reason }) };
  return change(
    asking,
    ref,
    ({ value, etag }) => asking.app.changeStatus(asking.actor, value.id, to, etag),
    () => `It is ${statusWords[status].toLowerCase()} now.`,
  );
}

export function answerPriority(asking: Asking, ref: string, priority: Priority): Promise<Answer> {
  return change(
    asking,
    ref,
    ({ value, etag }) => asking.app.editCase(asking.actor, value.id, { priority }, etag),
    () => `Its priority is ${priorityWords[priority].toLowerCase()} now.`,
  );
}

export async function answerNote(
  asking: Asking,
  { ref, text, mentioned }: { ref: string; text: string; mentioned: Mention[] },
): Promise<Answer> {
  const agents = await asking.directory.agents();
  const ids = mentioned.flatMap(({ id, name }) =>
    agents.filter((agent) => agent.id === id || nameKey(agent.name) === nameKey(name)).map((agent) => agent.id),
  );
  const mentions = [...new Set(ids)];
  const { value } = await asking.app.getCase(ref);
  await asking.app.addNote(asking.actor, value.id, { text, ...(mentions.length > 0 && { mentions }) });
  const changed = await asking.app.getCase(value.id);
  return {
    ...answerCase(asking, changed, { notice: 'The note is on the case. It is never sent.', undo: false }),
    changed,
  };
}

export async function answerTask(
  asking: Asking,
  { ref, title }: { ref: string | null; title: string },
): Promise<Answer> {
  const { task } = await asking.app.createTask(asking.actor, { title, case: ref, owner: 'me' });
  return answerOneTask(asking, task, 'The task is yours.');
}

export async function answerMerge(asking: Asking, ref: string, into: string): Promise<Answer> {
  const target = await asking.app.getCase(into);
  return change(
    asking,
    ref,
    ({ value, etag }) => asking.app.mergeCase(asking.actor, value.id, target.value.id, etag),
    () => `It is part of ${target.value.number} now; its mails are there.`,
  );
}

export async function answerWatch(asking: Asking, ref: string, watching: boolean): Promise<Answer> {
  const { value } = await asking.app.getCase(ref);
  const changed = await asking.app.watchCase(asking.actor, value.id, { agent: 'me', watching });
  return answerCase(asking, changed, {
    notice: watching ? 'You are told of what happens here.' : 'You are told no longer.',
  });
}

/** Takes back what the person did last on the case; a merge is taken apart. */
export async function answerUndo(asking: Asking, ref: string): Promise<Answer> {
  const { value } = await asking.app.getCase(ref);
  try {
    const changed =
      value.mergedInto === null
        ? await asking.app.undoLast(asking.actor, value.id)
        : await asking.app.unmergeCase(asking.actor, value.id);
    return { ...answerCase(asking, changed, { notice: 'Taken back.' }), changed };
  } catch (error) {
    if (!isFailure(error, 'conflict')) throw error;
    return answerCase(asking, await asking.app.getCase(value.id), {
      notice: `Nothing was taken back. ${plain(error.message, 300)}`,
    });
  }
}
