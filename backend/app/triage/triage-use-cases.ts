import type { Actor } from '../../domain/access/actor.ts';
import type { Spent } from '../../ports/ai-spending.ts';
import type { LearnedNote } from '../../ports/learning.ts';
import { caseIdOf } from '../cases/find-case.ts';
import type { IntakeDeps } from '../intake/deps.ts';
import { bindKnowledge, type KnowledgeUseCases } from '../knowledge/knowledge-use-cases.ts';
import type { TriageDeps } from './deps.ts';
import { type DraftedReply, draftReply } from './draft-reply.ts';
import { keepLearnedInUse, learnFromPeople } from './learn-from-people.ts';
import { bindThreads, type ThreadUseCases } from './read-thread.ts';

export interface AiUsage {
  asOf: string;
  /** Null where no language model is set up. */
  dailyTokenLimit: number | null;
  today: Spent;
  days: Spent[];
  case: Spent | null;
}

/** What was learned here, and whether the local engine uses it. */
export interface LearningState {
  latest: LearnedNote | null;
  inUse: boolean;
}

/** What the analyst suggests, what it did, and what it cost. */
export interface TriageUseCases extends KnowledgeUseCases, ThreadUseCases {
  /** A reply for a person to edit and send; changes nothing. `wish` is what the agent asks for, or empty. */
  draftReply(actor: Actor, ref: string, wish: string): Promise<DraftedReply>;
  /** @throws Failure `conflict` while people have corrected too little */
  learnFromPeople(): Promise<LearningState>;
  learningState(): Promise<LearningState>;
  aiUsage(query: { days: number; case?: string | undefined }): Promise<AiUsage>;
}

const dayMs = 86_400_000;

export function bindTriage(deps: TriageDeps & IntakeDeps): TriageUseCases {
  const learningState = async () => {
    await keepLearnedInUse(deps);
    return { latest: await deps.learned.latest(), inUse: deps.engine.learnedKey() !== null };
  };
  return {
    ...bindKnowledge(deps),
    ...bindThreads(deps),
    draftReply: (actor, ref, wish) => draftReply(deps, actor, ref, wish),
    async learnFromPeople() {
      await learnFromPeople(deps);
      return learningState();
    },
    learningState,
    async aiUsage({ days, case: ref }) {
      const asOf = deps.clock.now();
      const today = asOf.slice(0, 10);
      const from = new Date(deps.clock.nowMs() - (days - 1) * dayMs).toISOString().slice(0, 10);
      const found = await deps.spending.ofDays(from, today);
      const spent = ref === undefined ? null : await deps.spending.ofCase(caseIdOf(deps, ref));
      return {
        asOf,
        dailyTokenLimit: deps.dailyTokenLimit,
        today: found.find(({ of }) => of === today) ?? nothing(today),
        days: found,
        case: spent,
      };
    },
  };
}

function nothing(of: string): Spent {
  return { of, calls: 0, input: 0, output: 0, costMicros: 0, reserved: 0 };
}
