import { Select } from '@fluentui/react-components';
import type { Choice } from '../../../session/directory-names.ts';

interface ChooseProps {
  label: string;
  value: string;
  choices: readonly Choice[];
  onChoose: (id: string) => void;
  className?: string | undefined;
}

/** One of a list. What stands there stays to be seen, also when it is no choice any more. */
export function Choose({ label, value, choices, onChoose, className }: ChooseProps) {
  const known = choices.some(({ id }) => id === value);
  return (
    <Select
      className={className}
      size="small"
      aria-label={label}
      value={value}
      onChange={(_, data) => onChoose(data.value)}
    >
      {!known && <option value={value}>{value}</option>}
      {choices.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}

/** Choices from a catalogue of words. */
export function choicesOf<K extends string>(catalogue: Record<K, string>): { id: K; name: string }[] {
  return (Object.keys(catalogue) as K[]).map((id) => ({ id, name: catalogue[id] }));
}
