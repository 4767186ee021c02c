import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Input,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Case } from '../../../../backend/contracts/case.ts';
import { useSession } from '../../../session/session.ts';
import { useFocusRing } from '../../../shell/focus-ring.ts';
import { actionWords } from './words.ts';

const words = actionWords.pick;
const settleMs = 200;
const most = 6;

const useStyles = makeStyles({
  content: { display: 'grid', gap: '8px' },
  list: { listStyle: 'none', margin: 0, padding: 0, minHeight: '190px' },
  choice: {
    display: 'flex',
    gap: '8px',
    width: '100%',
    padding: '6px 8px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    font: 'inherit',
    textAlign: 'start',
    color: 'inherit',
    backgroundColor: 'transparent',
    cursor: 'pointer',
    '&:hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  number: { color: tokens.colorNeutralForeground3, flexShrink: 0 },
  subject: { flexGrow: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

interface PickCaseDialogProps {
  title: string;
  lead: string;
  /** The case one comes from; it cannot be chosen. */
  from: Case;
  onPick: (chosen: Case) => void;
  onClose: () => void;
}

/** Finds another case by its number or by words; before anything is typed, other cases of the same customer. */
export function PickCaseDialog({ title, lead, from, onPick, onClose }: PickCaseDialogProps) {
  const styles = useStyles();
  const ring = useFocusRing();
  const [text, setText] = useState('');
  const found = useCasesLike(text, from);
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>
            <span>{lead}</span>
            <Input
              type="search"
              aria-label={words.search}
              placeholder={words.search}
              value={text}
              onChange={(_, data) => setText(data.value)}
            />
            <ul className={styles.list} aria-label={words.choose} aria-busy={found === null}>
              {found?.map((each) => (
                <li key={each.id}>
                  <button type="button" className={`${styles.choice} ${ring}`} onClick={() => onPick(each)}>
                    <span className={styles.number}>{each.number}</span>
                    <span className={styles.subject}>{each.subject}</span>
                    <span className={styles.number}>{each.customer.name || each.customer.email}</span>
                  </button>
                </li>
              ))}
            </ul>
            <span role="status">{found === null ? words.searching : found.length === 0 ? words.none : ''}</span>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{words.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** Null while the server is asked. */
function useCasesLike(text: string, from: Case): Case[] | null {
  const { api } = useSession();
  const [found, setFound] = useState<Case[] | null>(null);
  useEffect(() => {
    let stale = false;
    setFound(null);
    const q = text.trim();
    const narrow = q === '' ? { customer: [from.customer.email] } : { q };
    const timer = setTimeout(() => {
      api('listCases', { query: { ...narrow, sort: '-updated', limit: most + 1 } }).then(
        ({ items }) => !stale && setFound(items.filter(({ id }) => id !== from.id).slice(0, most)),
        () => !stale && setFound([]),
      );
    }, settleMs);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [api, text, from.id, from.customer.email]);
  return found;
}
