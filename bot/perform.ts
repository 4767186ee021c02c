import { demand } from '../backend/domain/access/permissions.ts';
import { isFailure } from '../backend/domain/failure.ts';
import type { Permission } from '../backend/domain/vocabulary.ts';
import type { Conversations } from '../backend/ports/conversations.ts';
import type { Agent, Directory } from '../backend/ports/directory.ts';
import type { Log } from '../backend/ports/system.ts';
import type { Answer, AnswerDeps, Asking, Place } from './asking.ts';
import { errorCard } from './cards/guide-cards.ts';
import { plain } from './cards/plain.ts';
import { failureWords, faultWords, type Words } from './failure-words.ts';
import { dashboardUrl } from './links.ts';

export interface PerformDeps extends AnswerDeps {
  directory: Directory;
  conversations: Conversations;
  log: Log;
}

/** Where an answer goes: a card in a chat, or beside the card whose button was pressed, which must stay. */
export type Door = 'message' | 'button';

export interface Request {
  /** Entra object id of whoever asks, as the channel vouches for it. */
  personId: string | undefined;
  /** Id of the activity, to find a fault again. */
  activityId: string;
  door: Door;
  place: Place;
}

/** What was asked for. */
export interface Task<T> {
  permission: Permission;
  run: (asking: Asking) => Promise<T>;
}

const strangerWords =
  'You are not known here. Ask an administrator of HandyConnect to add you to its agents, then write again.';

/**
 * Does what was asked, if the one who asks works here and may. Every question gets an answer: this is the bot's door,
 * where failures turn into words. `choose` reads what was asked, and may itself refuse it.
 */
export async function perform<T>(deps: PerformDeps, request: Request, choose: () => Task<T>): Promise<T | Answer> {
  try {
    const agent = await knownAgent(deps, request.personId);
    if (agent === undefined) return { kind: 'sentence', text: strangerWords };
    const { permission, run } = choose();
    const asking: Asking = {
      ...deps,
      place: request.place,
      actor: { id: agent.id, name: agent.name, role: agent.role, surface: 'teams' },
    };
    demand(agent.role, permission);
    return await run(asking);
  } catch (error) {
    return inWords(deps, request, explain(deps, request, error));
  }
}

async function knownAgent({ directory }: PerformDeps, personId: string | undefined): Promise<Agent | undefined> {
  return personId === undefined ? undefined : directory.agent(personId);
}

function explain({ log }: PerformDeps, { activityId }: Request, error: unknown): Words {
  if (isFailure(error)) {
    log.info('bot request refused', { activityId, code: error.code });
    return failureWords(error);
  }
  log.error('bot request failed', { activityId, error: String(error) });
  return faultWords(activityId);
}

function inWords({ publicUrl }: PerformDeps, { door }: Request, { heading, text }: Words): Answer {
  if (door === 'button') return { kind: 'sentence', text: `${heading}. ${text}` };
  return { kind: 'card', card: errorCard({ heading, text: plain(text, 400), openUrl: dashboardUrl(publicUrl) }) };
}
