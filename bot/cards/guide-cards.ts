import { pageAction } from './case-verbs.ts';
import type { Action, AdaptiveCard, Facts } from './elements.ts';
import { card, sentence, title } from './parts.ts';
import { plain } from './plain.ts';

export interface GuideView {
  /** What may be written to the bot, with what it does. */
  commands: { example: string; summary: string }[];
  /** The dashboard. */
  openUrl: string;
}

/** Answer to hi, hello and help. */
export function helpCard(view: GuideView): AdaptiveCard {
  return guide(
    view,
    'HandyConnect',
    'I bring the cases of your support mailbox here. Write one of these, or press a button.',
  );
}

/** First words in a new place. */
export function welcomeCard(view: GuideView & { scope: 'personal' | 'group' | 'channel' }): AdaptiveCard {
  const here =
    view.scope === 'channel'
      ? 'Every new case gets one card in this channel. The card is updated in place until the case is closed.'
      : 'Ask me for the cases that are due, or for one case by its number.';
  return guide(view, 'HandyConnect is here', here);
}

/** For what is no command: says so, and shows the way on. */
export function unknownCard(view: GuideView & { written: string }): AdaptiveCard {
  const written = plain(view.written, 80);
  if (written === '') return guide(view, 'That had no words in it', 'Write one of these.');
  return guide(view, 'I do not know that command', `You wrote “${written}”. These I know.`);
}

/** For what went wrong. `text` says what happened, what is safe and what to do. */
export function errorCard(view: { heading: string; text: string; openUrl: string }): AdaptiveCard {
  return card({
    sentence: `${view.heading}. ${view.text}`,
    body: [title(view.heading), sentence(view.text)],
    actions: [pageAction('Open cases', { words: '' }), openAction(view.openUrl)],
  });
}

function guide(view: GuideView, heading: string, lead: string): AdaptiveCard {
  const facts: Facts = {
    type: 'FactSet',
    facts: view.commands.map(({ example, summary }) => ({ title: example, value: summary })),
  };
  return card({
    sentence: `${heading}. ${lead}`,
    body: [title(heading), sentence(lead), facts],
    actions: [
      pageAction('Open cases', { words: '' }, 'positive'),
      pageAction('My cases', { words: 'mine' }),
      openAction(view.openUrl),
    ],
  });
}

function openAction(url: string): Action {
  return { type: 'Action.OpenUrl', title: 'Open dashboard', url };
}
