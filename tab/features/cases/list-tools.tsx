import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { ArrowDownload16Regular } from '@fluentui/react-icons/svg/arrow-download';
import { Table16Regular } from '@fluentui/react-icons/svg/table';
import { useState } from 'react';
import { fetchBytes, saveFile } from '../../../ui/files.ts';
import { serverNow } from '../../../ui/server-clock.ts';
import { useNavigation } from '../../navigation.tsx';
import { useSession } from '../../session/session.ts';
import { useWorkspace } from '../../session/workspace.tsx';
import { ProblemBar } from '../../shell/problem-bar.tsx';
import { criteriaOf } from './filter.ts';
import { dataColumns, usualColumns } from './grid-columns.ts';
import { columnWord } from './grid-head.tsx';
import { listWords } from './words.ts';

/** Which columns the list has, and how tall its rows are; kept for this person. */
export function ColumnsMenu() {
  const { layout, change } = useWorkspace();
  const [error, setError] = useState<unknown>(null);
  const words = listWords.columns;
  const shown: readonly string[] = layout.columns ?? usualColumns;
  const keep = (part: Parameters<typeof change>[0]) => {
    setError(null);
    change(part).catch(setError);
  };
  return (
    <>
      <Menu
        persistOnItemClick
        checkedValues={{ columns: [...shown], density: [layout.density] }}
        onCheckedValueChange={(_, { name, checkedItems }) => {
          if (name === 'density') keep({ density: checkedItems[0] === 'comfortable' ? 'comfortable' : 'compact' });
          else keep({ columns: dataColumns.filter((key) => key === 'subject' || checkedItems.includes(key)) });
        }}
      >
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" size="small" icon={<Table16Regular />}>
            {words.open}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList aria-label={words.label}>
            {dataColumns.map((key) => (
              <MenuItemCheckbox key={key} name="columns" value={key} disabled={key === 'subject'}>
                {columnWord(key)}
              </MenuItemCheckbox>
            ))}
            <MenuItem onClick={() => keep({ columns: null })}>{words.usual}</MenuItem>
            <MenuDivider />
            <MenuGroup>
              <MenuGroupHeader>{words.density}</MenuGroupHeader>
              <MenuItemRadio name="density" value="compact">
                {words.compact}
              </MenuItemRadio>
              <MenuItemRadio name="density" value="comfortable">
                {words.comfortable}
              </MenuItemRadio>
            </MenuGroup>
          </MenuList>
        </MenuPopover>
      </Menu>
      {error !== null && <ProblemBar what={words.notKept} error={error} onClose={() => setError(null)} />}
    </>
  );
}

/** What is shown, as a file. */
export function ExportMenu() {
  const { route } = useNavigation();
  const { getToken } = useSession();
  const [error, setError] = useState<unknown>(null);
  const words = listWords.exporting;
  const take = (format: 'csv' | 'xlsx') => {
    setError(null);
    const { sort, q } = route.filter;
    const query = { ...criteriaOf(route.filter, serverNow()), sort: sort === 'relevance' && q === '' ? 'due' : sort };
    const params = new URLSearchParams({ format });
    for (const [name, value] of Object.entries(query)) params.set(name, [value].flat().join(','));
    fetchBytes(getToken, `/api/cases/export?${params}`)
      .then((blob) => saveFile(blob, `cases.${format}`))
      .catch(setError);
  };
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" size="small" icon={<ArrowDownload16Regular />}>
            {words.open}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList aria-label={`${words.open}. ${words.limit}`}>
            <MenuItem onClick={() => take('xlsx')}>{words.xlsx}</MenuItem>
            <MenuItem onClick={() => take('csv')}>{words.csv}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {error !== null && <ProblemBar what={words.failed} error={error} onClose={() => setError(null)} />}
    </>
  );
}
