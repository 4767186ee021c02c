import type { VersionedCase } from '../backend/app/app.ts';
import { statusWords } from '../backend/contracts/words.ts';
import { Failure, isFailure } from '../backend/domain/failure.ts';
import { caseStatuses } from '../backend/domain/vocabulary.ts';
import { acknowledgeAlert, refreshAlert, snoozeAlert, takeAlert } from './alert-answers.ts';
import { answerMessage } from './answer-message.ts';
import type { Answer, Asking, Deed } from './asking.ts';
import { type CardData, readPlace, readRef, readSeen, readStatus } from './card-data.ts';
import { plain } from './cards/plain.ts';
import { type CardVerb, cardVerbs, type Dialog } from './cards/verbs.ts';
import { answerCase, answerList } from './case-answers.ts';
import { formPermissions, sendForm, textIn } from './form-answers.ts';
import { giveTicked } from './hand-over-answers.ts';
import { saveSettings } from './place-answers.ts';
import { finishTask } from './task-answers.ts';
import { answerUndo } from './work-answers.ts';

/** Everything a card's button can do. */
export const cardActions: Record<CardVerb, Deed<CardData>> = {
  'case.assign-to-me': { permission: 'cases.write', run: assignToMe },
  'case.status': { permission: 'cases.write', run: changeStatus },
  'case.refresh': { permission: 'cases.read', run: showCase },
  'case.show': { permission: 'cases.read', run: showCase },
  'case.undo': { permission: 'cases.write', run: (asking, data) => answerUndo(asking, readRef(data)) },
  'cases.page': { permission: 'cases.read', run: (asking, data) => answerList(asking, readPlace(data)) },
  say: {
    permission: 'cases.read',
    run: (asking, data) => answerMessage(asking, { text: textIn(data, 'text', 500), mentions: [] }),
  },
  'alert.acknowledge': { permission: 'cases.write', run: acknowledgeAlert },
  'alert.take': { permission: 'cases.write', run: takeAlert },
  'alert.snooze': { permission: 'cases.write', run: snoozeAlert },
  'alert.refresh': { permission: 'cases.read', run: refreshAlert },
  'task.done': {
    permission: 'cases.write',
    run: (asking, data) => finishTask(asking, textIn(data, 'task', 64), data.seen),
  },
  'hand-over.give': { permission: 'cases.write', run: giveTicked },
  'settings.save': { permission: 'cases.read', run: saveSettings },
  'form.new-case': form('new-case'),
  'form.reply': form('reply'),
  'form.assign': form('assign'),
  'form.extend': form('extend'),
  'form.decide': form('decide'),
};

function form(dialog: Dialog): Deed<CardData> {
  const door = (data: CardData) => (data.door === 'dialog' ? 'dialog' : 'chat');
  return { permission: formPermissions[dialog], run: (asking, data) => sendForm(asking, dialog, data, door(data)) };
}

/** @throws Failure `invalid` for a verb that no card of ours has */
export function readVerb(verb: unknown): CardVerb {
  const known = cardVerbs.find((name) => name === verb);
  if (known === undefined) throw new Failure('invalid', 'That button is not one of mine.');
  return known;
}

async function showCase(asking: Asking, data: CardData): Promise<Answer> {
  const found = await asking.app.getCase(readRef(data));
  return answerCase(asking, found, 'from' in data ? { from: readPlace(data.from) } : {});
}

function assignToMe(asking: Asking, data: CardData): Promise<Answer> {
  const { actor, app } = asking;
  return changeAsSeen(asking, data, {
    done: ({ value }) => value.assignee === actor.id,
    change: ({ value, etag }) => app.assignCase(actor, value.id, { assignee: 'me' }, etag),
  });
}

function changeStatus(asking: Asking, data: CardData): Promise<Answer> {
  const { actor, app } = asking;
  const status = readStatus(data, caseStatuses);
  return changeAsSeen(asking, data, {
    done: ({ value }) => value.status === status,
    change: ({ value, etag }) => app.changeStatus(actor, value.id, { status }, etag),
  });
}

interface Change {
  /** Whether nothing is left to do, because of an earlier press. */
  done: (now: VersionedCase) => boolean;
  change: (now: VersionedCase) => Promise<VersionedCase>;
}

/** Often enough for a mail that comes in at the same moment; not for ever. */
const tries = 3;

/**
 * Does the deed if the case still is as the person saw it, else shows how it is. What the card does not show, such as a
 * mail that came in meanwhile, does not count; the version read here makes sure that nothing is overwritten unseen.
 */
export async function changeAsSeen(asking: Asking, data: CardData, { done, change }: Change): Promise<Answer> {
  const ref = readRef(data);
  const seen = readSeen(data);
  for (let attempt = 1; ; attempt++) {
    const now = await asking.app.getCase(ref);
    if (done(now)) return answerCase(asking, now);
    const differs = seen !== null && (now.value.status !== seen.status || now.value.assignee !== seen.assignee);
    if (differs) return answerCase(asking, now, { notice: meanwhile(asking, now, seen) });
    try {
      const changed = await change(now);
      return { ...answerCase(asking, changed), changed };
    } catch (error) {
      if (isFailure(error, 'stale') && attempt < tries) continue;
      if (!isFailure(error, 'stale') && !isFailure(error, 'conflict')) throw error;
      return answerCase(asking, await asking.app.getCase(ref), {
        notice: `Nothing was changed. ${plain(error.message, 300)}`,
      });
    }
  }
}

function meanwhile({ agentName }: Asking, { value }: VersionedCase, seen: { assignee: string | null }): string {
  const holder = value.assignee === null ? 'nobody' : plain(agentName(value.assignee) ?? 'somebody else', 80);
  const news =
    value.assignee === seen.assignee ? `it is ${statusWords[value.status].toLowerCase()}` : `${holder} has it`;
  return `Nothing was changed. Meanwhile ${news}. This is how it stands.`;
}
