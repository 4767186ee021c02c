import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { BranchFork16Regular } from '@fluentui/react-icons/svg/branch-fork';
import { FolderArrowRight16Regular } from '@fluentui/react-icons/svg/folder-arrow-right';
import { MoreHorizontal16Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { useState } from 'react';
import type { Case } from '../../../../backend/contracts/case.ts';
import type { Message } from '../../../../backend/contracts/message.ts';
import { PickCaseDialog } from './pick-case-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';
import type { CaseActions } from './use-case-actions.ts';
import { actionWords as words } from './words.ts';

interface MessageMenuProps {
  value: Case;
  message: Message;
  from: string;
  actions: CaseActions;
}

/** Puts a mail that landed on the wrong case where it belongs. */
export function MessageMenu({ value, message, from, actions }: MessageMenuProps) {
  const [asking, setAsking] = useState<'move' | 'split' | null>(null);
  const close = () => setAsking(null);
  if (!value.actions.includes('move_messages')) return null;
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            size="small"
            icon={<MoreHorizontal16Regular />}
            aria-label={words.message(from)}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem icon={<FolderArrowRight16Regular />} onClick={() => setAsking('move')}>
              {words.move}
            </MenuItem>
            <MenuItem icon={<BranchFork16Regular />} onClick={() => setAsking('split')}>
              {words.split}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {asking === 'move' && (
        <PickCaseDialog
          title={words.pick.move}
          lead={words.pick.moveLead}
          from={value}
          onClose={close}
          onPick={(to) => {
            close();
            actions.move(message.id, to);
          }}
        />
      )}
      {asking === 'split' && (
        <SplitDialog
          subject={message.subject}
          onClose={close}
          onSplit={(subject) => {
            close();
            actions.split(message.id, subject);
          }}
        />
      )}
    </>
  );
}
