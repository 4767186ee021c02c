import type { Case } from '../../backend/contracts/case.ts';
import { clockNames, leadingClock, type NamedClock } from '../../backend/contracts/clock-words.ts';
import { statusWords } from '../../backend/contracts/words.ts';
import { amount, instant } from './instants.ts';
import type { Band } from './parts.ts';

/** What the head of a case's card says. Time and trouble come before the status; red and amber are the clocks' alone. */
export function caseBand(value: Case): Band {
  if (value.status === 'resolved' || value.status === 'closed') return endedBand(value);
  const leading = leadingClock(value.sla);
  if (leading !== null && leading.clock.due !== null) {
    const due = instant(leading.clock.due, value.updatedAt);
    if (leading.clock.state === 'breached') return alarm('attention', leading, 'overdue', `since ${due}`);
    if (leading.clock.state === 'at_risk') return alarm('warning', leading, 'at risk', `due ${due}`);
    if (value.status !== 'new') {
      return { style: 'emphasis', state: statusWords[value.status], right: `${clockNames[leading.name]} due ${due}` };
    }
  }
  if (value.status === 'new') return { style: 'emphasis', state: 'New case', right: value.number };
  return {
    style: 'emphasis',
    state: statusWords[value.status],
    right: leading === null ? value.number : 'clock paused',
  };
}

function alarm(style: 'attention' | 'warning', { name }: NamedClock, word: string, right: string): Band {
  return { style, state: `${clockNames[name]} ${word}`, right };
}

function endedBand(value: Case): Band {
  const state = statusWords[value.status];
  const right = settled(value) ?? value.number;
  return { style: value.status === 'resolved' ? 'good' : 'emphasis', state, right };
}

/** How the resolve clock ended, as an amount that no longer changes; null when it never ran. */
function settled({ sla: { resolution } }: Case): string | null {
  if (resolution.due === null || resolution.at === undefined) return null;
  const left = Date.parse(resolution.due) - Date.parse(resolution.at);
  return left >= 0 ? `${amount(left, 'down')} to spare` : `${amount(-left, 'up')} late`;
}
