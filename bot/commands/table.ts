import type { Entry } from './command.ts';
import { figureCommands } from './figure-commands.ts';
import { findCommands } from './find-commands.ts';
import { helpCommand } from './help-command.ts';
import { placeCommands } from './place-commands.ts';
import { workCommands } from './work-commands.ts';

/** Everything that can be written to the bot, in the order of the help: parser, help, manifest and docs come from here. */
export const commandTable: readonly Entry[] = [
  ...findCommands,
  ...workCommands,
  ...figureCommands,
  ...placeCommands,
  helpCommand(() => commandTable),
];
