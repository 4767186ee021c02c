import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useState } from 'react';
import type { Case } from '../../../../backend/contracts/case.ts';
import { statusWords } from '../../../../backend/contracts/words.ts';
import type { Api } from '../../../../ui/api.ts';
import { FormFrame } from './form-frame.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, maxHeight: '40vh', overflowY: 'auto' },
  row: {
    width: '100%',
    justifyContent: 'flex-start',
    gap: '8px',
    padding: '4px 6px',
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'left',
  },
  number: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  subject: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', flexGrow: 1, minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
  empty: { margin: 0, color: tokens.colorNeutralForeground3 },
});

const pauseMs = 200;

interface CasePickerProps {
  api: Api;
  label: string;
  /** Shown before anything is typed. */
  offered: Case[];
  /** Case that is not offered, because it is the one at hand. */
  withoutId?: string;
  busy: boolean;
  onPick: (value: Case) => void;
  onClose: () => void;
}

/** Finds a case by its number or by words. */
export function CasePicker({ api, label, offered, withoutId, busy, onPick, onClose }: CasePickerProps) {
  const styles = useStyles();
  const hintId = useId();
  const [words, setWords] = useState('');
  const found = useFound(api, words.trim());
  const rows = (words.trim() === '' ? offered : (found ?? [])).filter(({ id }) => id !== withoutId);
  return (
    <FormFrame label={label} onSubmit={(event) => event.preventDefault()} onClose={onClose}>
      <Input
        autoFocus
        type="search"
        aria-label={label}
        aria-describedby={hintId}
        placeholder="Number, name or words"
        value={words}
        onChange={(_, data) => setWords(data.value)}
      />
      <p id={hintId} className={styles.empty} role="status">
        {hint(words.trim(), found, rows.length)}
      </p>
      <ul className={styles.list}>
        {rows.map((value) => (
          <li key={value.id}>
            <Button
              appearance="subtle"
              size="small"
              className={styles.row}
              disabledFocusable={busy}
              onClick={() => onPick(value)}
            >
              <span className={styles.number}>{value.number}</span>
              <span className={styles.subject}>{value.subject}</span>
              <span className={styles.quiet}>{statusWords[value.status]}</span>
            </Button>
          </li>
        ))}
      </ul>
    </FormFrame>
  );
}

function hint(words: string, found: Case[] | null, rows: number): string {
  if (words === '') return rows === 0 ? 'Type to find a case.' : 'Cases of the same person';
  if (found === null) return 'Looking …';
  return rows === 0 ? 'No case matches.' : `${rows} ${rows === 1 ? 'case' : 'cases'}`;
}

/** Cases that match, or null while asking. An answer to earlier words is dropped. */
function useFound(api: Api, words: string): Case[] | null {
  const [found, setFound] = useState<{ words: string; cases: Case[] } | null>(null);
  useEffect(() => {
    if (words === '') return;
    let wanted = true;
    const take = (cases: Case[]) => wanted && setFound({ words, cases });
    const timer = setTimeout(() => {
      api('listCases', { query: { q: words, limit: 8 } }).then(
        ({ items }) => take(items),
        () => take([]),
      );
    }, pauseMs);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [api, words]);
  return found?.words === words ? found.cases : null;
}
