import { demand } from '../backend/domain/access/permissions.ts';
import type { Answer, Asking } from './asking.ts';
import { readCommand } from './commands/read-command.ts';
import type { Spoken } from './commands/spoken.ts';
import { commandTable } from './commands/table.ts';
import { answerUnclear, answerUnknown } from './guide-answers.ts';

/** Answers what was written. What is not certain asks back; what is no command leads to those that are. */
export async function answerMessage(asking: Asking, said: Spoken): Promise<Answer> {
  const reading = readCommand(said);
  switch (reading.kind) {
    case 'command':
      demand(asking.actor.role, reading.entry.permission);
      return reading.command.run(asking);
    case 'unclear':
      return answerUnclear(asking, reading);
    case 'unknown':
      return answerUnknown(asking, commandTable, reading.written);
  }
}
