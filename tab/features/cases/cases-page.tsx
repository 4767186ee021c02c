import { makeStyles } from '@fluentui/react-components';
import { useRef } from 'react';
import { useNavigation } from '../../navigation.tsx';
import { ProblemBar } from '../../shell/problem-bar.tsx';
import { useWidth } from '../../shell/width.ts';
import { words } from '../../words.ts';
import { BulkBar } from './bulk/bulk-bar.tsx';
import { useBulkChoice } from './bulk/use-bulk-choice.ts';
import { CaseGrid } from './case-grid.tsx';
import { EmptyList } from './empty-list.tsx';
import { FilterBar } from './filters/filter-bar.tsx';
import { GridSkeleton } from './grid-skeleton.tsx';
import { ListHead } from './list-head.tsx';
import type { LoadedList } from './use-case-list.ts';
import { ViewList } from './views/view-list.tsx';

const useStyles = makeStyles({
  page: { display: 'flex', flexGrow: 1, minHeight: 0 },
  main: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
  note: { padding: '12px 20px' },
});

/** What runs out next, who has it, what is new since I looked. */
export function CasesPage({ list, onHelp, onCreate }: { list: LoadedList; onHelp: () => void; onCreate: () => void }) {
  const styles = useStyles();
  const width = useWidth();
  const { route } = useNavigation();
  const query = useRef<HTMLInputElement>(null);
  const { state, counts } = list;
  const choice = useBulkChoice(list, route.filter);
  const wide = width === 'full' || width === 'wide';
  return (
    <div className={styles.page}>
      {wide && <ViewList counts={counts} views={list.views} />}
      <main id="main" className={styles.main} tabIndex={-1}>
        <ListHead
          counts={counts}
          views={list.views}
          total={state.phase === 'ready' ? (counts.total ?? state.total) : null}
          onHelp={onHelp}
          onCreate={onCreate}
        />
        <FilterBar queryRef={query} />
        {state.error !== null && (
          <div className={styles.note}>
            <ProblemBar
              what={state.phase === 'ready' ? words.list.moreNotLoaded : words.list.notLoaded}
              error={state.error}
              onRetry={state.phase === 'ready' ? list.loadMore : list.reload}
            />
          </div>
        )}
        {state.phase === 'loading' && <GridSkeleton />}
        {state.phase === 'ready' && state.rows.length === 0 && state.arrived.length === 0 && (
          <EmptyList filter={route.filter} all={counts.views.all} open={counts.views.open} />
        )}
        {state.phase === 'ready' && state.rows.length + state.arrived.length > 0 && (
          <CaseGrid list={list} filter={route.filter} />
        )}
        {choice.count > 0 && <BulkBar choice={choice} />}
      </main>
    </div>
  );
}
