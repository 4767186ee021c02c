import type { ShippedCategory } from '../vocabulary.ts';
import type { Analysis, SuggestedTask } from './analysis.ts';

type Known = Pick<Analysis, 'complaint' | 'priority' | 'priorityReasons' | 'entities' | 'summary'> & {
  category: ShippedCategory;
};

const first: Record<ShippedCategory, (of: string) => string> = {
  technical: () => 'Reproduce the fault, or ask for the steps and the error text.',
  billing: (of) => `Compare what was charged with the contract${of}.`,
  account: () => 'Confirm who is asking before anything on the account is changed.',
  feature_request: () => 'Note the wish for the product team and tell the customer what happens with it.',
  general: (of) => `Answer the question${of}.`,
};

const tasks: Record<ShippedCategory, (of: string) => string[]> = {
  technical: () => ['Reproduce the fault and note the steps'],
  billing: (of) => [`Check the charge${of}`],
  account: () => ['Verify the identity of the requester'],
  feature_request: () => ['Record the wish for the product team'],
  general: (of) => [`Answer the question${of}`],
};

/** What the person who takes the case would do first. */
export function nextStepOf(known: Known): string {
  if (known.priority === 'critical') return 'Call now: people, property or data may be in danger.';
  if (known.complaint) return 'Call or write personally: acknowledge the complaint before solving the matter.';
  return first[known.category](numberOf(known));
}

/** Up to four tasks, each with what it rests on. */
export function suggestTasks(known: Known): SuggestedTask[] {
  const because = known.priorityReasons[0] ?? known.summary;
  const titles = tasks[known.category](numberOf(known)).map((title) => ({ title, because: known.summary }));
  const urgent =
    known.priority === 'critical' || known.priority === 'urgent' ? [{ title: 'Call the customer now', because }] : [];
  const sorry = known.complaint
    ? [{ title: 'Answer the complaint personally', because: 'The writer complains of how they were treated.' }]
    : [];
  const date = known.entities.dates[0];
  const dated =
    date === undefined ? [] : [{ title: `Check what was agreed for ${date}`, because: `The mail names ${date}.` }];
  return [...urgent, ...sorry, ...titles, ...dated].slice(0, 4);
}

function numberOf({ entities }: Known): string {
  const number = entities.numbers[0];
  return number === undefined ? '' : ` (${number})`;
}
