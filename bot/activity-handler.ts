import {
  type Activity,
  type AdaptiveCardInvokeResponse,
  type AdaptiveCardInvokeValue,
  type AppBasedLinkQuery,
  type MessagingExtensionAction,
  type MessagingExtensionActionResponse,
  type MessagingExtensionQuery,
  type MessagingExtensionResponse,
  type TaskModuleRequest,
  type TaskModuleResponse,
  TeamsActivityHandler,
  type TurnContext,
} from 'botbuilder';
import type { VersionedCase } from '../backend/app/app.ts';
import { isFailure } from '../backend/domain/failure.ts';
import { answerActivity, cardActivity } from './activities.ts';
import { answerMessage } from './answer-message.ts';
import type { Answer } from './asking.ts';
import { cardActions, readVerb } from './card-actions.ts';
import { asData, type CardData } from './card-data.ts';
import { welcomeCard } from './cards/guide-cards.ts';
import { dialogs } from './cards/verbs.ts';
import { commandTable } from './commands/table.ts';
import { fetchDialog, openInChat, submitDialog } from './dialogs.ts';
import { guideOf } from './guide-answers.ts';
import { type Late, withinPatience } from './late-answers.ts';
import { fetchNewCase, searchCases, submitNewCase, unfurlLink } from './message-extension.ts';
import { type PerformDeps, perform } from './perform.ts';
import { forgetConversation, placeId, rememberConversation, scopeOf } from './remember-conversation.ts';
import { requestOf, saidIn } from './turn.ts';

export interface HandlerDeps extends PerformDeps {
  /** Told of a case that somebody changed here; must not throw. */
  changed: (value: VersionedCase) => void;
  /** Told of each card that was pressed and answered. */
  pressed: (data: CardData, card: { placeId: string; activityId: string }) => Promise<void>;
  late: Late;
}

/** What Teams sends, handed to those who answer it; nothing is decided here. */
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
    if (!(await rememberConversation(this.deps.conversations, context.activity, 'installed'))) return;
    const scope = scopeOf(context.activity.conversation.conversationType);
    await context.sendActivity(cardActivity(welcomeCard({ ...guideOf(this.deps, commandTable), scope })));
  }

  private async message(context: TurnContext): Promise<void> {
    const { activity } = context;
    await rememberConversation(this.deps.conversations, activity, 'written');
    const pressed = asData(activity.value);
    if ('verb' in pressed || 'dialog' in pressed) return this.submitted(context, pressed);
    const answer = await perform<Answer>(this.deps, requestOf(activity, 'message'), () => ({
      permission: 'cases.read',
      run: (asking) => answerMessage(asking, saidIn(activity)),
    }));
    this.noteChange(answer);
    await context.sendActivity(answerActivity(answer));
  }

  /** A button of a client that cannot execute: the same deed, and the card it stood on is rewritten. */
  private async submitted(context: TurnContext, pressed: CardData): Promise<void> {
    const { replyToId } = context.activity;
    const opens = dialogs.find((dialog) => dialog === pressed.dialog);
    if (opens !== undefined) {
      const form = await openInChat(this.deps, requestOf(context.activity, 'button'), opens, pressed);
      await context.sendActivity(answerActivity(form));
      return;
    }
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

  /** What takes long is answered at once, and the card it stands on is updated when it is there. */
  protected override async onAdaptiveCardInvoke(
    context: TurnContext,
    { action }: AdaptiveCardInvokeValue,
  ): Promise<AdaptiveCardInvokeResponse> {
    const working = this.act(context, action.verb, asData(action.data));
    const answer = await withinPatience(this.deps.late, context.activity, working);
    if (answer.kind === 'card') return respond('application/vnd.microsoft.card.adaptive', { ...answer.card });
    // The type says "string", while the SDK's declaration asks for an object.
    return respond('application/vnd.microsoft.activity.message', answer.text as unknown as Record<string, unknown>);
  }

  private async act(context: TurnContext, verb: unknown, data: CardData): Promise<Answer> {
    // The turn may be over when the answer is there, and with it what it says.
    const { replyToId: card } = context.activity;
    const place = placeId(context.activity);
    const answer = await perform<Answer>(this.deps, requestOf(context.activity, 'button'), () => {
      const { permission, run } = cardActions[readVerb(verb)];
      return { permission, run: (asking) => run(asking, { ...data, ...(card !== undefined && { card }) }) };
    });
    if (answer.kind === 'card' && card !== undefined) {
      await this.deps.pressed(data, { placeId: place, activityId: card });
    }
    this.noteChange(answer);
    return answer;
  }

  private noteChange(answer: Answer): void {
    if (answer.kind === 'card' && answer.changed !== undefined) this.deps.changed(answer.changed);
  }

  protected override async handleTeamsTaskModuleFetch(
    { activity }: TurnContext,
    { data }: TaskModuleRequest,
  ): Promise<TaskModuleResponse> {
    return fetchDialog(this.deps, requestOf(activity, 'button'), asData(data));
  }

  protected override async handleTeamsTaskModuleSubmit(
    { activity }: TurnContext,
    { data }: TaskModuleRequest,
  ): Promise<TaskModuleResponse> {
    const { response, answer } = await submitDialog(this.deps, requestOf(activity, 'button'), asData(data));
    this.noteChange(answer);
    return response;
  }

  protected override handleTeamsMessagingExtensionQuery(
    { activity }: TurnContext,
    query: MessagingExtensionQuery,
  ): Promise<MessagingExtensionResponse> {
    return searchCases(this.deps, requestOf(activity, 'button'), query);
  }

  protected override handleTeamsAppBasedLinkQuery(
    { activity }: TurnContext,
    query: AppBasedLinkQuery,
  ): Promise<MessagingExtensionResponse> {
    return unfurlLink(this.deps, requestOf(activity, 'button'), query.url ?? '');
  }

  protected override handleTeamsMessagingExtensionFetchTask(
    { activity }: TurnContext,
    action: MessagingExtensionAction,
  ): Promise<MessagingExtensionActionResponse> {
    return fetchNewCase(this.deps, requestOf(activity, 'button'), action);
  }

  protected override async handleTeamsMessagingExtensionSubmitAction(
    { activity }: TurnContext,
    action: MessagingExtensionAction,
  ): Promise<MessagingExtensionActionResponse> {
    const { response, answer } = await submitNewCase(this.deps, requestOf(activity, 'button'), action);
    this.noteChange(answer);
    return response;
  }
}

function respond(type: string, value: Record<string, unknown>): AdaptiveCardInvokeResponse {
  return { statusCode: 200, type, value };
}

function includesBot(activity: Activity, members: { id: string }[] | undefined): boolean {
  return members?.some(({ id }) => id === activity.recipient.id) ?? false;
}
