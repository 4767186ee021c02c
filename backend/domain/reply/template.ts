import type { OutgoingKind, Sentiment } from '../vocabulary.ts';

/** When a template fits; a condition that is not named holds always. */
export interface TemplateConditions {
  complaint?: boolean | undefined;
  /** Any of them. */
  sentiments?: Sentiment[] | undefined;
  category?: string | undefined;
  /** Whether somebody is at work now, by the calendar that the case goes by. */
  hours?: 'inside' | 'outside' | undefined;
}

/** A text with placeholders such as `{{case.number}}`; blank lines part its paragraphs. */
export interface Template {
  id: string;
  kind: OutgoingKind;
  name: string;
  /** Two letters, such as `de`; null fits every language. */
  language: string | null;
  when: TemplateConditions;
  text: string;
}

/** What is known of a case when a template for it is chosen. */
export interface Circumstances {
  language: string;
  complaint: boolean;
  sentiment: Sentiment;
  category: string;
  hours: 'inside' | 'outside';
}

const fallbackLanguage = 'en';

/**
 * The template that fits best: in the case's language before any language before English, then the one with the most
 * conditions; of equals the first. Undefined when none fits.
 */
export function chooseTemplate(
  templates: readonly Template[],
  kind: OutgoingKind,
  now: Circumstances,
): Template | undefined {
  const fitting = templates.filter((template) => template.kind === kind && fits(template.when, now));
  const inLanguage = (language: string | null) => fitting.filter((template) => template.language === language);
  const spoken = [inLanguage(now.language), inLanguage(null), inLanguage(fallbackLanguage)];
  const [best = []] = spoken.filter((some) => some.length > 0);
  return best.reduce<Template | undefined>(
    (found, one) => (found === undefined || conditions(one) > conditions(found) ? one : found),
    undefined,
  );
}

function fits(when: TemplateConditions, now: Circumstances): boolean {
  if (when.complaint !== undefined && when.complaint !== now.complaint) return false;
  if (when.sentiments !== undefined && !when.sentiments.includes(now.sentiment)) return false;
  if (when.category !== undefined && when.category !== now.category) return false;
  return when.hours === undefined || when.hours === now.hours;
}

function conditions({ when }: Template): number {
  return Object.values(when).filter((value) => value !== undefined).length;
}
