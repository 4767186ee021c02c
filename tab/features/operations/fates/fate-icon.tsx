import { ArrowRepeatAll16Regular } from '@fluentui/react-icons/svg/arrow-repeat-all';
import { Bot16Regular } from '@fluentui/react-icons/svg/bot';
import { Link16Regular } from '@fluentui/react-icons/svg/link';
import { Mail16Regular } from '@fluentui/react-icons/svg/mail';
import { MailCheckmark16Regular } from '@fluentui/react-icons/svg/mail-checkmark';
import { MailDismiss16Regular } from '@fluentui/react-icons/svg/mail-dismiss';
import { MailMultiple16Regular } from '@fluentui/react-icons/svg/mail-multiple';
import { ShieldError16Filled } from '@fluentui/react-icons/svg/shield-error';
import type { Fate } from '../../../../backend/contracts/fates.ts';

const icons = {
  opened: MailCheckmark16Regular,
  joined: Link16Regular,
  auto_reply: Bot16Regular,
  bulk: MailMultiple16Regular,
  bounce: MailDismiss16Regular,
  feedback_report: MailDismiss16Regular,
  own_message: ArrowRepeatAll16Regular,
  kept_apart: Mail16Regular,
  parked: ShieldError16Filled,
} satisfies Record<Fate['became'], unknown>;

export function FateIcon({ became }: { became: Fate['became'] }) {
  const Icon = icons[became];
  return <Icon aria-hidden />;
}
