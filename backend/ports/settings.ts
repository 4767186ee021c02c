import type { Versioned } from '../domain/case/case.ts';

export const settingsNames = [
  'agents',
  'teams',
  'categories',
  'templates',
  'rules',
  'macros',
  'mailboxes',
  'ai',
  'sla-policies',
  'calendars',
  'retention',
] as const;
export type SettingsName = (typeof settingsNames)[number];

/** One JSON document a name, replaced as a whole. */
export interface SettingsStore {
  read(name: SettingsName): Promise<Versioned<unknown>>;
  /** @throws Failure `stale` with the current document */
  write(name: SettingsName, document: unknown, ifMatch: string): Promise<Versioned<unknown>>;
}
