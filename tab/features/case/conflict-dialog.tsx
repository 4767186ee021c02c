import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { Case } from '../../../backend/contracts/case.ts';
import { timeOfDay } from '../../../ui/format.ts';
import { useDirectory } from '../../session/directory.tsx';
import { words } from '../../words.ts';
import { before, type FieldName, fieldNames, fieldValue, fieldWord, valueWord } from './field-words.ts';
import type { Conflict } from './use-case-writes.ts';

const useStyles = makeStyles({
  button: { whiteSpace: 'nowrap' },
  surface: { maxWidth: '520px' },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  cell: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    padding: '6px 8px 6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightSemibold },
});

interface ConflictDialogProps {
  conflict: Conflict;
  /** The case as this person saw it. */
  seen: Case;
  onKeep: () => void;
  onAnyway: () => void;
}

/** The difference, then the choice: keep what is there, or apply one's own on top of it. */
export function ConflictDialog({ conflict, seen, onKeep, onAnyway }: ConflictDialogProps) {
  const styles = useStyles();
  const directory = useDirectory();
  const { now, mine, by } = conflict;
  const who = by?.name.split(' ')[0] ?? words.conflict.somebody;
  const changed = fieldNames.filter(
    (field) => field === mine.field || fieldValue(now, field) !== fieldValue(seen, field),
  );
  const shown = changed.some((field) => field === mine.field) ? changed : [mine.field, ...changed];
  const nowValue = (field: FieldName) =>
    field === mine.field || field === 'needsReview' ? before(now, mine).value : now[field];
  const allowed = mine.field !== 'status' || now.nextStatuses.some((status) => status === mine.value);
  return (
    <Dialog open modalType="alert">
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{words.conflict.title(who, now.number)}</DialogTitle>
          <DialogContent>
            <table className={styles.table}>
              <thead>
                <tr className={styles.head}>
                  <th className={styles.cell} scope="col">
                    {words.conflict.field}
                  </th>
                  <th className={styles.cell} scope="col">
                    {words.conflict.now(who, by === null ? '' : timeOfDay(Date.parse(by.at)))}
                  </th>
                  <th className={styles.cell} scope="col">
                    {words.conflict.yours}
                  </th>
                </tr>
              </thead>
              <tbody>
                {shown.map((field) => (
                  <tr key={field}>
                    <th className={styles.cell} scope="row">
                      {fieldWord(field)}
                    </th>
                    <td className={styles.cell}>{valueWord(field, nowValue(field), directory)}</td>
                    <td className={styles.cell}>
                      {field === mine.field ? valueWord(field, mine.value, directory) : words.conflict.noChange}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </DialogContent>
          <DialogActions fluid>
            {allowed && (
              <Button className={styles.button} onClick={onAnyway}>
                {words.conflict.anyway(valueWord(mine.field, mine.value, directory))}
              </Button>
            )}
            <Button className={styles.button} appearance="primary" onClick={onKeep}>
              {words.conflict.keep(who)}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
