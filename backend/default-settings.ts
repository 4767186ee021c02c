import { categoryWord } from './contracts/words.ts';
import { defaultMacros, defaultRules } from './default-rules.ts';
import { usualPreferences } from './domain/notices/preferences.ts';
import { keepEverything } from './domain/privacy/retention.ts';
import { defaultReplySettings } from './domain/reply/reply-settings.ts';
import { standardPolicy } from './domain/sla/policy.ts';
import { defaultAiSettings } from './domain/triage/ai-settings.ts';
import { shippedCategories } from './domain/vocabulary.ts';
import type { Agent } from './ports/directory.ts';
import type { SettingsName } from './ports/settings.ts';

const weekday = [['09:00', '17:00']];

/** An example that no policy names; the shipped policy runs round the clock. */
const officeHours = {
  id: 'office',
  name: 'Office hours',
  tz: 'UTC',
  hours: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday },
};

/** What each settings document holds until an administrator writes it. */
export function defaultSettings(agents: Agent[], teams: { id: string; name: string }[]): Record<SettingsName, unknown> {
  const categories = shippedCategories.map((key) => ({ key, name: categoryWord(key), parent: null }));
  return {
    agents: { agents },
    teams: { teams },
    categories: { categories },
    templates: defaultReplySettings(),
    rules: defaultRules,
    macros: { macros: defaultMacros },
    mailboxes: { mailboxes: [] },
    ai: defaultAiSettings,
    'sla-policies': { policies: [standardPolicy] },
    calendars: { calendars: [officeHours] },
    retention: keepEverything,
    notifications: usualPreferences,
  };
}
