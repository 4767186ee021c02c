import {
  Button,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ChevronDown12Regular } from '@fluentui/react-icons/svg/chevron-down';
import type { ReactElement, ReactNode } from 'react';
import { useHiddenText } from '../../../ui/hidden-text.ts';

export interface FieldOption {
  /** Null is the choice of nothing. */
  value: string | null;
  label: ReactNode;
  depth?: number;
}

const useStyles = makeStyles({
  field: { display: 'inline-flex', alignItems: 'center', gap: '4px', minWidth: 0 },
  name: { color: tokens.colorNeutralForeground3 },
  button: {
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    minWidth: 0,
    padding: '2px 4px',
    minHeight: '24px',
    gap: '2px',
  },
  popover: { maxHeight: '440px', overflowY: 'auto' },
  fixed: { padding: '2px 4px' },
});

interface FieldMenuProps {
  name: string;
  shown: ReactElement;
  value: string | null;
  options: FieldOption[];
  /** False shows the value alone. */
  editable: boolean;
  open: boolean;
  onOpen: (open: boolean) => void;
  onChoose: (value: string | null) => void;
}

const nothing = '\u0000';

/** A field of the case: its value, and a menu of what it may become. */
export function FieldMenu({ name, shown, value, options, editable, open, onOpen, onChoose }: FieldMenuProps) {
  const styles = useStyles();
  const hidden = useHiddenText();
  if (!editable) {
    return (
      <span className={styles.field}>
        <span className={styles.name}>{name}</span>
        <span className={styles.fixed}>{shown}</span>
      </span>
    );
  }
  return (
    <span className={styles.field}>
      <span className={styles.name} aria-hidden>
        {name}
      </span>
      <Menu
        open={open}
        onOpenChange={(_, data) => onOpen(data.open)}
        checkedValues={{ value: [value ?? nothing] }}
        onCheckedValueChange={(_, data) => {
          const [chosen] = data.checkedItems;
          if (chosen !== undefined) onChoose(chosen === nothing ? null : chosen);
        }}
      >
        <MenuTrigger>
          <Button
            appearance="subtle"
            size="small"
            className={styles.button}
            icon={<ChevronDown12Regular />}
            iconPosition="after"
          >
            <span className={hidden}>{name}: </span>
            {shown}
          </Button>
        </MenuTrigger>
        <MenuPopover className={styles.popover}>
          <MenuList aria-label={name}>
            {options.map((option) => (
              <MenuItemRadio
                key={option.value ?? nothing}
                name="value"
                value={option.value ?? nothing}
                style={{ paddingLeft: 8 + (option.depth ?? 0) * 16 }}
              >
                {option.label}
              </MenuItemRadio>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </span>
  );
}
