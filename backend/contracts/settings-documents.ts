import type { z } from 'zod';
import type { SettingsName } from '../domain/vocabulary.ts';
import { AiDocument } from './ai.ts';
import { Notifications } from './notifications.ts';
import { AgentsDocument, CategoriesDocument, MailboxesDocument, RetentionDocument, TeamsDocument } from './settings.ts';
import { CalendarsDocument, SlaPoliciesDocument } from './sla-settings.ts';
import { TemplatesDocument } from './templates.ts';
import { MacrosDocument, RulesDocument } from './workflow.ts';

/** The form of each document of the settings. */
export const settingsDocuments = {
  agents: AgentsDocument,
  teams: TeamsDocument,
  categories: CategoriesDocument,
  templates: TemplatesDocument,
  rules: RulesDocument,
  macros: MacrosDocument,
  mailboxes: MailboxesDocument,
  ai: AiDocument,
  'sla-policies': SlaPoliciesDocument,
  calendars: CalendarsDocument,
  retention: RetentionDocument,
  notifications: Notifications,
} as const satisfies Record<SettingsName, z.ZodType>;

export type SettingsDocuments = { [N in SettingsName]: z.output<(typeof settingsDocuments)[N]> };
