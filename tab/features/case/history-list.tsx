import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { HistoryEntry } from '../../../backend/contracts/message.ts';
import { fullInstant, instantText } from '../../../ui/format.ts';
import { useNow } from '../../../ui/now.ts';
import { useDirectory } from '../../session/directory.tsx';
import { TextButton } from '../../shell/text-button.tsx';
import { words } from '../../words.ts';
import { eventText } from './event-words.ts';
import { sideWords } from './side/words.ts';

const fewAtFirst = 8;

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto auto',
    gap: '8px',
    padding: '4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  quiet: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
});

/** Everything that happened, newest first. */
export function HistoryList({ history }: { history: HistoryEntry[] | null }) {
  const styles = useStyles();
  const directory = useDirectory();
  const nowMs = useNow(60_000);
  const [all, setAll] = useState(false);
  if (history === null) return null;
  const newest = [...history].reverse();
  const shown = all ? newest : newest.slice(0, fewAtFirst);
  return (
    <>
      <ol className={styles.list} aria-label={words.case.history}>
        {shown.map((entry) => (
          <li key={entry.id} className={styles.line} title={entry.reason ?? undefined}>
            <span>{eventText(entry, directory)}</span>
            <span className={styles.quiet}>{entry.actor.name}</span>
            <time className={styles.quiet} dateTime={entry.at} title={fullInstant(Date.parse(entry.at))}>
              {instantText(Date.parse(entry.at), nowMs)}
            </time>
          </li>
        ))}
      </ol>
      {newest.length > fewAtFirst && (
        <TextButton onClick={() => setAll(!all)}>
          {all ? sideWords.history.fewer : sideWords.history.all(newest.length)}
        </TextButton>
      )}
    </>
  );
}
