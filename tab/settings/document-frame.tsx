import { Button, makeStyles, mergeClasses, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { History16Regular } from '@fluentui/react-icons/svg/history';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useSession } from '../session/session.ts';
import { useDone } from '../shell/undo.tsx';
import { FaultsProvider } from './faults.tsx';
import { HeadBars } from './head-bars.tsx';
import { HistoryDrawer } from './history-drawer.tsx';
import type { DocumentState } from './use-document.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', minHeight: '100%', boxSizing: 'border-box' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    boxSizing: 'border-box',
    minHeight: '48px',
    padding: '8px 20px',
    position: 'sticky',
    top: 0,
    zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 639px)': { padding: '8px 16px', position: 'static' },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  lead: { color: tokens.colorNeutralForeground3, flexGrow: 1, flexShrink: 1, flexBasis: '200px' },
  body: { flexGrow: 1, minWidth: 0 },
  padded: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignContent: 'start',
    gap: '12px',
    padding: '4px 20px 20px',
    '@media (max-width: 639px)': { padding: '4px 16px 16px' },
  },
  loading: { display: 'grid', gap: '8px', padding: '4px 20px 20px' },
});

interface DocumentFrameProps<T> {
  document: DocumentState<T>;
  title: string;
  lead: string;
  readOnly: boolean;
  /** Buttons before those that save. */
  actions?: ReactNode;
  /** Why it cannot be saved yet, as a sentence. */
  blocked?: string | undefined;
  /** Whether the body goes to the edges. */
  wide?: boolean;
  children: (draft: T, saved: T) => ReactNode;
}

/** One document of the settings: title, history, and the one button that saves all changes, over its editor. */
export function DocumentFrame<T>(props: DocumentFrameProps<T>) {
  const { document, title, lead, readOnly, actions, blocked, wide = false, children } = props;
  const styles = useStyles();
  const done = useDone();
  const { api } = useSession();
  const [showsHistory, setShowsHistory] = useState(false);
  const { saved, draft, changes, saving, overtaken, error } = document;
  const count = changes.length;
  const cannot = count === 0 || saving || overtaken !== null || blocked !== undefined;
  const restore = async (version: string, replaces: string) => {
    const { name } = document;
    const answer = await api('restoreSettings', { body: { documents: [{ name, version, replaces }] } });
    document.reload();
    return answer.documents[0]?.version ?? '';
  };
  const save = async () => {
    const replaced = await document.save();
    if (replaced === null) return;
    done({ text: words.saved, undo: () => restore(replaced, String(Number(replaced) + 1)) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (!cannot && !readOnly) void save();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+S works from every field in here.
    <div className={styles.page} onKeyDown={onKeyDown}>
      <div className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        <span className={styles.lead}>{blocked !== undefined && count > 0 ? blocked : lead}</span>
        <Button
          size="small"
          appearance="subtle"
          icon={<History16Regular />}
          disabled={saved === null}
          onClick={() => setShowsHistory(true)}
        >
          {words.history.open}
        </Button>
        {!readOnly && (
          <>
            {actions}
            <Button size="small" disabled={count === 0 || saving} onClick={document.discard}>
              {words.discard}
            </Button>
            <Button size="small" appearance="primary" disabledFocusable={cannot} onClick={() => void save()}>
              {words.save(count)}
            </Button>
          </>
        )}
      </div>
      <HeadBars {...document} />
      {saved === null && error === null && (
        <Skeleton className={styles.loading} aria-label={words.loading}>
          <SkeletonItem size={32} />
          <SkeletonItem size={32} />
          <SkeletonItem size={32} />
        </Skeleton>
      )}
      {saved !== null && draft !== null && (
        <FaultsProvider value={document.faults}>
          <div className={mergeClasses(styles.body, !wide && styles.padded)}>{children(draft, saved)}</div>
        </FaultsProvider>
      )}
      {showsHistory && (
        <HistoryDrawer
          name={document.name}
          etag={document.etag}
          mayRestore={!readOnly}
          unsaved={count > 0}
          onRestore={restore}
          onClose={() => setShowsHistory(false)}
        />
      )}
    </div>
  );
}
