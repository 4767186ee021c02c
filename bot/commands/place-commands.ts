import { answerDigest, answerSettings, answerSubscribe, answerUnsubscribe } from '../place-answers.ts';
import { type Entry, entry, type Rest, type Unclear } from './command.ts';
import { keysOf, onlyRef, trimmed } from './reading.ts';
import { tokensOf } from './tokens.ts';

const digestWords: Record<string, 'day' | 'week' | 'off'> = {
  daily: 'day',
  'every day': 'day',
  weekly: 'week',
  'every week': 'week',
  off: 'off',
  stop: 'off',
  none: 'off',
};
const to = new Set([
  'to',
  'from',
  'this',
  'channel',
  'chat',
  'here',
  'alerts',
  'of',
  'for',
  'the',
  'all',
  'us',
  'team',
  'cases',
  'new',
  'with',
  'about',
]);

/** Commands about the place in which they are written. */
export const placeCommands: Entry[] = [
  entry<{ words: string }>({
    name: 'subscribe',
    group: 'This place',
    phrases: [
      'subscribe',
      'subscribe to',
      'alerts on',
      'turn on alerts',
      'notify us',
      'notify this channel',
      'alert us',
      'alert this channel',
      'abonnieren',
      'abonniere',
    ],
    example: 'subscribe property urgent',
    summary: 'Brings cards and alerts to this channel: of a team, a priority, a category, or all.',
    menu: 'Cards and alerts for this channel, by team, priority or category',
    offered: ['shared'],
    permission: 'cases.write',
    writes: true,
    read: (rest) => wordsFor(rest, 'subscribe'),
    run: (asking, { words }) => answerSubscribe(asking, words),
  }),
  entry<{ words: string }>({
    name: 'unsubscribe',
    group: 'This place',
    phrases: [
      'unsubscribe',
      'unsubscribe from',
      'alerts off',
      'turn off alerts',
      'stop alerts',
      'no more alerts',
      'abbestellen',
      'stop alerts here',
    ],
    example: 'unsubscribe',
    summary: 'Ends that, for everything or for what you name.',
    menu: 'Ends cards and alerts for this channel',
    permission: 'cases.write',
    writes: true,
    read: (rest) => wordsFor(rest, 'unsubscribe'),
    run: (asking, { words }) => answerUnsubscribe(asking, words),
  }),
  entry<{ every: 'day' | 'week' | 'off' }>({
    name: 'digest',
    group: 'This place',
    phrases: ['digest', 'digests', 'digest me', 'send me a digest', 'morning digest', 'daily digest', 'weekly digest'],
    example: 'digest daily',
    summary:
      'Figures and what is most delayed, every working morning or on Mondays: digest daily, digest weekly, digest off.',
    menu: 'Figures every morning: digest daily, digest weekly, digest off',
    permission: 'analytics.read',
    writes: true,
    read: ({ tokens, spoken }) => {
      const said = keysOf(tokens) || keysOf(tokensOf(spoken.text)).replace(/ ?digest.*$/u, '');
      const every = digestWords[said];
      return every === undefined
        ? {
            unclear: 'How often do you want a digest?',
            offers: ['digest daily', 'digest weekly', 'digest off', 'stats today'],
          }
        : { every };
    },
    run: (asking, { every }) => answerDigest(asking, every),
  }),
  entry<Record<string, never>>({
    name: 'settings',
    group: 'This place',
    phrases: [
      'settings',
      'my settings',
      'preferences',
      'my preferences',
      'notifications',
      'notification settings',
      'quiet hours',
      'configure',
      'configuration',
      'options',
      'einstellungen',
      'parametres',
      'ajustes',
      'setup',
      'mute',
    ],
    example: 'settings',
    summary: 'What you are told of and where; in a channel, what it is told of.',
    menu: 'What you are told of, and where',
    offered: ['shared'],
    permission: 'cases.read',
    writes: false,
    read: () => ({}),
    run: (asking) => answerSettings(asking),
  }),
];

function wordsFor(rest: Rest, name: string): { words: string } | Unclear {
  const ref = rest.ref ?? onlyRef(rest.tokens);
  const watch = name === 'subscribe' ? 'watch' : 'unwatch';
  if (ref !== undefined)
    return {
      unclear: `A channel has teams, priorities and categories; a case you can ${watch} yourself.`,
      offers: [`${watch} ${ref}`],
    };
  return {
    words: trimmed(rest.tokens, to)
      .map(({ raw }) => raw)
      .join(' '),
  };
}
