import { Button, makeStyles } from '@fluentui/react-components';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';

const useStyles = makeStyles({
  form: { flexGrow: 1, minWidth: 0, display: 'grid', gap: '8px' },
  buttons: { display: 'flex', gap: '8px', justifyContent: 'flex-end' },
});

interface FormFrameProps {
  label: string;
  children: ReactNode;
  /** The button that does it. */
  action?: ReactNode;
  onSubmit: (event: FormEvent) => void;
  onClose: () => void;
}

/** A small form in the foot of the pane. Escape closes it, Ctrl or Cmd with Enter sends it. */
export function FormFrame({ label, children, action, onSubmit, onClose }: FormFrameProps) {
  const styles = useStyles();
  function onKeyDown(event: KeyboardEvent<HTMLFormElement>): void {
    if (event.key === 'Escape') onClose();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  }
  return (
    <form className={styles.form} aria-label={label} onSubmit={onSubmit} onKeyDown={onKeyDown}>
      {children}
      <div className={styles.buttons}>
        <Button onClick={onClose}>Cancel</Button>
        {action}
      </div>
    </form>
  );
}
