import { isFailure } from '../backend/domain/failure.ts';
import type { Answer, AnswerDeps, Asking } from './asking.ts';
import { asData, type CardData } from './card-data.ts';
import type { AdaptiveCard } from './cards/elements.ts';
import { handOverCard } from './cards/hand-over-card.ts';
import { textIn } from './form-answers.ts';
import { dashboardUrl } from './links.ts';

const mostAtOnce = 10;

/** What of a person's work cannot wait until they are back, and who could go on with it. */
export async function drawHandOver(
  { app, clock, publicUrl }: AnswerDeps,
  agentId: string,
  outcomes: string[] = [],
): Promise<{ card: AdaptiveCard; cases: number }> {
  const offers = (await app.listHandOver()).filter(({ from }) => from.id === agentId);
  const cases = offers.map(({ case: { value }, dueAt }) => {
    const { id, number, subject } = value;
    return { id, number, subject, dueAt };
  });
  const endsAt = offers[0]?.from.endsAt ?? null;
  const relief = offers[0]?.next ?? [];
  const now = clock.now();
  return {
    card: handOverCard({ endsAt, cases, relief, outcomes, now, openUrl: dashboardUrl(publicUrl) }),
    cases: cases.length,
  };
}

export async function answerHandOver(asking: Asking): Promise<Answer> {
  const { card } = await drawHandOver(asking, asking.actor.id);
  return { kind: 'card', card };
}

/** Gives away the cases that are ticked, each only if the person still has it, and shows what is left. */
export async function giveTicked(asking: Asking, data: CardData): Promise<Answer> {
  const to = textIn(data, 'to', 100);
  const note = textIn(data, 'note', 3_000);
  const ticked = refsIn(data).filter((ref) => asData(data)[`case-${ref}`] === 'true');
  const outcomes = ticked.length === 0 ? ['Nothing was ticked, so nothing was changed.'] : [];
  for (const ref of ticked) outcomes.push(await give(asking, ref, to === 'nobody' ? null : to, note));
  const { card } = await drawHandOver(asking, asking.actor.id, outcomes);
  return { kind: 'card', card };
}

async function give({ app, actor, agentName }: Asking, ref: string, to: string | null, note: string): Promise<string> {
  const { value } = await app.getCase(ref);
  const holder = value.assignee === null ? 'nobody' : (agentName(value.assignee) ?? 'somebody else');
  if (value.assignee !== actor.id) return `${value.number} was not changed: ${holder} has it meanwhile.`;
  try {
    await app.handOver(actor, ref, { to, ...(note !== '' && { note }) });
    return `✓ ${value.number} ${value.subject}: ${to === null ? 'the team' : (agentName(to) ?? 'somebody')} has it now.`;
  } catch (error) {
    if (!isFailure(error)) throw error;
    return `${value.number} was not changed. ${error.message}`;
  }
}

function refsIn({ refs }: CardData): string[] {
  const named = Array.isArray(refs) ? refs : [];
  return named.filter((ref) => typeof ref === 'string' && /^[0-9a-z-]{1,64}$/iu.test(ref)).slice(0, mostAtOnce);
}
