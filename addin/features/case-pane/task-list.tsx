import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Task } from '../../../backend/contracts/task.ts';
import { instantText } from '../../../ui/format.ts';
import { useNow } from '../../../ui/now.ts';
import { Section, SectionHeading } from './layout.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '2px 0 0', padding: 0 },
  row: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: 0 },
  box: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  done: { color: tokens.colorNeutralForeground3 },
  quiet: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap', fontWeight: tokens.fontWeightRegular },
});

interface TaskListProps {
  tasks: Task[];
  disabled: boolean;
  onTick: (task: Task, done: boolean) => void;
}

/** What is to be done on the case, each with a box to tick. */
export function TaskList({ tasks, disabled, onTick }: TaskListProps) {
  const styles = useStyles();
  const nowMs = useNow(60_000);
  if (tasks.length === 0) return null;
  const done = tasks.filter(isDone).length;
  return (
    <Section>
      <SectionHeading>
        Tasks{' '}
        <span className={styles.quiet}>
          {done} of {tasks.length}
        </span>
      </SectionHeading>
      <ul className={styles.list}>
        {tasks.map((task) => (
          <li key={task.id} className={styles.row}>
            <Checkbox
              shape="circular"
              className={mergeClasses(styles.box, isDone(task) && styles.done)}
              label={task.title}
              checked={isDone(task)}
              disabled={disabled || task.blocked || task.status === 'closed'}
              onChange={(_, data) => onTick(task, data.checked === true)}
            />
            <span className={styles.quiet}>{sideWords(task, nowMs)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function isDone({ status }: Task): boolean {
  return status === 'resolved' || status === 'closed';
}

function sideWords(task: Task, nowMs: number): string {
  if (task.blocked) return 'waits for another';
  const due = task.dueAt === undefined ? null : instantText(Date.parse(task.dueAt), nowMs);
  return [task.ownerName ?? task.ownerEmail, due].filter((part) => part != null).join(', ');
}
