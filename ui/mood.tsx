import { Emoji16Regular } from '@fluentui/react-icons/svg/emoji';
import { EmojiAngry16Regular } from '@fluentui/react-icons/svg/emoji-angry';
import { EmojiMeh16Regular } from '@fluentui/react-icons/svg/emoji-meh';
import { EmojiSad16Regular } from '@fluentui/react-icons/svg/emoji-sad';
import type { Case } from '../backend/contracts/case.ts';
import { type Icon, IconWord } from './icon-word.tsx';
import { sentimentWords } from './words.ts';

export type Mood = Case['sentiment'];

const moodIcons: Record<Mood, Icon> = {
  frustrated: EmojiAngry16Regular,
  negative: EmojiSad16Regular,
  neutral: EmojiMeh16Regular,
  positive: Emoji16Regular,
};

/** The customer's mood: on the case and in the pane, never in a list. */
export function MoodLabel({ mood }: { mood: Mood }) {
  return <IconWord icon={moodIcons[mood]}>{sentimentWords[mood]}</IconWord>;
}
