import { pageAction, sayAction } from './case-verbs.ts';
import type { AdaptiveCard, Element } from './elements.ts';
import { card, openDashboard, sentence, title } from './parts.ts';
import { plain } from './plain.ts';

export interface GuideView {
  /** What may be written to the bot, with what it does, in parts. */
  groups: { name: string; commands: { example: string; summary: string }[] }[];
  /** The dashboard. */
  openUrl: string;
}

/** Answer to hi, hello and help. */
export function helpCard(view: GuideView): AdaptiveCard {
  return guide(
    view,
    'HandyConnect',
    'I bring the cases of your support mailbox here. Write one of these, or press a button. Typing errors are fine.',
  );
}

/** First words in a new place. */
export function welcomeCard(view: GuideView & { scope: 'personal' | 'group' | 'channel' }): AdaptiveCard {
  const here = {
    channel:
      'Every new case gets one card in this channel. The card is updated in place until the case is closed. Mention me to ask for something; write subscribe or unsubscribe to choose what comes here.',
    group: 'Mention me to ask for cases. Write subscribe, and cards and alerts come here too.',
    personal: 'Ask me for the cases that are due, or for one case by its number. What concerns you I tell you here.',
  }[view.scope];
  return guide(view, 'HandyConnect is here', here);
}

/** For what is no command: says so, and shows the way on. */
export function unknownCard(view: GuideView & { written: string }): AdaptiveCard {
  const written = plain(view.written, 80);
  if (written === '') return guide(view, 'That had no words in it', 'Write one of these.');
  return guide(view, 'I do not know that command', `You wrote “${written}”. I did nothing. These I know.`);
}

/** One command, told more of. */
export function commandCard(view: {
  name: string;
  summary: string;
  example: string;
  others: string[];
  openUrl: string;
}): AdaptiveCard {
  const { name, summary, example, others, openUrl } = view;
  return card({
    sentence: `${name}: ${summary}`,
    body: [
      title(name.charAt(0).toUpperCase() + name.slice(1)),
      sentence(summary),
      {
        type: 'FactSet',
        facts: [
          { title: 'Such as', value: example },
          ...(others.length > 0 ? [{ title: 'Or', value: others.join(', ') }] : []),
        ],
      },
    ],
    actions: [
      sayAction('All commands', 'help', 'positive'),
      pageAction('Open cases', { words: '' }),
      openDashboard(openUrl),
    ],
  });
}

/** For what went wrong. `text` says what happened, what is safe and what to do. */
export function errorCard(view: { heading: string; text: string; openUrl: string }): AdaptiveCard {
  return card({
    sentence: `${view.heading}. ${view.text}`,
    body: [title(view.heading), sentence(view.text)],
    actions: [pageAction('Open cases', { words: '' }), sayAction('Help', 'help'), openDashboard(view.openUrl)],
  });
}

function guide(view: GuideView, heading: string, lead: string): AdaptiveCard {
  return card({
    sentence: `${heading}. ${lead}`,
    body: [title(heading), sentence(lead), ...view.groups.flatMap(groupElements)],
    actions: [
      pageAction('Open cases', { words: '' }, 'positive'),
      pageAction('My cases', { words: 'mine' }),
      sayAction('At risk', 'at risk'),
      openDashboard(view.openUrl),
    ],
  });
}

function groupElements({ name, commands }: GuideView['groups'][number]): Element[] {
  if (commands.length === 0) return [];
  return [
    sentence(name, { weight: 'bolder', spacing: 'medium' }),
    {
      type: 'FactSet',
      facts: commands.map(({ example, summary }) => ({ title: example, value: summary })),
      spacing: 'small',
    },
  ];
}
