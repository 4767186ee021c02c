import { makeStyles, Switch, ToggleButton, tokens } from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import type { DeliverSamples, SandboxSamples } from '../../contracts/sandbox.ts';
import { readyDrafts } from './drafts.ts';
import type { Sent } from './last-result.ts';
import type { SandboxSession } from './sandbox-session.ts';

const useStyles = makeStyles({
  row: { display: 'flex', gap: '6px', flexWrap: 'wrap', alignItems: 'center' },
  word: { color: tokens.colorNeutralForeground3 },
  trickle: {
    '& .fui-Switch__label': {
      fontSize: tokens.fontSizeBase200,
      lineHeight: tokens.lineHeightBase200,
      padding: '4px 0',
    },
    '& .fui-Switch__indicator': { margin: '4px 6px' },
  },
  chip: { minWidth: 0, fontWeight: tokens.fontWeightRegular, paddingLeft: '10px', paddingRight: '10px' },
});

interface TryChipsProps {
  session: SandboxSession;
  /** Key of the ready draft that is in the form, so that its chip shows it. */
  filled: string | null;
  onFill: (key: string) => void;
  /** Null while there is no case to answer. */
  onAnswerNewest: (() => void) | null;
  onSent: (sent: Sent) => void;
  onProblem: (error: unknown) => void;
}

/** Ready-made mails: those worth reading fill the form, the rest arrive at once. */
export function TryChips({ session, filled, onFill, onAnswerNewest, onSent, onProblem }: TryChipsProps) {
  const styles = useStyles();
  const { samples, deliver } = useSamples(session, onSent, onProblem);
  if (samples === null) return null;
  return (
    <div className={styles.row}>
      <span className={styles.word}>Try:</span>
      {samples.try.map(({ key, title }) =>
        key in readyDrafts ? (
          <Chip key={key} pressed={filled === key} onClick={() => onFill(key)}>
            {title}
          </Chip>
        ) : (
          <Chip key={key} onClick={() => deliver({ key }, `${title} delivered`)}>
            {title}
          </Chip>
        ),
      )}
      {onAnswerNewest !== null && <Chip onClick={onAnswerNewest}>Answer to newest case</Chip>}
      <Chip onClick={() => deliver({ count: 20 }, '20 mails delivered')}>20 at once</Chip>
      <Chip onClick={() => deliver({ all: true }, 'Sample mailbox delivered')}>All {samples.total} samples</Chip>
      <Switch
        className={styles.trickle}
        label="Live trickle"
        checked={samples.trickling}
        onChange={(_, data) =>
          deliver({ trickle: data.checked }, data.checked ? 'Mails trickle in' : 'Trickle stopped')
        }
      />
    </div>
  );
}

interface ChipProps {
  children: ReactNode;
  onClick: () => void;
  pressed?: boolean;
}

function Chip({ children, onClick, pressed = false }: ChipProps) {
  return (
    <ToggleButton size="small" className={useStyles().chip} checked={pressed} onClick={onClick}>
      {children}
    </ToggleButton>
  );
}

function useSamples({ sandbox }: SandboxSession, onSent: (sent: Sent) => void, onProblem: (error: unknown) => void) {
  const [samples, setSamples] = useState<SandboxSamples | null>(null);
  const ask = useCallback(() => {
    sandbox('samples', {}).then(setSamples, () => undefined);
  }, [sandbox]);
  useEffect(() => {
    ask();
    // The trickle ends by itself when everything has arrived.
    const timer = setInterval(ask, 15_000);
    return () => clearInterval(timer);
  }, [ask]);
  function deliver(what: z.input<typeof DeliverSamples>, words: string): void {
    sandbox('deliverSamples', { body: what }).then(({ delivered, trickling }) => {
      setSamples((before) => before && { ...before, trickling });
      onSent({ words: 'all' in what || 'count' in what ? `${delivered} mails delivered` : words });
    }, onProblem);
  }
  return { samples, deliver };
}
