import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSwap16Regular } from '@fluentui/react-icons/svg/arrow-swap';
import { PauseCircle16Regular } from '@fluentui/react-icons/svg/pause-circle';
import { PersonSwap16Regular } from '@fluentui/react-icons/svg/person-swap';
import { Play16Regular } from '@fluentui/react-icons/svg/play';
import type { HistoryEntry } from '../../../backend/contracts/message.ts';
import { fullInstant, instantText } from '../../../ui/format.ts';
import type { Icon } from '../../../ui/icon-word.tsx';
import { useNow } from '../../../ui/now.ts';
import { type Priority, priorityIcons } from '../../../ui/priority.tsx';
import { useDirectory } from '../../session/directory.tsx';
import { words } from '../../words.ts';
import { eventText } from './event-words.ts';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: '8px',
    padding: '2px 12px 2px 18px',
    color: tokens.colorNeutralForeground3,
  },
});

/** A change between two mails: one quiet line. */
export function EventLine({ entry }: { entry: HistoryEntry }) {
  const styles = useStyles();
  const directory = useDirectory();
  const nowMs = useNow(60_000);
  const at = Date.parse(entry.at);
  const Mark = iconOf(entry);
  return (
    <li className={styles.line}>
      <Mark />
      <span>
        {eventText(entry, directory)} {words.events.by(entry.actor.name)}
      </span>
      <time dateTime={entry.at} title={fullInstant(at)}>
        {instantText(at, nowMs)}
      </time>
    </li>
  );
}

function iconOf(entry: HistoryEntry): Icon {
  const status = entry.changes.find((change) => change.field === 'status');
  if (status !== undefined) return String(status.to).startsWith('awaiting') ? PauseCircle16Regular : Play16Regular;
  if (entry.changes.some((change) => change.field === 'assignee')) return PersonSwap16Regular;
  const priority = entry.changes.find((change) => change.field === 'priority');
  const known = (Object.keys(priorityIcons) as Priority[]).find((key) => key === priority?.to);
  return known === undefined ? ArrowSwap16Regular : priorityIcons[known];
}
