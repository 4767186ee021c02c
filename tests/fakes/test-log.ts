import type { Log } from '../../backend/ports/system.ts';

export interface LogLine {
  level: 'debug' | 'info' | 'warn' | 'error';
  event: string;
  fields: Record<string, unknown>;
}

/** A log that says nothing and remembers everything. */
export class TestLog implements Log {
  readonly lines: LogLine[];
  readonly #fields: Record<string, unknown>;

  constructor(lines: LogLine[] = [], fields: Record<string, unknown> = {}) {
    this.lines = lines;
    this.#fields = fields;
  }

  debug(event: string, fields?: Record<string, unknown>): void {
    this.#add('debug', event, fields);
  }

  info(event: string, fields?: Record<string, unknown>): void {
    this.#add('info', event, fields);
  }

  warn(event: string, fields?: Record<string, unknown>): void {
    this.#add('warn', event, fields);
  }

  error(event: string, fields?: Record<string, unknown>): void {
    this.#add('error', event, fields);
  }

  with(fields: Record<string, unknown>): Log {
    return new TestLog(this.lines, { ...this.#fields, ...fields });
  }

  #add(level: LogLine['level'], event: string, fields: Record<string, unknown> = {}): void {
    this.lines.push({ level, event, fields: { ...this.#fields, ...fields } });
  }
}

const ignore = () => undefined;

/** A log for tests that do not look at it. */
export const silentLog: Log = { debug: ignore, info: ignore, warn: ignore, error: ignore, with: () => silentLog };
