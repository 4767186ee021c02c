import {
  type Activity,
  type AdaptiveCardInvokeResponse,
  type AdaptiveCardInvokeValue,
  TeamsActivityHandler,
  type TurnContext,
} from 'botbuilder';
import type { VersionedCase } from '../backend/app/app.ts';
import { isFailure } from '../backend/domain/failure.ts';
import type { Conversations } from '../backend/ports/conversations.ts';
import { answerActivity, cardActivity } from './activities.ts';
import type { Answer } from './asking.ts';
import { cardActions, readVerb } from './card-actions.ts';
import { asData, type CardData } from './card-data.ts';
import { welcomeCard } from './cards/guide-cards.ts';
import { commands, readCommand } from './commands.ts';
import { listUrl } from './links.ts';
import { type Door, type PerformDeps, perform, type Request } from './perform.ts';
import { forgetConversation, rememberConversation, scopeOf } from './remember-conversation.ts';

export interface HandlerDeps extends PerformDeps {
  conversations: Conversations;
  /** Told of a case that a button changed; must not throw. */
  changed: (value: VersionedCase) => void;
}

/** What Teams sends, handed to the commands and card actions; nothing is decided here. */
export class HandyBot extends TeamsActivityHandler {
  private readonly deps: HandlerDeps;

  constructor(deps: HandlerDeps) {
    super();
    this.deps = deps;
    this.onMessage((context) => this.message(context));
    this.onInstallationUpdateAdd((context) => this.arrive(context));
    this.onInstallationUpdateRemove((context) => forgetConversation(deps.conversations, context.activity));
    this.onMembersAdded(async (context) => {
      if (includesBot(context.activity, context.activity.membersAdded)) await this.arrive(context);
    });
    this.onMembersRemoved(async (context) => {
      if (includesBot(context.activity, context.activity.membersRemoved)) {
        await forgetConversation(deps.conversations, context.activity);
      }
    });
  }

  /** Teams sends both an installation and a new member; only the first of them is greeted. */
  private async arrive(context: TurnContext): Promise<void> {
    const { conversations, publicUrl } = this.deps;
    if (!(await rememberConversation(conversations, context.activity, 'installed'))) return;
    const scope = scopeOf(context.activity.conversation.conversationType);
    await context.sendActivity(cardActivity(welcomeCard({ commands, openUrl: listUrl(publicUrl), scope })));
  }

  private async message(context: TurnContext): Promise<void> {
    const { activity } = context;
    await rememberConversation(this.deps.conversations, activity, 'written');
    const pressed = asData(activity.value);
    if ('verb' in pressed) return this.submitted(context, pressed);
    // Attachments come without text, whatever the declaration says.
    const text = String(activity.text ?? '');
    const answer = await perform(this.deps, request(activity, 'message'), () => {
      const { deed, rest } = readCommand(text);
      return { deed, input: rest };
    });
    await context.sendActivity(answerActivity(answer));
  }

  /** A button of a client that cannot execute: the same deed, and the card it stood on is rewritten. */
  private async submitted(context: TurnContext, pressed: CardData): Promise<void> {
    const { replyToId } = context.activity;
    const answer = await this.act(context, pressed.verb, pressed);
    const activity = answerActivity(answer);
    if (answer.kind === 'card' && replyToId !== undefined) {
      const updated = await context.updateActivity({ ...activity, id: replyToId }).then(
        () => true,
        (error: unknown) => {
          if (isFailure(error, 'not-found') || isFailure(error, 'forbidden')) return false;
          throw error;
        },
      );
      if (updated) return;
    }
    await context.sendActivity(activity);
  }

  protected override async onAdaptiveCardInvoke(
    context: TurnContext,
    { action }: AdaptiveCardInvokeValue,
  ): Promise<AdaptiveCardInvokeResponse> {
    const answer = await this.act(context, action.verb, asData(action.data));
    if (answer.kind === 'card') return respond('application/vnd.microsoft.card.adaptive', { ...answer.card });
    // The type says "string", while the SDK's declaration asks for an object.
    return respond('application/vnd.microsoft.activity.message', answer.text as unknown as Record<string, unknown>);
  }

  private async act(context: TurnContext, verb: unknown, data: CardData): Promise<Answer> {
    const answer = await perform(this.deps, request(context.activity, 'button'), () => ({
      deed: cardActions[readVerb(verb)],
      input: data,
    }));
    if (answer.kind === 'card' && answer.changed !== undefined) this.deps.changed(answer.changed);
    return answer;
  }
}

function respond(type: string, value: Record<string, unknown>): AdaptiveCardInvokeResponse {
  return { statusCode: 200, type, value };
}

function request(activity: Activity, door: Door): Request {
  return { personId: activity.from.aadObjectId, activityId: activity.id ?? '', door };
}

function includesBot(activity: Activity, members: { id: string }[] | undefined): boolean {
  return members?.some(({ id }) => id === activity.recipient.id) ?? false;
}
