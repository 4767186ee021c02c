import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUp16Regular } from '@fluentui/react-icons/svg/chevron-up';
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle';
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed';
import { useState } from 'react';
import type { Task } from '../../../../backend/contracts/task.ts';
import { dueDay } from '../../../../ui/clock-reading.ts';
import { fullInstant, instantText } from '../../../../ui/format.ts';
import { useNow } from '../../../../ui/now.ts';
import { useFocusRing } from '../../../shell/focus-ring.ts';
import { sideWords } from '../side/words.ts';
import { TaskDetails } from './task-details.tsx';
import type { CaseTasks } from './use-tasks.ts';

const words = sideWords.tasks;

const useStyles = makeStyles({
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  line: { display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr) auto', alignItems: 'center', gap: '4px' },
  open: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto auto',
    alignItems: 'center',
    gap: '8px',
    minHeight: '32px',
    padding: 0,
    border: 'none',
    font: 'inherit',
    textAlign: 'start',
    color: 'inherit',
    backgroundColor: 'transparent',
    cursor: 'pointer',
  },
  title: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  done: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground3 },
  quiet: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    color: tokens.colorNeutralForeground3,
    whiteSpace: 'nowrap',
  },
  over: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
});

interface TaskLineProps {
  task: Task;
  others: Task[];
  tasks: CaseTasks;
  may: boolean;
}

/** One task on one line: done or not, what, who, until when. Its details open below it. */
export function TaskLine({ task, others, tasks, may }: TaskLineProps) {
  const styles = useStyles();
  const ring = useFocusRing();
  const nowMs = useNow(60_000);
  const [open, setOpen] = useState(false);
  const done = task.status === 'resolved' || task.status === 'closed';
  const dueMs = task.dueAt === undefined ? null : Date.parse(task.dueAt);
  const over = !done && dueMs !== null && dueMs < nowMs;
  return (
    <li className={styles.item}>
      <div className={styles.line}>
        <Checkbox
          aria-label={done ? words.reopen(task.title) : words.done(task.title)}
          checked={done}
          disabled={!may || (task.blocked && !done)}
          onChange={() => tasks.change(task, { status: done ? 'in_progress' : 'resolved' })}
        />
        <button
          type="button"
          className={mergeClasses(styles.open, ring)}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <span className={mergeClasses(styles.title, done && styles.done)} title={task.title}>
            {task.title}
          </span>
          <span className={styles.quiet}>
            {task.blocked && <LockClosed16Regular aria-label={words.blocked} />}
            {task.assignment?.error !== undefined && <ErrorCircle16Filled aria-label={words.notReached} />}
            {ownerText(task)}
            {task.heardAt !== undefined && ` · ${words.heard(instantText(Date.parse(task.heardAt), nowMs))}`}
          </span>
          {dueMs !== null && (
            <span className={mergeClasses(styles.quiet, over && styles.over)} title={fullInstant(dueMs)}>
              {over && <ErrorCircle16Filled />}
              {dueDay(dueMs, nowMs)}
            </span>
          )}
        </button>
        {open ? <ChevronUp16Regular /> : <ChevronDown16Regular />}
      </div>
      {open && <TaskDetails task={task} others={others} tasks={tasks} may={may} />}
    </li>
  );
}

function ownerText(task: Task): string {
  if (task.ownerEmail !== undefined) return `${task.ownerEmail}, ${words.outsideMark}`;
  return task.ownerName ?? words.nobody;
}
