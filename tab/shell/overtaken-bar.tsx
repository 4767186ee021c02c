import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { words } from '../words.ts';

interface OvertakenBarProps {
  title: string;
  /** What became of the changes made here. */
  children: string;
  onTheirs: () => void;
  onMine: () => void;
  /** What the button for that says, where it replaces nothing of theirs. */
  mine?: string;
}

/** Somebody else changed the same thing first: keep theirs, or apply one's own on top of it. */
export function OvertakenBar({ title, children, onTheirs, onMine, mine = words.problem.mine }: OvertakenBarProps) {
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
          {mine}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
