import type { Analysis, AnalysisInput } from '../../domain/triage/analysis.ts';
import { guessCategory } from '../../domain/triage/category.ts';
import { isComplaint } from '../../domain/triage/complaint.ts';
import { moodOf } from '../../domain/triage/mood.ts';
import { guessPriority } from '../../domain/triage/priority.ts';
import { summarise } from '../../domain/triage/summary.ts';
import type { Analyst } from '../../ports/analyst.ts';
import { languageOf } from './language.ts';

/** Below this a person should look. */
const sureEnough = 0.7;
const longestText = 20_000;
/** Languages the word lists know; of others only the language itself can be told. */
const known = new Set(['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'und']);

/** An analyst without network and without luck: the same mail always gets the same answer, within milliseconds. */
export function createLocalAnalyst(): Analyst {
  return { immediate: true, analyse: async (input) => analyse(input) };
}

function analyse(given: AnalysisInput): Analysis {
  const input = { subject: given.subject.slice(0, 500), text: given.text.slice(0, longestText) };
  const language = languageOf(`${input.subject}. ${input.text}`);
  const { category, confidence } = guessCategory(input);
  const { priority, reasons } = guessPriority(input, category);
  const mood = moodOf(input);
  const sure = known.has(language) ? confidence : Math.min(confidence, 0.4);
  return {
    category,
    complaint: isComplaint(input),
    priority,
    priorityReasons: reasons,
    sentiment: mood.sentiment,
    language,
    summary: summarise(input),
    confidence: sure,
    needsReview: sure < sureEnough,
    engine: 'local',
  };
}
