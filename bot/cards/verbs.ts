/** What a card's button asks the bot to do. The bot's dispatch table has exactly these. */
export const cardVerbs = [
  'case.assign-to-me',
  'case.status',
  'case.refresh',
  'case.show',
  'case.undo',
  'cases.page',
  'say',
  'alert.acknowledge',
  'alert.take',
  'alert.snooze',
  'alert.refresh',
  'task.done',
  'settings.save',
  'hand-over.give',
  'form.new-case',
  'form.reply',
  'form.assign',
  'form.extend',
  'form.decide',
] as const;
export type CardVerb = (typeof cardVerbs)[number];

/** Forms that open as a dialog, or in the chat where a client has none. */
export const dialogs = ['new-case', 'reply', 'assign', 'extend', 'decide'] as const;
export type Dialog = (typeof dialogs)[number];
