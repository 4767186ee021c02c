import type { Finding } from '../ports/diagnosis.ts';

export type { Finding };

export function ok(about: string, says: string): Finding {
  return { kind: 'ok', about, says };
}

export function fault(about: string, says: string, fix: string): Finding {
  return { kind: 'fault', about, says, fix };
}

export function unchecked(about: string, says: string): Finding {
  return { kind: 'unchecked', about, says };
}

const marks: Record<Finding['kind'], string> = { ok: 'ok     ', fault: 'FAULT  ', unchecked: '-      ' };

/** The finding as it is printed: one line, and below a fault its fix. */
export function lineOf({ kind, about, says, fix }: Finding): string {
  const line = `${marks[kind]}${about}: ${says}`;
  return fix === undefined ? line : `${line}\n       fix: ${fix}`;
}
