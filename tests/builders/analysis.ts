import type { Analysis } from '../../backend/domain/triage/analysis.ts';

/** An analysis with nothing remarkable in it. */
export function anAnalysis(fields: Partial<Analysis> = {}): Analysis {
  return {
    category: 'technical',
    complaint: false,
    priority: 'high',
    priorityReasons: ['water'],
    sentiment: 'negative',
    language: 'en',
    summary: 'Water drips into the kitchen.',
    entities: { numbers: [], dates: [], places: [], people: [] },
    suggestedTasks: [],
    nextStep: 'Call the customer.',
    confidence: 0.8,
    needsReview: false,
    engine: 'local',
    ...fields,
  };
}
