import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { ProblemError } from '../../backend/contracts/client.ts';
import { OfflineError } from '../../ui/api.ts';
import { words } from '../words.ts';

const useStyles = makeStyles({
  id: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface ProblemBarProps {
  /** What did not happen, as a sentence. */
  what: string;
  error: unknown;
  onRetry?: () => void;
  onClose?: () => void;
}

/** An error in the place of the action that failed. It stays until it is solved or closed. */
export function ProblemBar({ what, error, onRetry, onClose }: ProblemBarProps) {
  const styles = useStyles();
  const requestId = error instanceof ProblemError ? error.problem.requestId : '';
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{what}</MessageBarTitle> {reasonOf(error)}
        {requestId !== '' && <span className={styles.id}>{words.problem.request(requestId)}</span>}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          onClose === undefined ? null : (
            <Button
              appearance="transparent"
              icon={<Dismiss16Regular />}
              aria-label={words.problem.close}
              onClick={onClose}
            />
          )
        }
      >
        {onRetry && (
          <Button size="small" onClick={onRetry}>
            {words.problem.retry}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}

function reasonOf(error: unknown): string {
  if (error instanceof OfflineError) return words.problem.offline;
  if (error instanceof ProblemError) return error.problem.detail;
  return error instanceof Error ? error.message : '';
}
