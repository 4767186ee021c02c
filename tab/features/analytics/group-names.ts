import { locale } from '../../../ui/language.ts';
import { priorityWords, sentimentWords, statusWords } from '../../../ui/words.ts';
import { agentName, categoryName, type Directory, teamName } from '../../session/directory-names.ts';
import { analyticsWords as words } from './words.ts';

const languageNames = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' });

/** A value of a field in words; null and `none` are nobody and no team. */
export function valueName(field: string, value: string | null, directory: Directory): string {
  if (value === null || value === 'none') return words.where.none;
  const fixed: Record<string, Record<string, string>> = {
    priority: priorityWords,
    sentiment: sentimentWords,
    status: statusWords,
    source: words.where.sources,
  };
  const known = fixed[field]?.[value];
  if (known !== undefined) return known;
  if (field === 'category') return categoryName(directory, value);
  if (field === 'team') return teamName(directory, value);
  if (field === 'assignee') return value === 'me' ? words.where.me : agentName(directory, value);
  return field === 'language' ? languageOf(value) : value;
}

function languageOf(code: string): string {
  try {
    return languageNames.of(code) ?? code;
  } catch {
    return code;
  }
}
