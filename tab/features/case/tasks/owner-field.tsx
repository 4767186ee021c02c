import { Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { useDirectory } from '../../../session/directory.tsx';
import { sideWords } from '../side/words.ts';

const words = sideWords.tasks;
const outside = '@';

/** Somebody who works here, or somebody outside by their address. */
export interface TaskOwner {
  owner: string | null;
  ownerEmail: string | null;
}

export function OwnerField({ value, onChange }: { value: TaskOwner; onChange: (value: TaskOwner) => void }) {
  const { agents } = useDirectory();
  const [isOutside, setOutside] = useState(value.ownerEmail !== null);
  return (
    <>
      <Field label={words.owner} size="small">
        <Select
          size="small"
          value={isOutside ? outside : (value.owner ?? '')}
          onChange={(_, data) => {
            setOutside(data.value === outside);
            onChange({ owner: data.value === outside || data.value === '' ? null : data.value, ownerEmail: null });
          }}
        >
          <option value="">{words.nobody}</option>
          {agents.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value={outside}>{words.outside}</option>
        </Select>
      </Field>
      {isOutside && (
        <Field label={words.email} hint={words.emailHint} size="small">
          <Input
            size="small"
            type="email"
            value={value.ownerEmail ?? ''}
            onChange={(_, data) => onChange({ owner: null, ownerEmail: data.value === '' ? null : data.value })}
          />
        </Field>
      )}
    </>
  );
}
