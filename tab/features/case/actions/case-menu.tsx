import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { DocumentAdd16Regular } from '@fluentui/react-icons/svg/document-add';
import { Link16Regular } from '@fluentui/react-icons/svg/link';
import { Merge16Regular } from '@fluentui/react-icons/svg/merge';
import { MoreHorizontal16Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { Star16Filled, Star16Regular } from '@fluentui/react-icons/svg/star';
import { useState } from 'react';
import type { Case } from '../../../../backend/contracts/case.ts';
import { useSession } from '../../../session/session.ts';
import { useKeys } from '../../../shell/keys.ts';
import { PickCaseDialog } from './pick-case-dialog.tsx';
import type { CaseActions } from './use-case-actions.ts';
import { actionWords as words } from './words.ts';

/** What can be done with the case as a whole: watch, merge, link. */
export function CaseMenu({ value, actions }: { value: Case; actions: CaseActions }) {
  const { me } = useSession();
  const [asking, setAsking] = useState<'merge' | 'link' | null>(null);
  const may = (action: Case['actions'][number]) => value.actions.includes(action);
  const watching = value.watchers?.includes(me.id) === true;
  useKeys({ m: () => may('merge') && setAsking('merge') });
  const close = () => setAsking(null);
  return (
    <>
      <Button
        appearance="subtle"
        size="small"
        icon={watching ? <Star16Filled /> : <Star16Regular />}
        onClick={() => actions.watch(!watching)}
      >
        {watching ? words.unwatch : words.watch}
      </Button>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" size="small" icon={<MoreHorizontal16Regular />} aria-label={words.more} />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem icon={<Merge16Regular />} disabled={!may('merge')} onClick={() => setAsking('merge')}>
              {words.merge}
            </MenuItem>
            {may('unmerge') && <MenuItem onClick={actions.unmerge}>{words.unmerge}</MenuItem>}
            <MenuItem icon={<DocumentAdd16Regular />} disabled={!may('edit')} onClick={actions.makeArticle}>
              {words.makeArticle}
            </MenuItem>
            <MenuItem icon={<Link16Regular />} disabled={!may('link')} onClick={() => setAsking('link')}>
              {words.link}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {asking !== null && (
        <PickCaseDialog
          title={words.pick[asking](value.number)}
          lead={asking === 'merge' ? words.pick.mergeLead : words.pick.linkLead}
          from={value}
          onClose={close}
          onPick={(chosen) => {
            close();
            actions[asking](chosen);
          }}
        />
      )}
    </>
  );
}
