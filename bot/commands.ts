import type { Permission } from '../backend/domain/vocabulary.ts';
import type { Answer, Asking, Deed } from './asking.ts';
import { unknownCard } from './cards/guide-cards.ts';
import { answerCase, answerHelp, answerList } from './case-answers.ts';
import { listUrl } from './links.ts';

/** Something that can be written to the bot. `run` is given what was written after the words. */
export interface Command extends Deed<string> {
  name: string;
  /** What it begins with, lower case. */
  words: string[];
  example: string;
  summary: string;
  permission: Permission;
}

/** In the order help shows them. */
export const commands: Command[] = [
  {
    name: 'cases',
    words: ['cases', 'open cases', 'list'],
    example: 'cases',
    summary: 'Open cases, the next due first. Narrow them: cases urgent, cases overdue, cases heating.',
    permission: 'cases.read',
    run: (asking, rest) => answerList(asking, { words: rest }),
  },
  {
    name: 'my cases',
    words: ['my cases', 'my work', 'mine'],
    example: 'my cases',
    summary: 'The open cases you have.',
    permission: 'cases.read',
    run: (asking, rest) => answerList(asking, { words: `mine ${rest}`.trim() }),
  },
  {
    name: 'case',
    words: ['case', 'show'],
    example: 'case HC-1042',
    summary: 'One case with its clocks and buttons. The number alone does too.',
    permission: 'cases.read',
    run: showCase,
  },
  {
    name: 'help',
    words: ['help', 'hi', 'hello', 'hey', 'start', '?'],
    example: 'help',
    summary: 'This list.',
    permission: 'cases.read',
    run: async (asking) => answerHelp(asking, commands),
  },
];

const unknown: Deed<string> = {
  permission: 'cases.read',
  run: async ({ publicUrl }, written) => ({
    kind: 'card',
    card: unknownCard({ commands, openUrl: listUrl(publicUrl), written }),
  }),
};

const longestCommand = 500;
const bareNumber = /^(?:hc-?|#)?(\d{1,9})$/i;
const numberInside = /\bhc-(\d{1,9})\b/i;

/** What was written, as the thing asked for and its rest. Anything that is no command is answered by a way on. */
export function readCommand(text: string): { deed: Deed<string>; name: string; rest: string } {
  const written = spoken(text);
  const number = bareNumber.exec(written)?.[1];
  if (number !== undefined) return { deed: { permission: 'cases.read', run: showCase }, name: 'case', rest: written };
  const found = longestMatch(written);
  if (found !== undefined) return { deed: found.command, name: found.command.name, rest: found.rest };
  const mentioned = numberInside.exec(written)?.[0];
  if (mentioned !== undefined)
    return { deed: { permission: 'cases.read', run: showCase }, name: 'case', rest: mentioned };
  return { deed: unknown, name: 'unknown', rest: written };
}

/** What a person said: without mentions of the bot, without the marks people put after a greeting. */
function spoken(text: string): string {
  return text
    .slice(0, longestCommand)
    .replace(/<at>[^<]{0,100}<\/at>/gi, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.!]+$/, '');
}

function longestMatch(written: string): { command: Command; rest: string } | undefined {
  const lower = written.toLowerCase();
  return commands
    .flatMap((command) => command.words.map((words) => ({ command, words })))
    .filter(({ words }) => lower === words || lower.startsWith(`${words} `))
    .sort((a, b) => b.words.length - a.words.length)
    .map(({ command, words }) => ({ command, rest: written.slice(words.length).trim() }))[0];
}

async function showCase(asking: Asking, rest: string): Promise<Answer> {
  const number = bareNumber.exec(rest)?.[1] ?? numberInside.exec(rest)?.[1];
  if (number === undefined) return unknown.run(asking, `case ${rest}`.trim());
  return answerCase(asking, await asking.app.getCase(`HC-${number}`));
}
