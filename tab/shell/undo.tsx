import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { words } from '../words.ts';
import { useKeys } from './keys.ts';
import { ProblemBar } from './problem-bar.tsx';
import { TextButton } from './text-button.tsx';

/** Something that was done. `undo` is missing where the way back is not allowed. */
export interface Done {
  text: string;
  undo?: () => Promise<unknown>;
}

interface Toast extends Done {
  key: number;
  error: unknown;
}

const UndoContext = createContext<(done: Done) => void>(() => undefined);

/** Shows what was done for ten seconds, with the way back. */
export function useDone(): (done: Done) => void {
  return useContext(UndoContext);
}

const useStyles = makeStyles({
  stack: {
    position: 'fixed',
    right: '16px',
    bottom: '16px',
    zIndex: 1000,
    display: 'grid',
    gap: '8px',
    width: 'min(360px, calc(100vw - 32px))',
  },
  toast: {
    position: 'relative',
    overflow: 'hidden',
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    padding: '8px 8px 8px 14px',
    minHeight: '28px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow16,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    '&:hover > :last-child, &:focus-within > :last-child': { animationPlayState: 'paused' },
  },
  icon: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  text: { flexGrow: 1 },
  key: {
    padding: '0 5px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  bar: {
    position: 'absolute',
    left: 0,
    bottom: 0,
    width: '100%',
    height: '2px',
    backgroundColor: tokens.colorCompoundBrandBackground,
    transformOrigin: 'left',
    animationName: { from: { transform: 'scaleX(1)' }, to: { transform: 'scaleX(0)' } },
    animationDuration: '10s',
    animationTimingFunction: 'linear',
    animationFillMode: 'forwards',
  },
});

export function UndoProvider({ children }: { children: ReactNode }) {
  const styles = useStyles();
  const [toasts, setToasts] = useState<Toast[]>([]);
  const offer = useCallback((done: Done) => {
    setToasts((before) => [...before.slice(-2), { ...done, key: (before.at(-1)?.key ?? 0) + 1, error: null }]);
  }, []);
  const close = useCallback((key: number) => setToasts((before) => before.filter((each) => each.key !== key)), []);
  const undo = useCallback(
    (toast: Toast) => {
      const failed = (error: unknown) =>
        setToasts((before) => before.map((each) => (each.key === toast.key ? { ...each, error } : each)));
      toast.undo?.().then(() => close(toast.key), failed);
    },
    [close],
  );
  const last = toasts.findLast((each) => each.undo !== undefined);
  useKeys({ z: () => last !== undefined && undo(last) });

  return (
    <UndoContext.Provider value={offer}>
      {children}
      <div className={styles.stack} role="status">
        {toasts.map((toast) => (
          <ToastLine
            key={toast.key}
            toast={toast}
            isLast={toast === last}
            onUndo={() => undo(toast)}
            onClose={() => close(toast.key)}
          />
        ))}
      </div>
    </UndoContext.Provider>
  );
}

interface ToastLineProps {
  toast: Toast;
  isLast: boolean;
  onUndo: () => void;
  onClose: () => void;
}

function ToastLine({ toast, isLast, onUndo, onClose }: ToastLineProps) {
  const styles = useStyles();
  if (toast.error !== null) return <ProblemBar what={words.undo.failed} error={toast.error} onClose={onClose} />;
  return (
    <div className={styles.toast}>
      <CheckmarkCircle20Filled className={styles.icon} />
      <span className={styles.text}>{toast.text}</span>
      {toast.undo !== undefined && <TextButton onClick={onUndo}>{words.undo.undo}</TextButton>}
      {isLast && (
        <kbd className={styles.key} aria-hidden>
          Z
        </kbd>
      )}
      <Button
        appearance="subtle"
        size="small"
        icon={<Dismiss16Regular />}
        aria-label={words.undo.close}
        onClick={onClose}
      />
      <span className={styles.bar} onAnimationEnd={onClose} />
    </div>
  );
}
