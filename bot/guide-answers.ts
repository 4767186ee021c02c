import type { Answer, AnswerDeps, Asking } from './asking.ts';
import { choiceCard } from './cards/choice-card.ts';
import { commandCard, type GuideView, helpCard, unknownCard } from './cards/guide-cards.ts';
import type { Entry, Unclear } from './commands/command.ts';
import { groups } from './commands/command.ts';
import { keyOf } from './commands/tokens.ts';
import { dashboardUrl } from './links.ts';

/** What the bot can do; or, where the topic is one of its commands, more of that. */
export function answerHelp(asking: Asking, table: readonly Entry[], topic: string): Answer {
  const about = table.find(
    ({ name, phrases }) => topic !== '' && (name === topic || phrases.some((one) => keyOf(one) === topic)),
  );
  if (about === undefined) return { kind: 'card', card: helpCard(guideOf(asking, table)) };
  const { name, summary, example, phrases } = about;
  const others = phrases.filter((phrase) => phrase !== name).slice(0, 5);
  return {
    kind: 'card',
    card: commandCard({ name, summary, example, others, openUrl: dashboardUrl(asking.publicUrl) }),
  };
}

/** For what is no command. */
export function answerUnknown(asking: Asking, table: readonly Entry[], written: string): Answer {
  return { kind: 'card', card: unknownCard({ ...guideOf(asking, table), written }) };
}

/** Asks back; each way on is a command that can be pressed. */
export function answerUnclear(asking: Pick<Asking, 'publicUrl'>, { unclear, offers }: Unclear): Answer {
  return { kind: 'card', card: choiceCard({ question: unclear, offers, openUrl: dashboardUrl(asking.publicUrl) }) };
}

/** The commands as help shows them. Those that are only another way to say something stay out. */
export function guideOf({ publicUrl }: Pick<AnswerDeps, 'publicUrl'>, table: readonly Entry[]): GuideView {
  const shown = table.filter(({ menu }) => menu !== undefined);
  return {
    groups: groups.map((name) => ({
      name,
      commands: shown
        .filter(({ group }) => group === name)
        .map(({ example, menu = '' }) => ({ example, summary: menu })),
    })),
    openUrl: dashboardUrl(publicUrl),
  };
}
