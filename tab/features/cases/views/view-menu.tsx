import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontal16Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { useState } from 'react';
import type { View } from '../../../../backend/contracts/view.ts';
import { useNavigation } from '../../../navigation.tsx';
import { writeFilter } from '../../../route.ts';
import { listWords } from '../words.ts';
import { SaveViewDialog } from './save-view-dialog.tsx';
import type { SavedViews } from './use-views.ts';

/** What can be done with a saved view. */
export function ViewMenu({ view, views }: { view: View; views: SavedViews }) {
  const { route } = useNavigation();
  const [asking, setAsking] = useState(false);
  const { views: words } = listWords;
  const may = views.mayChange(view);
  const starts = views.start === view.query;
  const now = writeFilter(route.filter);
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            size="small"
            icon={<MoreHorizontal16Regular />}
            aria-label={words.more(view.name)}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => views.setStart(starts ? null : view)}>
              {starts ? words.noStart : words.start}
            </MenuItem>
            <MenuItem disabled={!may || now === view.query} onClick={() => views.change(view, { query: now })}>
              {words.replace}
            </MenuItem>
            <MenuItem disabled={!may} onClick={() => setAsking(true)}>
              {words.rename}
            </MenuItem>
            <MenuItem disabled={!may} onClick={() => views.remove(view)}>
              {words.remove}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {asking && (
        <SaveViewDialog
          title={words.renameTitle(view.name)}
          name={view.name}
          shared={view.shared}
          onClose={() => setAsking(false)}
          onSave={(name, shared) => views.change(view, { name, shared })}
        />
      )}
    </>
  );
}
