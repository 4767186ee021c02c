import type { Action } from '../../../../backend/contracts/workflow.ts';
import { kindOfAction } from '../builder/fresh-action.ts';
import { type Field, fieldAt, valueWord } from '../builder/use-fields.ts';
import { words } from '../words.ts';

/** What an action does, such as "raise priority to Critical". */
export function actionText(action: Action, fields: Field[]): string {
  return words.act.said(words.act.kinds[kindOfAction(action)], objectOf(action, fields));
}

function objectOf(action: Action, fields: Field[]): string {
  switch (action.kind) {
    case 'set':
      if (typeof action.value === 'boolean') return action.value ? words.if.yes : words.if.no;
      return action.value === null ? words.act.noTeam : valueWord(fieldAt(fields, action.field), action.value);
    case 'raise_priority':
      return valueWord(fieldAt(fields, 'priority'), action.to);
    case 'assign':
      if (action.to === null) return words.act.nobody;
      return action.to === 'automatic' ? words.act.automatic : valueWord(fieldAt(fields, 'assignee'), action.to);
    case 'add_tags':
    case 'remove_tags':
      return action.tags.join(', ');
    case 'notify':
      if (action.whom.kind === 'agent') return valueWord(fieldAt(fields, 'assignee'), action.whom.id);
      if (action.whom.kind !== 'channel') return words.act[action.whom.kind];
      if (action.whom.team === null) return words.act.ownChannel;
      return words.act.channel(valueWord(fieldAt(fields, 'team'), action.whom.team));
    case 'link':
      return action.to;
    case 'add_task':
      return words.act.quoted(action.title);
    case 'send_mail':
      return words.act.mails[action.mail];
    default:
      return '';
  }
}
