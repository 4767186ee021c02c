import type { Notifications } from '../../backend/contracts/notifications.ts';
import { pageAction, sayAction } from './case-verbs.ts';
import type { AdaptiveCard, ChoiceInput } from './elements.ts';
import { card, execute, openDashboard, sentence, title } from './parts.ts';
import { plain } from './plain.ts';
import type { CardVerb } from './verbs.ts';

/** What a place hears of, after it was asked for or changed. */
export function subscriptionCard(view: { text: string; words: string; openUrl: string }): AdaptiveCard {
  return card({
    sentence: view.text,
    body: [title('What comes here'), sentence(plain(view.text, 400))],
    actions: [
      ...(view.words === 'nothing'
        ? [sayAction('Bring all', 'subscribe', 'positive')]
        : [sayAction('Bring nothing', 'unsubscribe')]),
      pageAction('Open cases', { words: '' }),
      openDashboard(view.openUrl),
    ],
  });
}

/** Whether and when figures come by themselves, after it was chosen. */
export function digestChoiceCard(view: { text: string; openUrl: string }): AdaptiveCard {
  return card({
    sentence: view.text,
    body: [title('Digest'), sentence(view.text)],
    actions: [
      sayAction('Figures now', 'stats today', 'positive'),
      sayAction('No digests', 'digest off'),
      openDashboard(view.openUrl),
    ],
  });
}

type NoticeKind = keyof Notifications['channels'];
type NoticeChannel = Notifications['channels'][NoticeKind];

const kindWords: Record<NoticeKind, string> = {
  assigned: 'A case becomes yours',
  mentioned: 'Somebody mentions you',
  at_risk: 'Your case is at risk',
  overdue: 'Your case is overdue',
  escalated: 'A case is escalated',
  hand_over: 'A case is handed over to you',
  rule: 'A rule tells you',
  contractor: 'A contractor answers',
};
const kinds = Object.keys(kindWords) as NoticeKind[];
const channelWords: Record<NoticeChannel, string> = {
  teams: 'on a card in Teams',
  activity: 'in the activity feed',
  email: 'by e-mail',
  off: 'not at all',
};

/** What a person is told of and where. */
export function settingsCard(view: {
  channels: Record<NoticeKind, NoticeChannel>;
  quiet: string;
  saved: boolean;
  openUrl: string;
}): AdaptiveCard {
  return card({
    sentence: view.saved ? 'Your notices are saved.' : 'Choose what you are told of, and where.',
    body: [
      title('What you are told of'),
      sentence(view.saved ? 'Saved.' : `Quiet hours: ${plain(view.quiet, 120)}. They are set on the tab.`, {
        isSubtle: !view.saved,
        spacing: 'none',
      }),
      ...kinds.map((kind) => channelInput(kind, view.channels[kind])),
    ],
    actions: [
      execute('Save', 'settings.save' satisfies CardVerb, {}, 'positive'),
      sayAction('My cases', 'my cases'),
      openDashboard(view.openUrl),
    ],
  });
}

function channelInput(kind: NoticeKind, value: NoticeChannel): ChoiceInput {
  return {
    type: 'Input.ChoiceSet',
    id: kind,
    label: kindWords[kind],
    style: 'compact',
    value,
    choices: Object.entries(channelWords).map(([value, title]) => ({ title, value })),
  };
}
