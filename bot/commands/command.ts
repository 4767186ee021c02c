import type { Permission } from '../../backend/domain/vocabulary.ts';
import type { Answer, Asking } from '../asking.ts';
import type { Spoken } from './spoken.ts';
import type { Token } from './tokens.ts';

/** What was written after the words of a command. */
export interface Rest {
  spoken: Spoken;
  /** As it was written. */
  text: string;
  tokens: Token[];
  /** The case that was named before the command, as in `HC-1042 assign to me`. */
  ref: string | undefined;
}

/** What was meant is not certain, so nothing is done; `offers` are whole commands to choose from. */
export interface Unclear {
  /** A question to the person. */
  unclear: string;
  offers: string[];
}

/** In which part of the help a command stands. */
export const groups = ['Find', 'Work on a case', 'Figures', 'This place'] as const;
export type Group = (typeof groups)[number];

interface Words {
  name: string;
  group: Group;
  /** What it begins with; the first is what help shows. */
  phrases: readonly string[];
  example: string;
  /** One sentence for help and docs. */
  summary: string;
  /** A line for help and for Teams' menu, at most 128 characters; absent for what only says another command otherwise. */
  menu?: string;
  /** Where Teams offers it to somebody about to write; it shows at most twelve in a chat with a person or with several. */
  offered?: readonly ('personal' | 'shared')[];
  permission: Permission;
  /** Whether it changes something; then it is done only when nothing is left to guess. */
  writes: boolean;
  /** Whether free text follows, in which a word such as "not" says nothing about the command. */
  freeText?: boolean;
}

/** Something that can be written to the bot. */
export interface Command<Args> extends Words {
  read(rest: Rest): Args | Unclear;
  /** Whether this reading of a command that `writes` only looks. */
  onlyLooks?(args: Args): boolean;
  run(asking: Asking, args: Args): Promise<Answer>;
}

/** A command that has been read. */
export interface ReadCommand {
  args: unknown;
  /** Whether something will be different afterwards. */
  changes: boolean;
  run(asking: Asking): Promise<Answer>;
}

/** A command whatever its arguments. */
export interface Entry extends Words {
  read(rest: Rest): ReadCommand | Unclear;
}

export function entry<Args extends object>({ read, run, onlyLooks, ...words }: Command<Args>): Entry {
  return {
    ...words,
    read(rest) {
      const args = read(rest);
      if (isUnclear(args)) return args;
      const changes = words.writes && !onlyLooks?.(args);
      return { args, changes, run: (asking) => run(asking, args) };
    },
  };
}

export function isUnclear(read: object): read is Unclear {
  return 'unclear' in read;
}
