import { answerHelp } from '../guide-answers.ts';
import { type Entry, entry } from './command.ts';
import { keysOf } from './reading.ts';
import { greetings } from './word-lists.ts';

/** @param table every command, asked for only when somebody wants help */
export function helpCommand(table: () => readonly Entry[]): Entry {
  return entry<{ topic: string }>({
    name: 'help',
    group: 'This place',
    phrases: [
      ...[
        'help',
        'help me',
        '?',
        'commands',
        'command',
        'start',
        'menu',
        'hilfe',
        'hilf mir',
        'aide',
        'aidez moi',
        'ayuda',
        'ajuda',
        'aiuto',
        'hulp',
        'hjalp',
        'pomoc',
        'what can you do',
        'what do you do',
      ],
      ...[
        'what can i do',
        'what can i say',
        'how does this work',
        'how do i use this',
        'who are you',
        'get started',
        'getting started',
        'was kannst du',
        'manual',
        'guide',
        'usage',
        'h',
      ],
      ...['thanks', 'thank you', 'thx', 'danke', 'merci', 'gracias', 'grazie', 'obrigado', 'bye', 'cheers'],
      ...greetings,
    ],
    example: 'help',
    summary: 'What can be written to me; help and a word tells more of it.',
    menu: 'What HandyConnect understands',
    offered: ['personal', 'shared'],
    permission: 'cases.read',
    writes: false,
    read: ({ tokens }) => ({ topic: keysOf(tokens) }),
    run: async (asking, { topic }) => answerHelp(asking, table(), topic),
  });
}
