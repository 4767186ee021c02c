import type { CategoriesDocument, TeamsDocument } from '../backend/contracts/settings.ts';
import { priorityWords } from '../backend/contracts/words.ts';
import { type NoticeKind, noticeChannels, noticeKinds } from '../backend/domain/vocabulary.ts';
import type { Subscription } from '../backend/ports/conversations.ts';
import type { Answer, Asking } from './asking.ts';
import type { CardData } from './card-data.ts';
import { digestChoiceCard, settingsCard, subscriptionCard } from './cards/place-cards.ts';
import { keyOf, phraseKey } from './commands/tokens.ts';
import { priorityNames } from './commands/word-lists.ts';
import { answerUnclear } from './guide-answers.ts';
import { dashboardUrl } from './links.ts';

interface Names {
  teams: { id: string; name: string }[];
  categories: { key: string; name: string }[];
}

const everything: Subscription = { teams: [], priorities: [], categories: [] };

/** Brings cards and alerts to this place; words add to what it is told of already, none at all mean everything. */
export async function answerSubscribe(asking: Asking, words: string): Promise<Answer> {
  const place = await asking.conversations.get(asking.place.conversationId);
  if (asking.place.scope === 'personal' || place === undefined) return inPerson(asking);
  const names = await namesOf(asking);
  const read = subscriptionIn(words, names);
  if (read.unknown !== '') return unknownWord(asking, read.unknown, names);
  const subscription = words === '' ? everything : joined(place.subscription ?? everything, read.subscription);
  await asking.conversations.put({ ...place, subscription });
  return shown(asking, subscription, names);
}

export async function answerUnsubscribe(asking: Asking, words: string): Promise<Answer> {
  const place = await asking.conversations.get(asking.place.conversationId);
  if (asking.place.scope === 'personal' || place === undefined) return inPerson(asking);
  const names = await namesOf(asking);
  const read = subscriptionIn(words, names);
  if (read.unknown !== '') return unknownWord(asking, read.unknown, names);
  const left = words === '' ? null : without(place.subscription ?? everything, read.subscription);
  await asking.conversations.put({ ...place, subscription: left });
  return shown(asking, left, names);
}

function inPerson(asking: Asking): Answer {
  return answerUnclear(asking, {
    unclear: 'Channels and group chats subscribe. What concerns you in person comes here by your settings.',
    offers: ['settings', 'my cases'],
  });
}

async function namesOf({ app }: Asking): Promise<Names> {
  const [teams, categories] = await Promise.all([app.readSettings('teams'), app.readSettings('categories')]);
  return { ...(teams.value as TeamsDocument), ...(categories.value as CategoriesDocument) };
}

/** Words as teams, priorities and categories; the first that is none of them is named. */
export function subscriptionIn(
  words: string,
  { teams, categories }: Names,
): { subscription: Subscription; unknown: string } {
  const subscription: Subscription = { teams: [], priorities: [], categories: [] };
  const parts = words
    .split(/[\s,]+/u)
    .filter((part) => !['', 'and', 'or', 'und', 'priority', 'category', 'team'].includes(part.toLowerCase()));
  for (let i = 0; i < parts.length; ) {
    const length = [3, 2, 1].find(
      (n) =>
        i + n <= parts.length &&
        place(
          parts
            .slice(i, i + n)
            .map(keyOf)
            .join(' '),
        ),
    );
    if (length === undefined) return { subscription, unknown: parts[i] ?? '' };
    i += length;
  }
  return { subscription, unknown: '' };

  function place(key: string): boolean {
    const team = teams.find(({ id, name }) => keyOf(id) === key || phraseKey(name) === key);
    const category = categories.find(
      (one) => phraseKey(one.key.replaceAll('_', ' ')) === key || phraseKey(one.name) === key,
    );
    const priority = Object.hasOwn(priorityNames, key) ? priorityNames[key] : undefined;
    if (team !== undefined) subscription.teams.push(team.id);
    else if (priority !== undefined) subscription.priorities.push(priority);
    else if (category !== undefined) subscription.categories.push(category.key);
    return team !== undefined || priority !== undefined || category !== undefined;
  }
}

function unknownWord(asking: Asking, word: string, { teams, categories }: Names): Answer {
  const names = [
    ...teams.map(({ name }) => name),
    ...Object.values(priorityWords),
    ...categories.map(({ name }) => name),
  ];
  return answerUnclear(asking, {
    unclear: `I did nothing, because I know no ${word}. I know ${names.slice(0, 14).join(', ')}.`,
    offers: ['subscribe', ...(teams[0] === undefined ? [] : [`subscribe ${teams[0].name}`]), 'settings'],
  });
}

function joined(a: Subscription, b: Subscription): Subscription {
  return {
    teams: [...new Set([...a.teams, ...b.teams])],
    priorities: [...new Set([...a.priorities, ...b.priorities])],
    categories: [...new Set([...a.categories, ...b.categories])],
  };
}

/** Null when nothing named is left, for an empty list would mean everything. */
function without(a: Subscription, b: Subscription): Subscription | null {
  const left = {
    teams: a.teams.filter((one) => !b.teams.includes(one)),
    priorities: a.priorities.filter((one) => !b.priorities.includes(one)),
    categories: a.categories.filter((one) => !b.categories.includes(one)),
  };
  const any = left.teams.length + left.priorities.length + left.categories.length > 0;
  return any ? left : null;
}

function shown(asking: Asking, subscription: Subscription | null | undefined, names: Names): Answer {
  const words = wordsOf(subscription, names);
  const text =
    words === 'nothing' ? 'No cards and alerts come here any more.' : `Cards and alerts of ${words} come here.`;
  return { kind: 'card', card: subscriptionCard({ text, words, openUrl: dashboardUrl(asking.publicUrl) }) };
}

function wordsOf(subscription: Subscription | null | undefined, { teams, categories }: Names): string {
  if (subscription === null) return 'nothing';
  if (subscription === undefined) return 'all cases';
  const parts = [
    subscription.teams.map((id) => teams.find((team) => team.id === id)?.name ?? id).join(' or '),
    subscription.priorities.map((one) => priorityWords[one].toLowerCase()).join(' or '),
    subscription.categories.map((key) => categories.find((one) => one.key === key)?.name ?? key).join(' or '),
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'all cases' : `cases that are ${parts.join(', and ')}`;
}

/** In a chat with a person what they are told of; elsewhere what the place is told of. */
export async function answerSettings(asking: Asking): Promise<Answer> {
  if (asking.place.scope !== 'personal') {
    const place = await asking.conversations.get(asking.place.conversationId);
    const unasked = place === undefined || (place.scope === 'group' && place.subscription === undefined);
    return shown(asking, unasked ? null : place.subscription, await namesOf(asking));
  }
  const { value } = await asking.app.readNotifications(asking.actor);
  const quiet = value.quiet === null ? 'none' : value.quiet.blocks.map(({ from, to }) => `${from} to ${to}`).join(', ');
  return {
    kind: 'card',
    card: settingsCard({ channels: value.channels, quiet, saved: false, openUrl: dashboardUrl(asking.publicUrl) }),
  };
}

/** Keeps what somebody chose on their settings card; their quiet hours stay. */
export async function saveSettings(asking: Asking, data: CardData): Promise<Answer> {
  const { app, actor } = asking;
  const { value, etag } = await app.readNotifications(actor);
  const channels = { ...value.channels };
  for (const kind of noticeKinds) channels[kind] = chosen(data, kind) ?? channels[kind];
  const saved = await app.writeNotifications(actor, { ...value, channels }, etag);
  return {
    kind: 'card',
    card: settingsCard({
      channels: saved.value.channels,
      quiet: '',
      saved: true,
      openUrl: dashboardUrl(asking.publicUrl),
    }),
  };
}

function chosen(data: CardData, kind: NoticeKind) {
  return noticeChannels.find((channel) => channel === data[kind]);
}

/** Figures in the morning, in the chat with the person; the first comes with the next morning. */
export async function answerDigest(asking: Asking, every: 'day' | 'week' | 'off'): Promise<Answer> {
  const { conversations, place, clock, actor } = asking;
  const found = await conversations.get(place.conversationId);
  if (place.scope !== 'personal' || found === undefined) {
    return answerUnclear(asking, {
      unclear: 'Digests come to people. Write this in your chat with me.',
      offers: ['stats today', 'settings'],
    });
  }
  const { digest: _before, ...rest } = found;
  const wanted =
    every === 'off' ? rest : { ...rest, agentId: actor.id, digest: { every, zone: place.zone, given: clock.now() } };
  await conversations.put(wanted);
  const text = {
    day: 'Figures of the day before come here every working morning at 8.',
    week: 'Figures of the week before come here on Mondays at 8.',
    off: 'No digests come here any more.',
  }[every];
  return { kind: 'card', card: digestChoiceCard({ text, openUrl: dashboardUrl(asking.publicUrl) }) };
}
