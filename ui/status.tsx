import { Archive16Regular } from '@fluentui/react-icons/svg/archive';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { CircleHalfFill16Regular } from '@fluentui/react-icons/svg/circle-half-fill';
import { CircleHint16Regular } from '@fluentui/react-icons/svg/circle-hint';
import { PersonClock16Regular } from '@fluentui/react-icons/svg/person-clock';
import { PersonQuestionMark16Regular } from '@fluentui/react-icons/svg/person-question-mark';
import { Wrench16Regular } from '@fluentui/react-icons/svg/wrench';
import type { Case } from '../backend/contracts/case.ts';
import { type Icon, IconWord } from './icon-word.tsx';
import { statusWords } from './words.ts';

export type Status = Case['status'];

/** In the order in which a case usually goes through them. */
export const statusIcons: Record<Status, Icon> = {
  new: CircleHint16Regular,
  in_progress: CircleHalfFill16Regular,
  awaiting_customer: PersonClock16Regular,
  awaiting_vendor: Wrench16Regular,
  awaiting_approval: PersonQuestionMark16Regular,
  resolved: CheckmarkCircle16Regular,
  closed: Archive16Regular,
};

export function StatusLabel({ status }: { status: Status }) {
  return <IconWord icon={statusIcons[status]}>{statusWords[status]}</IconWord>;
}
