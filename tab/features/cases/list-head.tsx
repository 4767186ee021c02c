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
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { ArrowSort16Regular } from '@fluentui/react-icons/svg/arrow-sort';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { Keyboard16Regular } from '@fluentui/react-icons/svg/keyboard';
import { useNavigation } from '../../navigation.tsx';
import { AskHere } from '../../shell/ask-box.tsx';
import { useWidth } from '../../shell/width.ts';
import { words } from '../../words.ts';
import { filterOfView, type SortKey, sortKeys } from './filter.ts';
import { ColumnsMenu, ExportMenu } from './list-tools.tsx';
import { words as newCaseWords } from './new-case/words.ts';
import type { ListCounts } from './use-list-counts.ts';
import { filterOfQuery, type SavedViews, viewShowing } from './views/use-views.ts';
import { viewSections } from './views/view-list.tsx';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', gap: '8px', height: '48px', flexShrink: 0, padding: '0 12px 0 20px' },
  phone: { padding: '0 8px 0 16px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
  pick: { fontSize: tokens.fontSizeBase400, paddingLeft: 0, marginLeft: '-2px', minWidth: 0 },
  total: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  space: { flexGrow: 1 },
  number: { marginLeft: '16px', float: 'right' },
});

interface ListHeadProps {
  counts: ListCounts;
  views: SavedViews;
  /** Null while it is not known. */
  total: number | null;
  onHelp: () => void;
  onCreate: () => void;
}

export function ListHead({ counts, views, total, onHelp, onCreate }: ListHeadProps) {
  const styles = useStyles();
  const width = useWidth();
  const { route } = useNavigation();
  const wide = width === 'full' || width === 'wide';
  const title = viewShowing(views.items, route.filter)?.name ?? words.views[route.filter.view];
  return (
    <div className={styles.head}>
      <h1 className={styles.title}>{wide ? title : <ViewPicker title={title} counts={counts} views={views} />}</h1>
      <span className={styles.total} role="status">
        {total === null ? '' : words.list.cases(total)}
      </span>
      <span className={styles.space} />
      <Button
        appearance="subtle"
        size="small"
        icon={<Add16Regular />}
        aria-label={newCaseWords.open}
        title={newCaseWords.open}
        onClick={onCreate}
      >
        {wide ? newCaseWords.open : null}
      </Button>
      {width !== 'phone' && <AskHere />}
      <SortMenu compact={width === 'phone'} />
      {width !== 'phone' && <ColumnsMenu />}
      {width !== 'phone' && <ExportMenu />}
      {wide && (
        <Button appearance="subtle" size="small" icon={<Keyboard16Regular />} onClick={onHelp}>
          {words.help.open}
        </Button>
      )}
    </div>
  );
}

/** Below 1100 px the saved views are a menu at the title. */
function ViewPicker({ title, counts, views }: { title: string; counts: ListCounts; views: SavedViews }) {
  const styles = useStyles();
  const { route, go } = useNavigation();
  const showing = viewShowing(views.items, route.filter);
  const fixed = viewSections.flatMap((section) => section.views);
  return (
    <Menu
      checkedValues={{ view: [showing?.id ?? route.filter.view] }}
      onCheckedValueChange={(_, { checkedItems: [chosen] }) => {
        const saved = views.items.find((view) => view.id === chosen);
        const view = fixed.find((key) => key === chosen);
        if (saved !== undefined) go({ filter: filterOfQuery(saved.query), caseId: null });
        else if (view !== undefined) go({ filter: filterOfView(view), caseId: null });
      }}
    >
      <MenuTrigger>
        <Button
          appearance="transparent"
          className={styles.pick}
          icon={<ChevronDown16Regular />}
          iconPosition="after"
          aria-label={`${title}. ${words.views.pick}`}
        >
          {title}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {fixed.map((key) => (
            <MenuItemRadio key={key} name="view" value={key} secondaryContent={counts.views[key] ?? null}>
              {words.views[key]}
            </MenuItemRadio>
          ))}
          {views.items.map(({ id, name }) => (
            <MenuItemRadio key={id} name="view" value={id} secondaryContent={counts.saved[id] ?? null}>
              {name}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function SortMenu({ compact }: { compact: boolean }) {
  const { route, go } = useNavigation();
  const { sort } = route.filter;
  const choose = (key: SortKey) => go({ filter: { ...route.filter, sort: key }, caseId: null }, 'replace');
  return (
    <Menu
      checkedValues={{ sort: [sort] }}
      onCheckedValueChange={(_, data) => {
        const chosen = sortKeys.find((key) => key === data.checkedItems[0]);
        if (chosen !== undefined) choose(chosen);
      }}
    >
      <MenuTrigger>
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowSort16Regular />}
          aria-label={`${words.list.sort}: ${words.sorts[sort]}`}
        >
          {compact ? words.list.sort : words.sorts[sort]}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {sortKeys
            .filter((key) => key !== 'relevance' || route.filter.q !== '')
            .map((key) => (
              <MenuItemRadio key={key} name="sort" value={key}>
                {words.sorts[key]}
              </MenuItemRadio>
            ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
