import { fullDay } from '../../../../ui/format.ts';
import { priorityWords, sentimentWords, statusWords } from '../../../../ui/words.ts';
import { agentName, categoryName, type Directory, teamName } from '../../../session/directory-names.ts';
import { words } from '../../../words.ts';
import { type ChoiceKey, type Filter, fixedChoices, type PeriodKey } from '../filter.ts';
import { listWords } from '../words.ts';

const { filter: filterWords } = listWords;

/** What can be chosen for a filter; null where the values are anybody's own words. */
export function valuesOf(name: ChoiceKey, directory: Directory): readonly string[] | null {
  const fixed = fixedChoices[name];
  if (fixed !== undefined) return fixed;
  if (name === 'category') return directory.categories.map((each) => each.id);
  if (name === 'team') return [...directory.teams.map((each) => each.id), 'none'];
  return name === 'assignee' ? ['me', 'none', ...directory.agents.map((each) => each.id)] : null;
}

/** A chosen value in words. */
export function valueName(name: ChoiceKey, value: string, directory: Directory): string {
  const tables: Partial<Record<ChoiceKey, Record<string, string>>> = {
    status: statusWords,
    priority: priorityWords,
    sentiment: sentimentWords,
    sla: filterWords.sla,
    source: filterWords.source,
    assignee: { me: words.list.me, none: filterWords.nobody },
    team: { none: words.case.noTeam },
  };
  const known = tables[name]?.[value];
  if (known !== undefined) return known;
  if (name === 'category') return categoryName(directory, value);
  if (name === 'team') return teamName(directory, value);
  return name === 'assignee' ? agentName(directory, value) : value;
}

/** A period in words: "Last 30 days", "Within 2 hours", "24 Nov". */
export function periodName(name: PeriodKey, text: string): string {
  const [, amount = '', unit = 'd'] = /^(\d+)([hdw])$/.exec(text) ?? [];
  if (amount !== '') {
    const say = name === 'due' ? filterWords.within : filterWords.last;
    return say(Number(amount), unit as 'h' | 'd' | 'w');
  }
  if (text === 'today') return filterWords.today;
  const [from = '', to = from] = text.split('..');
  return from === to ? fullDay(from) : `${fullDay(from)} – ${fullDay(to)}`;
}

/** All that one filter says, in words. */
export function chosenWords(name: ChoiceKey | PeriodKey, filter: Filter, directory: Directory): string {
  if (name === 'created' || name === 'updated' || name === 'due') return periodName(name, filter[name]);
  return filter[name].map((value) => valueName(name, value, directory)).join(', ');
}
