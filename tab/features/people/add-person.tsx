import { Button, Input, Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import { words } from './words.ts';

/** Asks for somebody's sign-in name, to be found in the company's directory. */
export function AddPerson({ disabled, onAdd }: { disabled: boolean; onAdd: (id: string) => void }) {
  const [open, setOpen] = useState(false);
  const [id, setId] = useState('');
  const find = () => {
    if (id.trim() === '') return;
    onAdd(id.trim());
    setId('');
    setOpen(false);
  };
  return (
    <Popover open={open} trapFocus onOpenChange={(_, data) => setOpen(data.open)}>
      <PopoverTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle" icon={<Add16Regular />} disabled={disabled}>
          {words.agents.add}
        </Button>
      </PopoverTrigger>
      <PopoverSurface aria-label={words.agents.add}>
        <Input
          size="small"
          aria-label={words.agents.who}
          placeholder={words.agents.who}
          value={id}
          onChange={(_, data) => setId(data.value)}
          onKeyDown={(event) => event.key === 'Enter' && find()}
        />{' '}
        <Button size="small" appearance="primary" onClick={find}>
          {words.agents.find}
        </Button>
      </PopoverSurface>
    </Popover>
  );
}
