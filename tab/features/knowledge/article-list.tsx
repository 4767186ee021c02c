import { Badge, Button, Input, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { Search16Regular } from '@fluentui/react-icons/svg/search';
import { useEffect, useState } from 'react';
import type { Article, ArticleList as Listed } from '../../../backend/contracts/knowledge.ts';
import { useDirectory } from '../../session/directory.tsx';
import type { Pages } from '../../session/use-pages.ts';
import { useFocusRing } from '../../shell/focus-ring.ts';
import { ProblemBar } from '../../shell/problem-bar.tsx';
import { languageName, languages } from './languages.ts';
import type { Narrowing } from './use-articles.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  filters: { display: 'grid', gap: '6px', gridTemplateColumns: '1fr 1fr', marginBottom: '8px' },
  wide: { gridColumn: '1 / -1', minWidth: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gap: '2px',
    width: '100%',
    boxSizing: 'border-box',
    padding: '6px 8px',
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    font: 'inherit',
    textAlign: 'start',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    cursor: 'pointer',
  },
  here: {
    color: tokens.colorNeutralForeground1Selected,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
  },
  title: { fontSize: tokens.fontSizeBase300, overflowWrap: 'anywhere' },
  meta: { display: 'flex', flexWrap: 'wrap', gap: '6px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const settleMs = 250;

interface FiltersProps {
  narrowing: Narrowing;
  onChange: (to: Partial<Narrowing>) => void;
}

export function ArticleFilters({ narrowing, onChange }: FiltersProps) {
  const styles = useStyles();
  const { categories } = useDirectory();
  const [text, setText] = useState(narrowing.find);
  useEffect(() => setText(narrowing.find), [narrowing.find]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed sets the clock going.
  useEffect(() => {
    if (text.trim() === narrowing.find) return;
    const timer = setTimeout(() => onChange({ find: text.trim() }), settleMs);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div className={styles.filters}>
      <Input
        className={styles.wide}
        size="small"
        type="search"
        aria-label={words.find}
        placeholder={words.find}
        contentBefore={<Search16Regular />}
        value={text}
        input={{ maxLength: 300 }}
        onChange={(_, data) => setText(data.value)}
      />
      <Select
        size="small"
        aria-label={words.kind}
        value={narrowing.kind}
        onChange={(_, data) => onChange({ kind: data.value as Narrowing['kind'] })}
      >
        <option value="">{words.allKinds}</option>
        <option value="article">{words.kinds.article}</option>
        <option value="canned">{words.kinds.canned}</option>
      </Select>
      <Select
        size="small"
        aria-label={words.language}
        value={narrowing.lang}
        onChange={(_, data) => onChange({ lang: data.value })}
      >
        <option value="">{words.allLanguages}</option>
        {languages.map((code) => (
          <option key={code} value={code}>
            {languageName(code)}
          </option>
        ))}
      </Select>
      <Select
        className={styles.wide}
        size="small"
        aria-label={words.category}
        value={narrowing.about}
        onChange={(_, data) => onChange({ about: data.value })}
      >
        <option value="">{words.allCategories}</option>
        {categories.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </div>
  );
}

interface ListProps {
  pages: Pages<Listed>;
  narrowing: Narrowing;
  /** Id of the open one. */
  open: string | null;
  onOpen: (id: string) => void;
}

export function ArticleList({ pages, narrowing, open, onOpen }: ListProps) {
  const styles = useStyles();
  const { list, error, loadMore, loadingMore, reload } = pages;
  const isNarrowed = Object.values(narrowing).some((value) => value !== '');
  return (
    <>
      {error !== null && <ProblemBar what={words.notLoaded} error={error} onRetry={reload} />}
      {list?.total === 0 && (
        <p className={styles.quiet}>{isNarrowed ? words.none : `${words.noneYet} ${words.noneYetLead}`}</p>
      )}
      <ul className={styles.list}>
        {list?.items.map((item) => (
          <li key={item.id}>
            <Line item={item} here={item.id === open} onOpen={() => onOpen(item.id)} />
          </li>
        ))}
      </ul>
      {list?.next !== undefined && (
        <Button appearance="subtle" size="small" disabledFocusable={loadingMore} onClick={loadMore}>
          {words.more}
        </Button>
      )}
    </>
  );
}

function Line({ item, here, onOpen }: { item: Article; here: boolean; onOpen: () => void }) {
  const styles = useStyles();
  const ring = useFocusRing();
  const { categories } = useDirectory();
  const about = item.categories.map((key) => categories.find(({ id }) => id === key)?.name ?? key);
  return (
    <button
      type="button"
      className={mergeClasses(styles.item, here && styles.here, ring)}
      aria-current={here ? 'true' : undefined}
      onClick={onOpen}
    >
      <span className={styles.title}>{item.title}</span>
      <span className={mergeClasses(styles.meta, !here && styles.quiet)}>
        {words.kinds[item.kind]}
        {about.length > 0 && ` · ${about.join(', ')}`}
        {item.language !== null && ` · ${languageName(item.language)}`}
        {!item.published && (
          <Badge appearance="outline" color="informative" shape="rounded" size="small">
            {words.draft}
          </Badge>
        )}
      </span>
    </button>
  );
}
