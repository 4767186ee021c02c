import type { CaseStatus, Priority, Sentiment, ShippedCategory } from '../domain/vocabulary.ts';

/** The one catalogue of words for tab, pane, bot and mail. */
export const statusWords: Record<CaseStatus, string> = {
  new: 'New',
  in_progress: 'In progress',
  awaiting_customer: 'Awaiting customer',
  awaiting_vendor: 'Awaiting vendor',
  awaiting_approval: 'Awaiting approval',
  resolved: 'Resolved',
  closed: 'Closed',
};

export const priorityWords: Record<Priority, string> = {
  critical: 'Critical',
  urgent: 'Urgent',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

export const sentimentWords: Record<Sentiment, string> = {
  positive: 'Positive',
  neutral: 'Neutral',
  negative: 'Negative',
  frustrated: 'Frustrated',
};

export const shippedCategoryWords: Record<ShippedCategory, string> = {
  technical: 'Technical',
  billing: 'Billing',
  account: 'Account',
  feature_request: 'Feature request',
  general: 'General',
};

/** A category key as people read it; own keys of an administrator are shown with spaces and a capital. */
export function categoryWord(key: string): string {
  const shipped: Record<string, string> = shippedCategoryWords;
  return shipped[key] ?? key.charAt(0).toUpperCase() + key.slice(1).replaceAll('_', ' ');
}

export { surveyLanguages } from '../domain/vocabulary.ts';
