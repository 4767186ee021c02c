import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Archive16Regular } from '@fluentui/react-icons/svg/archive';
import { ChevronUp16Regular } from '@fluentui/react-icons/svg/chevron-up';
import { CircleHalfFill16Regular } from '@fluentui/react-icons/svg/circle-half-fill';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { Merge16Regular } from '@fluentui/react-icons/svg/merge';
import { PersonAdd16Regular } from '@fluentui/react-icons/svg/person-add';
import { Tag16Regular } from '@fluentui/react-icons/svg/tag';
import type { ReactNode } from 'react';
import type { Icon } from '../../../../ui/icon-word.tsx';
import { Person, Unassigned } from '../../../../ui/person.tsx';
import { PriorityLabel } from '../../../../ui/priority.tsx';
import { StatusLabel } from '../../../../ui/status.tsx';
import { useDirectory } from '../../../session/directory.tsx';
import { TextButton } from '../../../shell/text-button.tsx';
import { priorities, statuses } from '../filter.ts';
import { listWords } from '../words.ts';
import { CloseDialog, MergeDialog, TagDialog } from './bulk-dialogs.tsx';
import type { BulkChoice, BulkPart } from './use-bulk-choice.ts';

const { bulk: words } = listWords;

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '2px 8px',
    minHeight: '44px',
    flexShrink: 0,
    padding: '0 12px 0 20px',
    borderTop: `1px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  count: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  space: { flexGrow: 1 },
  plain: { fontWeight: tokens.fontWeightRegular },
  list: { maxHeight: '440px', overflowY: 'auto' },
});

/** What can be done to all selected cases at once, at the foot of the list. */
export function BulkBar({ choice }: { choice: BulkChoice }) {
  const styles = useStyles();
  const { agents } = useDirectory();
  const { selection, total, count, act } = choice;
  return (
    <section className={styles.bar} aria-label={words.bar}>
      <span className={styles.count} role="status">
        {selection.all ? words.allSelected(count) : words.selected(count)}
      </span>
      {!selection.all && total > count && <TextButton onClick={choice.selectAll}>{words.selectAll(total)}</TextButton>}
      <BarMenu part="assign" icon={PersonAdd16Regular} choice={choice}>
        <MenuItem onClick={() => act.assign('me')}>{choice.meWord}</MenuItem>
        <MenuItem onClick={() => act.assign(null)}>
          <Unassigned />
        </MenuItem>
        {agents.map(({ id, name }) => (
          <MenuItem key={id} onClick={() => act.assign(id)}>
            <Person id={id} name={name} />
          </MenuItem>
        ))}
      </BarMenu>
      <BarMenu part="status" icon={CircleHalfFill16Regular} choice={choice}>
        {statuses.map((status) => (
          <MenuItem key={status} onClick={() => act.status(status)}>
            <StatusLabel status={status} />
          </MenuItem>
        ))}
      </BarMenu>
      <BarMenu part="priority" icon={ChevronUp16Regular} choice={choice}>
        {priorities.map((priority) => (
          <MenuItem key={priority} onClick={() => act.priority(priority)}>
            <PriorityLabel priority={priority} />
          </MenuItem>
        ))}
      </BarMenu>
      <BarButton part="tag" icon={Tag16Regular} choice={choice} />
      <BarButton part="merge" icon={Merge16Regular} choice={choice} disabled={choice.mergeable.length < 2} />
      <BarButton part="close" icon={Archive16Regular} choice={choice} />
      <span className={styles.space} />
      <Button
        appearance="subtle"
        size="small"
        icon={<Dismiss16Regular />}
        aria-label={words.clear}
        title={words.clear}
        onClick={selection.clear}
      />
      {choice.open === 'tag' && <TagDialog choice={choice} />}
      {choice.open === 'merge' && <MergeDialog choice={choice} />}
      {choice.open === 'close' && <CloseDialog choice={choice} />}
    </section>
  );
}

interface BarPartProps {
  part: BulkPart;
  icon: Icon;
  choice: BulkChoice;
}

function BarMenu({ part, icon: Mark, choice, children }: BarPartProps & { children: ReactNode }) {
  const styles = useStyles();
  return (
    <Menu open={choice.open === part} onOpenChange={(_, data) => choice.setOpen(data.open ? part : null)}>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" size="small" className={styles.plain} icon={<Mark />}>
          {words[part]}
        </Button>
      </MenuTrigger>
      <MenuPopover className={styles.list}>
        <MenuList aria-label={words[part]}>{children}</MenuList>
      </MenuPopover>
    </Menu>
  );
}

function BarButton({ part, icon: Mark, choice, disabled = false }: BarPartProps & { disabled?: boolean }) {
  const styles = useStyles();
  return (
    <Button
      appearance="subtle"
      size="small"
      className={styles.plain}
      icon={<Mark />}
      disabledFocusable={disabled}
      onClick={() => !disabled && choice.setOpen(part)}
    >
      {words[part]}
    </Button>
  );
}
