import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { fileSize } from '../../../ui/format.ts';
import { Section, SectionHeading } from './layout.tsx';
import type { TakenAlong, WithoutCase } from './pane-state.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '2px 0 0', padding: 0 },
  because: { color: tokens.colorNeutralForeground3 },
});

interface TakeAlongProps {
  state: WithoutCase;
  onChange: (along: Partial<TakenAlong>) => void;
}

/** Suggested tasks and the mail's files: what is ticked goes along when the mail becomes a case. */
export function TakeAlong({ state: { suggestion, mail, along, creating }, onChange }: TakeAlongProps) {
  const styles = useStyles();
  const tasks = suggestion?.suggestedTasks ?? [];
  const files = mail.attachments.filter(({ inline }) => !inline);
  if (tasks.length + files.length === 0) return null;
  return (
    <Section>
      <SectionHeading>Take along</SectionHeading>
      <ul className={styles.list}>
        {tasks.map(({ title, because }) => (
          <li key={title} title={because}>
            <Checkbox
              label={`Task: ${title}`}
              checked={!along.withoutTasks.includes(title)}
              disabled={creating}
              onChange={(_, data) =>
                onChange({ withoutTasks: withOrWithout(along.withoutTasks, title, data.checked !== true) })
              }
            />
          </li>
        ))}
        {files.map(({ id, name, size }) => (
          <li key={id}>
            <Checkbox
              label={`Carry over ${name}, ${fileSize(size)}`}
              checked={!along.withoutFiles.includes(id)}
              disabled={creating}
              onChange={(_, data) =>
                onChange({ withoutFiles: withOrWithout(along.withoutFiles, id, data.checked !== true) })
              }
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function withOrWithout(list: string[], item: string, isIn: boolean): string[] {
  const rest = list.filter((each) => each !== item);
  return isIn ? [...rest, item] : rest;
}
