import {
  Menu,
  MenuButton,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  button: {
    justifyContent: 'flex-start',
    minWidth: 0,
    maxWidth: '100%',
    padding: '4px 8px',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    '& > .fui-MenuButton__menuIcon': { marginLeft: 'auto', fontSize: '12px', paddingLeft: '4px' },
  },
  wide: { width: '100%' },
  content: { display: 'inline-flex', minWidth: 0, overflow: 'hidden' },
  list: { maxHeight: '60vh', overflowY: 'auto' },
});

export interface PickerOption {
  key: string;
  /** What is typed to get there, and what a screen reader says. */
  text: string;
  content: ReactNode;
}

interface PickerProps {
  /** Name of the field. */
  label: string;
  value: string;
  shown: ReactNode;
  /** What `shown` says, in words. */
  shownText: string;
  options: PickerOption[];
  onPick: (key: string) => void;
  disabled?: boolean;
  wide?: boolean;
}

/** One field of the case: a button that shows the value and opens the values it may take. */
export function Picker({
  label,
  value,
  shown,
  shownText,
  options,
  onPick,
  disabled = false,
  wide = false,
}: PickerProps) {
  const styles = useStyles();
  function picked(keys: string[]): void {
    const key = keys[0];
    if (key !== undefined && key !== value) onPick(key);
  }
  return (
    <Menu checkedValues={{ value: [value] }} onCheckedValueChange={(_, data) => picked(data.checkedItems)}>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          aria-label={`${label}: ${shownText}`}
          className={mergeClasses(styles.button, wide && styles.wide)}
          disabled={disabled || options.length === 0}
        >
          <span className={styles.content}>{shown}</span>
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList className={styles.list} aria-label={label}>
          {options.map((option) => (
            <MenuItemRadio key={option.key} name="value" value={option.key} aria-label={option.text}>
              {option.content}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
