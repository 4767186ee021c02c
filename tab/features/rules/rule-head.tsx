import { Button, Input, makeStyles, Switch, tokens } from '@fluentui/react-components';
import { ArrowDown16Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp16Regular } from '@fluentui/react-icons/svg/arrow-up';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import { Delete16Regular } from '@fluentui/react-icons/svg/delete';
import type { Rule } from '../../../backend/contracts/workflow.ts';
import { moved } from './rule-edits.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', minHeight: '36px' },
  name: { flexGrow: 1, flexBasis: '220px', minWidth: 0, fontWeight: tokens.fontWeightSemibold },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '4px', marginLeft: '-8px' },
  button: { fontWeight: tokens.fontWeightRegular, minWidth: 'auto' },
});

interface RuleHeadProps {
  rule: Rule;
  order: Rule[];
  readOnly: boolean;
  onEdit: (part: Partial<Rule>) => void;
  onReorder: (order: Rule[]) => void;
  onRemove: () => void;
  onDuplicate: () => void;
}

/** Name and switch of the rule, and what can be done with it as a whole. */
export function RuleHead({ rule, order, readOnly, onEdit, onReorder, onRemove, onDuplicate }: RuleHeadProps) {
  const styles = useStyles();
  const at = order.findIndex(({ id }) => id === rule.id);
  const shared = { className: styles.button, appearance: 'subtle', size: 'small' } as const;
  return (
    <>
      <div className={styles.head}>
        <Input
          className={styles.name}
          aria-label={words.head.name}
          maxLength={100}
          value={rule.name}
          onChange={(_, data) => onEdit({ name: data.value })}
        />
        <Switch
          label={rule.enabled ? words.head.on : words.head.off}
          checked={rule.enabled}
          onChange={(_, data) => onEdit({ enabled: data.checked })}
        />
      </div>
      {!readOnly && (
        <div className={styles.buttons}>
          <Button
            {...shared}
            icon={<ArrowUp16Regular />}
            disabledFocusable={at === 0}
            onClick={() => onReorder(moved(order, at, -1))}
          >
            {words.head.up}
          </Button>
          <Button
            {...shared}
            icon={<ArrowDown16Regular />}
            disabledFocusable={at === order.length - 1}
            onClick={() => onReorder(moved(order, at, 1))}
          >
            {words.head.down}
          </Button>
          <Button {...shared} icon={<Copy16Regular />} onClick={onDuplicate}>
            {words.head.duplicate}
          </Button>
          <Button {...shared} icon={<Delete16Regular />} onClick={onRemove}>
            {words.head.remove}
          </Button>
        </div>
      )}
    </>
  );
}
