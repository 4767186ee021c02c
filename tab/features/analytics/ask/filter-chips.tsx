import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, makeStyles } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import type { AskQuery } from '../../../../backend/contracts/ask.ts';
import { statusWords } from '../../../../ui/words.ts';
import { useDirectory } from '../../../session/directory.tsx';
import { ChoiceChip, FixedChip } from '../choice-chip.tsx';
import { valueName } from '../group-names.ts';
import { rangeText } from '../period.ts';
import { valuesOf } from '../where-bar.tsx';
import { analyticsWords } from '../words.ts';
import { words } from './words.ts';

type Filter = AskQuery['filter'];

const chosenFields = [
  'status',
  'priority',
  'sla',
  'category',
  'team',
  'assignee',
  'sentiment',
  'source',
  'language',
  'tag',
  'customer',
] as const;
type ChosenField = (typeof chosenFields)[number];

const useStyles = makeStyles({ add: { minWidth: 'auto' } });

interface FilterChipsProps {
  filter: Filter;
  onChange: (filter: Filter) => void;
}

/** Which cases the question is about: a chip for each thing that narrows them, and a way to narrow by another. */
export function FilterChips({ filter, onChange }: FilterChipsProps) {
  const styles = useStyles();
  const directory = useDirectory();
  const [fresh, setFresh] = useState<ChosenField | null>(null);
  const shown = chosenFields.filter((field) => filter[field] !== undefined || field === fresh);
  const others = chosenFields.filter((field) => !shown.includes(field) && choices(field).length > 0);
  function choices(field: ChosenField): readonly string[] {
    if (field === 'status') return Object.keys(statusWords);
    return field === 'sla' ? Object.keys(words.sla) : valuesOf(field, directory);
  }
  const nameOf = (field: ChosenField, value: string) =>
    field === 'sla' ? words.sla[value as keyof typeof words.sla] : valueName(field, value, directory);
  const set = (field: ChosenField, values: string[]) => {
    const { [field]: _, ...rest } = filter;
    onChange(values.length === 0 ? rest : { ...rest, [field]: values });
  };
  return (
    <>
      {shown.map((field) => (
        <ChoiceChip
          key={field}
          name={fieldName(field)}
          values={choices(field)}
          chosen={filter[field] ?? []}
          nameOf={(value) => nameOf(field, value)}
          isFresh={field === fresh}
          onSet={(values) => set(field, values)}
          onClosed={() => setFresh(null)}
        />
      ))}
      <OtherChips filter={filter} onChange={onChange} />
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button className={styles.add} appearance="subtle" size="small" icon={<Add16Regular />}>
            {analyticsWords.where.add}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {others.map((field) => (
              <MenuItem key={field} onClick={() => setFresh(field)}>
                {fieldName(field)}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </>
  );
}

/** What a question says and no menu offers; it can be taken away. */
function OtherChips({ filter, onChange }: FilterChipsProps) {
  const { complaint, createdFrom, createdTo, dueBefore, q } = filter;
  const drop = (...names: (keyof Filter)[]) =>
    onChange(Object.fromEntries(Object.entries(filter).filter(([name]) => !names.some((one) => one === name))));
  return (
    <>
      {complaint !== undefined && (
        <FixedChip
          name={complaint ? words.complaints : words.noComplaints}
          text=""
          onRemove={() => drop('complaint')}
        />
      )}
      {(createdFrom !== undefined || createdTo !== undefined) && (
        <FixedChip
          name={words.created}
          text={daysText(createdFrom, createdTo)}
          onRemove={() => drop('createdFrom', 'createdTo')}
        />
      )}
      {dueBefore !== undefined && (
        <FixedChip name={words.due} text={daysText(undefined, dueBefore)} onRemove={() => drop('dueBefore')} />
      )}
      {q !== undefined && <FixedChip name={words.withWords} text={q} onRemove={() => drop('q')} />}
    </>
  );
}

function fieldName(field: ChosenField): string {
  return field === 'sla' ? words.clock : analyticsWords.where.fields[field];
}

/** Days of which the last is included. */
function daysText(from: string | undefined, to: string | undefined): string {
  const firstMs = from === undefined ? null : Date.parse(from);
  const lastMs = to === undefined ? null : Date.parse(to) - 1;
  if (firstMs === null) return lastMs === null ? '' : words.until(rangeText(lastMs, lastMs));
  return lastMs === null ? words.since(rangeText(firstMs, firstMs)) : rangeText(firstMs, lastMs);
}
