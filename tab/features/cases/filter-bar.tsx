import { Button, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Filter16Regular } from '@fluentui/react-icons/svg/filter';
import { type Ref, useEffect, useState } from 'react';
import { useNavigation } from '../../navigation.tsx';
import { useKeys } from '../../shell/keys.ts';
import { useWidth } from '../../shell/width.ts';
import { words } from '../../words.ts';
import { type Filter, filterOfView, isNarrowed } from './filter.ts';
import { FilterChip, filterNames } from './filter-chip.tsx';
import { formatQueryText, parseQueryText } from './query-text.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    flexShrink: 0,
    minHeight: '34px',
    padding: '0 20px 8px',
  },
  phone: { padding: '0 16px 8px', overflowX: 'auto' },
  query: { flex: '0 1 300px', minWidth: '120px' },
  space: { flexGrow: 1 },
  key: {
    padding: '0 5px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
});

/** The same filter twice: as a line of text and as chips. */
export function FilterBar({ queryRef }: { queryRef: Ref<HTMLInputElement> & { current: HTMLInputElement | null } }) {
  const styles = useStyles();
  const phone = useWidth() === 'phone';
  const { route, go } = useNavigation();
  const { filter } = route;
  const change = (to: Filter) => go({ filter: to, caseId: null });
  useKeys({ f: () => (queryRef.current === null ? false : queryRef.current.focus()) });
  return (
    <section className={mergeClasses(styles.bar, phone && styles.phone)} aria-label={words.list.filters}>
      {!phone && <QueryBox filter={filter} queryRef={queryRef} onChange={change} />}
      {filterNames.map((name) => (
        <FilterChip key={name} name={name} filter={filter} onChange={change} />
      ))}
      <span className={styles.space} />
      {isNarrowed(filter) && (
        <Button
          appearance="subtle"
          size="small"
          onClick={() => change({ ...filterOfView(filter.view), sort: filter.sort })}
        >
          {words.list.clear}
        </Button>
      )}
    </section>
  );
}

interface QueryBoxProps {
  filter: Filter;
  queryRef: Ref<HTMLInputElement>;
  onChange: (filter: Filter) => void;
}

function QueryBox({ filter, queryRef, onChange }: QueryBoxProps) {
  const styles = useStyles();
  const shown = formatQueryText(filter);
  const [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown]);
  return (
    <Input
      className={styles.query}
      size="small"
      aria-label={words.list.query}
      placeholder={words.list.queryHint}
      contentBefore={<Filter16Regular />}
      contentAfter={
        <kbd className={styles.key} aria-hidden>
          F
        </kbd>
      }
      input={{ ref: queryRef }}
      value={text}
      onChange={(_, data) => setText(data.value)}
      onBlur={() => setText(shown)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onChange({ ...filter, ...parseQueryText(text) });
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}
