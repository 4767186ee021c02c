import { type DestinationStream, type Logger, pino } from 'pino';
import type { Log } from '../../ports/system.ts';
import { withoutSecrets } from './log-fields.ts';

export interface JsonLogOptions {
  level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Where the lines go; standard output when absent. */
  destination?: DestinationStream;
}

/** One line of JSON for each event. Values of fields that are named like secrets never reach it. */
export function createJsonLog({ level, destination }: JsonLogOptions): Log {
  const options = {
    level,
    base: {},
    messageKey: 'event',
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return toLog(destination === undefined ? pino(options) : pino(options, destination));
}

function toLog(logger: Logger): Log {
  // Most lines are of a level that nobody wants to see, and copying their fields would be for nothing.
  const at =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, fields: Record<string, unknown> = {}) => {
      if (logger.isLevelEnabled(level)) logger[level](withoutSecrets(fields), event);
    };
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    with: (fields) => toLog(logger.child(withoutSecrets(fields))),
  };
}
