import { shippedCategories } from '../backend/domain/vocabulary.ts';
import type { Question } from './lessons.ts';

/** What the engine is asked of every mail. */
export const questions = {
  category: { labels: [...shippedCategories], answer: ({ category }) => category, publicShare: 300 },
  complaint: {
    labels: ['no', 'yes'],
    answer: ({ complaint }) => (complaint === undefined ? undefined : complaint ? 'yes' : 'no'),
    publicShare: 300,
  },
  mood: {
    labels: ['negative', 'neutral', 'positive'],
    answer: ({ sentiment }) => (sentiment === 'frustrated' ? 'negative' : sentiment),
    publicShare: 2_000,
  },
  pressing: {
    labels: ['high', 'medium', 'low'],
    answer: ({ priority }) => (priority === 'critical' || priority === 'urgent' ? 'high' : priority),
    publicShare: 0,
  },
} satisfies Record<string, Question>;
