import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  Skeleton,
  SkeletonItem,
  tokens,
} from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { useCallback, useState } from 'react';
import type { SettingsVersionItem } from '../../backend/contracts/settings-history.ts';
import { fullInstant, instantText } from '../../ui/format.ts';
import { useNow } from '../../ui/now.ts';
import { useSession } from '../session/session.ts';
import { usePages } from '../session/use-pages.ts';
import { ProblemBar } from '../shell/problem-bar.tsx';
import { TextButton } from '../shell/text-button.tsx';
import { useDone } from '../shell/undo.tsx';
import { ChangesTable } from './changes-table.tsx';
import type { DocumentName } from './documents.ts';
import { words } from './words.ts';

const text = words.history;

const useStyles = makeStyles({
  drawer: { width: 'min(560px, 100vw)' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 10px' },
  who: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  space: { flexGrow: 1 },
  hint: { margin: '0 0 8px', color: tokens.colorNeutralForeground2 },
  body: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

interface HistoryDrawerProps {
  name: DocumentName;
  /** The version in force. */
  etag: string;
  mayRestore: boolean;
  unsaved: boolean;
  /** Answers the new version. */
  onRestore: (version: string, replaces: string) => Promise<string>;
  onClose: () => void;
}

/** Who changed a document when, what, and the way back to any version that is kept. */
export function HistoryDrawer({ name, etag, mayRestore, unsaved, onRestore, onClose }: HistoryDrawerProps) {
  const styles = useStyles();
  const { api } = useSession();
  const done = useDone();
  const [failure, setFailure] = useState<unknown>(null);
  const ask = useCallback(
    (after?: string) =>
      api('settingsHistory', { params: { name }, query: { limit: 20, ...(after !== undefined && { after }) } }),
    [api, name],
  );
  const { list, error, reload, loadMore, loadingMore } = usePages(ask);
  const restore = (version: string) => {
    setFailure(null);
    onRestore(version, etag).then((now) => {
      done({ text: text.restored(version), undo: () => onRestore(etag, now) });
      onClose();
    }, setFailure);
  };
  return (
    <OverlayDrawer position="end" open className={styles.drawer} onOpenChange={(_, { open }) => !open && onClose()}>
      <DrawerHeader>
        <DrawerHeaderTitle
          action={<Button appearance="subtle" icon={<Dismiss20Regular />} aria-label={text.close} onClick={onClose} />}
        >
          {text.title}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className={styles.body}>
        {mayRestore && unsaved && <p className={styles.hint}>{text.saveFirst}</p>}
        {failure !== null && <ProblemBar what={text.notRestored} error={failure} />}
        {error !== null && <ProblemBar what={text.notLoaded} error={error} onRetry={reload} />}
        {list === null && error === null && (
          <Skeleton aria-label={words.loading}>
            <SkeletonItem size={32} />
          </Skeleton>
        )}
        <ol className={styles.list}>
          {list?.items.map((item, at) => (
            <VersionLine
              key={item.version}
              item={item}
              inForce={at === 0}
              onRestore={mayRestore && !unsaved && at > 0 ? () => restore(item.version) : undefined}
            />
          ))}
        </ol>
        {list?.next !== undefined && (
          <Button size="small" disabled={loadingMore} onClick={loadMore}>
            {text.more}
          </Button>
        )}
      </DrawerBody>
    </OverlayDrawer>
  );
}

interface VersionLineProps {
  item: SettingsVersionItem;
  inForce: boolean;
  onRestore: (() => void) | undefined;
}

function VersionLine({ item: { version, at, by, changes }, inForce, onRestore }: VersionLineProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const nowMs = useNow(60_000);
  const atMs = at === null ? null : Date.parse(at);
  return (
    <li className={styles.item}>
      <div className={styles.line}>
        <span className={styles.quiet}>{version}</span>
        <span className={styles.who}>{by?.name ?? (version === '0' ? text.shipped : text.unknown)}</span>
        {atMs !== null && (
          <span className={styles.quiet} title={fullInstant(atMs)}>
            {instantText(atMs, nowMs)}
          </span>
        )}
        {inForce && <span>{text.inForce}</span>}
        <span className={styles.space} />
        {changes !== null && changes.length > 0 && (
          <TextButton aria-expanded={open} aria-label={text.show(version)} onClick={() => setOpen(!open)}>
            {text.changes(changes.length)}
          </TextButton>
        )}
        {onRestore !== undefined && (
          <Button size="small" aria-label={text.restoreOf(version)} onClick={onRestore}>
            {text.restore}
          </Button>
        )}
      </div>
      {open && changes !== null && <ChangesTable label={text.show(version)} changes={changes} />}
    </li>
  );
}
