import { Select } from '@fluentui/react-components';
import type { Scope } from './scope.ts';
import { analyticsWords } from './words.ts';

const words = analyticsWords.clock;

/** Whether minutes are those of the calendars or of the clock on the wall. */
export function ClockChoice({ clock, onChoose }: { clock: Scope['clock']; onChoose: (clock: Scope['clock']) => void }) {
  return (
    <Select
      size="small"
      aria-label={words.label}
      value={clock}
      onChange={(_, data) => onChoose(data.value === 'wall' ? 'wall' : 'business')}
    >
      <option value="business">{words.business}</option>
      <option value="wall">{words.wall}</option>
    </Select>
  );
}
