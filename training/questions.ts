import { shippedCategories } from '../backend/domain/vocabulary.ts';
import type { Question } from './lessons.ts';

/** What the engine is asked of every mail. */
export const questions = {
  category: { labels: [...shippedCategories], answer: ({ category }) => category, publicShare: 300, balance: 0.5 },
  complaint: {
    labels: ['no', 'yes'],
    answer: ({ complaint }) => (complaint === undefined ? undefined : complaint ? 'yes' : 'no'),
    publicShare: 300,
    balance: 0.5,
    moods: 2,
    mixed: 0,
  },
  mood: {
    labels: ['negative', 'neutral', 'positive'],
    answer: ({ sentiment }) => (sentiment === 'frustrated' ? 'negative' : sentiment),
    publicShare: 4_000,
    balance: 0.5,
    moods: 2,
  },
  pressing: {
    labels: ['high', 'medium', 'low'],
    answer: ({ priority }) => (priority === 'critical' || priority === 'urgent' ? 'high' : priority),
    publicShare: 0,
    balance: 1,
    moods: 3,
  },
} satisfies Record<string, Question>;
