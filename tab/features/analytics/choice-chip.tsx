import {
  Button,
  Menu,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Dismiss12Regular } from '@fluentui/react-icons/svg/dismiss';
import { type ReactNode, useState } from 'react';
import { analyticsWords } from './words.ts';

const words = analyticsWords.where;

const useStyles = makeStyles({
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '24px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  field: { fontWeight: tokens.fontWeightRegular, minWidth: 0, gap: '4px', whiteSpace: 'nowrap' },
  fixed: { padding: '0 8px', display: 'inline-flex', gap: '4px' },
  values: { fontWeight: tokens.fontWeightSemibold, maxWidth: '200px', overflow: 'hidden', textOverflow: 'ellipsis' },
  close: { minWidth: '24px', padding: 0 },
  popover: { maxHeight: '360px' },
});

interface ChoiceChipProps {
  name: string;
  /** What may be chosen; what is chosen already can be taken away although it is not among them. */
  values: readonly string[];
  chosen: readonly string[];
  nameOf: (value: string) => string;
  /** Was just added, so its values are open to choose from. */
  isFresh?: boolean;
  onSet: (values: string[]) => void;
  onClosed?: () => void;
}

/** A field that is narrowed to some of its values. */
export function ChoiceChip({ name, values, chosen, nameOf, isFresh = false, onSet, onClosed }: ChoiceChipProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(isFresh);
  return (
    <ChipFrame name={name} onRemove={chosen.length > 0 ? () => onSet([]) : null}>
      <Menu
        open={open}
        onOpenChange={(_, data) => {
          setOpen(data.open);
          if (!data.open) onClosed?.();
        }}
        checkedValues={{ [name]: [...chosen] }}
        onCheckedValueChange={(_, data) => onSet(data.checkedItems)}
      >
        <MenuTrigger disableButtonEnhancement>
          <Button className={styles.field} appearance="transparent" size="small">
            {name}
            <span className={styles.values}>{chosen.map(nameOf).join(', ')}</span>
          </Button>
        </MenuTrigger>
        <MenuPopover className={styles.popover}>
          <MenuList aria-label={words.anyOf(name)}>
            {[...new Set([...values, ...chosen])].map((value) => (
              <MenuItemCheckbox key={value} name={name} value={value}>
                {nameOf(value)}
              </MenuItemCheckbox>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </ChipFrame>
  );
}

/** Something that narrows and is only kept or taken away. */
export function FixedChip({ name, text, onRemove }: { name: string; text: string; onRemove: () => void }) {
  const styles = useStyles();
  return (
    <ChipFrame name={name} onRemove={onRemove}>
      <span className={styles.fixed}>
        {name}
        {text !== '' && <span className={styles.values}>{text}</span>}
      </span>
    </ChipFrame>
  );
}

function ChipFrame({ name, onRemove, children }: { name: string; onRemove: (() => void) | null; children: ReactNode }) {
  const styles = useStyles();
  return (
    <span className={styles.chip}>
      {children}
      {onRemove !== null && (
        <Button
          className={styles.close}
          appearance="transparent"
          size="small"
          icon={<Dismiss12Regular />}
          aria-label={words.remove(name)}
          onClick={onRemove}
        />
      )}
    </span>
  );
}
