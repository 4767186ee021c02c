import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { words } from '../words.ts';

interface OvertakenBarProps {
  title: string;
  /** What became of the changes made here. */
  children: string;
  onTheirs: () => void;
  onMine: () => void;
}

/** Somebody else changed the same thing first: keep theirs, or apply one's own on top of it. */
export function OvertakenBar({ title, children, onTheirs, onMine }: OvertakenBarProps) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle> {children}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onTheirs}>
          {words.problem.theirs}
        </Button>
        <Button size="small" onClick={onMine}>
          {words.problem.mine}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
