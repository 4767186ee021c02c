import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { Flash16Regular } from '@fluentui/react-icons/svg/flash';
import { useEffect, useState } from 'react';
import type { MacrosDocument } from '../../../../backend/contracts/workflow.ts';
import { useSession } from '../../../session/session.ts';
import { sideWords } from '../side/words.ts';
import type { CaseActions } from './use-case-actions.ts';

/** Several things at one press, as an administrator put them together. */
export function MacroMenu({ actions }: { actions: CaseActions }) {
  const { api } = useSession();
  const [macros, setMacros] = useState<MacrosDocument['macros']>([]);
  const words = sideWords.macros;
  useEffect(() => {
    // Without macros one does the steps by hand.
    api('readMacros', {}).then(
      (document) => setMacros(document.macros),
      () => undefined,
    );
  }, [api]);
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" size="small" icon={<Flash16Regular />}>
          {words.open}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-label={words.open}>
          {macros.length === 0 && <MenuItem disabled>{words.none}</MenuItem>}
          {macros.map((macro) => (
            <MenuItem key={macro.id} onClick={() => actions.macro(macro)}>
              {macro.name}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
