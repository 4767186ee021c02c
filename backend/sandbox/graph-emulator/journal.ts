import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';

/** An append-only file of JSON lines, from which the mailboxes are rebuilt at the next start. */
export interface Journal {
  append(entry: unknown): void;
  /** Forgets everything written so far. */
  clear(): void;
  close(): void;
}

export const noJournal: Journal = { append: () => {}, clear: () => {}, close: () => {} };

export function readJournal(file: string): unknown[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').split('\n').flatMap(parseLine);
}

function parseLine(line: string): unknown[] {
  if (line === '') return [];
  try {
    return [JSON.parse(line)];
  } catch {
    // Only the last line can be torn, when the process was killed while writing it.
    return [];
  }
}

export function openJournal(file: string): Journal {
  const handle = openSync(file, 'a');
  // A torn last line must not swallow the first line of this run; an empty line is skipped when read.
  writeSync(handle, '\n');
  return {
    append: (entry) => writeSync(handle, `${JSON.stringify(entry)}\n`),
    clear: () => ftruncateSync(handle, 0),
    close: () => closeSync(handle),
  };
}
