import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Regular, CheckmarkCircle20Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { Clock16Regular, Clock20Regular } from '@fluentui/react-icons/svg/clock';
import { ClockAlarm16Filled, ClockAlarm20Filled } from '@fluentui/react-icons/svg/clock-alarm';
import { ErrorCircle16Filled, ErrorCircle20Filled } from '@fluentui/react-icons/svg/error-circle';
import { PauseCircle16Regular, PauseCircle20Regular } from '@fluentui/react-icons/svg/pause-circle';
import type { ClockTone } from './clock-reading.ts';
import type { Icon } from './icon-word.tsx';

/** Icon of each state of a clock: 16 in rows, 20 in heads. */
export const clockIcons: Record<ClockTone, { small: Icon; large: Icon }> = {
  ok: { small: Clock16Regular, large: Clock20Regular },
  at_risk: { small: ClockAlarm16Filled, large: ClockAlarm20Filled },
  breached: { small: ErrorCircle16Filled, large: ErrorCircle20Filled },
  paused: { small: PauseCircle16Regular, large: PauseCircle20Regular },
  met: { small: CheckmarkCircle16Regular, large: CheckmarkCircle20Regular },
  none: { small: Clock16Regular, large: Clock20Regular },
};

/** Text colour of each state; icon and words say the same without it. */
export const useToneStyles = makeStyles({
  ok: { color: tokens.colorNeutralForeground2 },
  at_risk: { color: tokens.colorStatusWarningForeground1 },
  breached: { color: tokens.colorStatusDangerForeground3 },
  paused: { color: tokens.colorNeutralForeground3 },
  met: { color: tokens.colorStatusSuccessForeground1 },
  none: { color: tokens.colorNeutralForeground3 },
});
