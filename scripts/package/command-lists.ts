import type { Entry } from '../../bot/commands/command.ts';
import { commandTable } from '../../bot/commands/table.ts';
import { germanMenu } from './german-menu.ts';

interface CommandList {
  scopes: string[];
  commands: { title: string; description: string }[];
}

const lists = [
  { kind: 'personal', scopes: ['personal'] },
  { kind: 'shared', scopes: ['team', 'groupChat'] },
] as const;

/** What Teams offers to somebody about to write to the bot: the bot's own table of commands. */
export function commandLists(table: readonly Entry[] = commandTable): CommandList[] {
  return lists.map(({ kind, scopes }) => ({
    scopes: [...scopes],
    commands: table
      .filter(({ offered }) => offered?.includes(kind))
      .map(({ name, menu = '' }) => ({ title: name, description: menu })),
  }));
}

/** The manifest with the bot's commands in it. */
export function withCommands(manifest: string): string {
  const whole = JSON.parse(manifest) as { bots: { commandLists: CommandList[] }[] };
  for (const bot of whole.bots) bot.commandLists = commandLists();
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** The German texts with those of the commands. */
export function withGermanCommands(texts: string): string {
  const all = JSON.parse(texts) as Record<string, string>;
  for (const [l, { commands }] of commandLists().entries()) {
    for (const [c, { title }] of commands.entries()) {
      all[`bots[0].commandLists[${l}].commands[${c}].description`] = germanMenu[title] ?? '';
    }
  }
  return `${JSON.stringify(all, null, 2)}\n`;
}
