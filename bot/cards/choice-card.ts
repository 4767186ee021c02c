import { sayAction } from './case-verbs.ts';
import type { AdaptiveCard } from './elements.ts';
import { card, openDashboard, sentence } from './parts.ts';
import { plain } from './plain.ts';

export interface ChoiceView {
  question: string;
  /** Whole commands; pressing one is writing it. */
  offers: string[];
  openUrl: string;
}

/** For what is not certain: a question, and what it might have meant. Nothing was done. */
export function choiceCard({ question, offers, openUrl }: ChoiceView): AdaptiveCard {
  const buttons = offers
    .slice(0, 4)
    .map((text, i) => sayAction(buttonWords(text), text, i === 0 ? 'positive' : undefined));
  return card({
    sentence: question,
    body: [
      sentence(plain(question, 300), { weight: 'bolder' }),
      sentence('Press what you mean, or write it another way.', { isSubtle: true }),
    ],
    actions: buttons.length < 4 ? [...buttons, openDashboard(openUrl)] : buttons,
  });
}

function buttonWords(text: string): string {
  const words = text.length > 40 ? `${text.slice(0, 39)}…` : text;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
