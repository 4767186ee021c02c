import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { Sparkle16Regular } from '@fluentui/react-icons/svg/sparkle';
import { TaskListSquareLtr16Regular } from '@fluentui/react-icons/svg/task-list-square-ltr';
import { useState } from 'react';
import type { Case } from '../../../../backend/contracts/case.ts';
import { OvertakenBar } from '../../../shell/overtaken-bar.tsx';
import { ProblemBar } from '../../../shell/problem-bar.tsx';
import { TextButton } from '../../../shell/text-button.tsx';
import type { FieldChange } from '../field-words.ts';
import { sideWords } from '../side/words.ts';
import { NewTask } from './new-task.tsx';
import { TaskLine } from './task-line.tsx';
import { useTasks } from './use-tasks.ts';

const words = sideWords.tasks;

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  ways: { display: 'flex', gap: '8px', marginTop: '6px', flexWrap: 'wrap' },
  suggestion: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: '6px',
    minHeight: '28px',
  },
  hint: { display: 'flex', alignItems: 'center', gap: '8px', padding: '4px 0' },
});

interface TasksSectionProps {
  value: Case;
  onChange: (change: FieldChange) => void;
}

/** What is to be done for the case, by whom and until when; then what the analyst would add. */
export function TasksSection({ value, onChange }: TasksSectionProps) {
  const styles = useStyles();
  const tasks = useTasks(value.id);
  const [adding, setAdding] = useState(false);
  const may = value.actions.includes('edit');
  const items = tasks.items ?? [];
  const done = items.filter(({ status }) => status === 'resolved' || status === 'closed').length;
  return (
    <>
      {tasks.again !== null && (
        <OvertakenBar title={words.notSaved} onTheirs={tasks.clearError} onMine={tasks.again}>
          {words.somebodyElse}
        </OvertakenBar>
      )}
      {tasks.error !== null && tasks.again === null && (
        <ProblemBar
          what={tasks.changing ? words.notSaved : words.notLoaded}
          error={tasks.error}
          onClose={tasks.clearError}
        />
      )}
      {tasks.items !== null && (
        <span className={styles.quiet}>{items.length === 0 ? words.none : words.progress(done, items.length)}</span>
      )}
      {value.suggestResolve === true && may && (
        <span className={styles.hint}>
          {words.allDone}
          <TextButton onClick={() => onChange({ field: 'status', value: 'resolved' })}>{words.resolve}</TextButton>
        </span>
      )}
      <ul className={styles.list}>
        {items.map((task) => (
          <TaskLine
            key={task.id}
            task={task}
            others={items.filter(({ id }) => id !== task.id)}
            tasks={tasks}
            may={may}
          />
        ))}
        {may &&
          tasks.suggestions.map(({ title, because }) => (
            <li key={title} className={styles.suggestion} title={because}>
              <Sparkle16Regular />
              <span>
                {title} <span className={styles.quiet}>{words.suggested}</span>
              </span>
              <TextButton onClick={() => tasks.create({ title })}>{words.suggest}</TextButton>
            </li>
          ))}
      </ul>
      {adding && <NewTask onCreate={tasks.create} onClose={() => setAdding(false)} />}
      {may && !adding && (
        <div className={styles.ways}>
          <Button size="small" icon={<Add16Regular />} onClick={() => setAdding(true)}>
            {words.add}
          </Button>
          <Button size="small" appearance="subtle" icon={<TaskListSquareLtr16Regular />} onClick={tasks.fromTemplates}>
            {words.templates}
          </Button>
        </div>
      )}
    </>
  );
}
