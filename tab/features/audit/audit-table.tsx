import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { Fragment, useState } from 'react';
import type { AuditEntry } from '../../../backend/contracts/audit.ts';
import { fullInstant, instantText } from '../../../ui/format.ts';
import { useNow } from '../../../ui/now.ts';
import { ChangesTable } from '../../settings/changes-table.tsx';
import { useWidth } from '../../shell/width.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  frame: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: '6px', overflow: 'hidden' },
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  head: { textAlign: 'start', fontWeight: tokens.fontWeightSemibold, padding: '6px 8px' },
  row: {
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    '&:hover': { backgroundColor: tokens.colorNeutralBackground2 },
  },
  opened: { backgroundColor: tokens.colorNeutralBackground2 },
  cell: { padding: '4px 8px', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  opener: { padding: '0 0 0 4px' },
  what: { fontSize: tokens.fontSizeBase300 },
  quiet: { color: tokens.colorNeutralForeground3 },
  refused: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
  changes: { padding: '4px 16px 10px 44px', backgroundColor: tokens.colorNeutralBackground2 },
});

type Column = keyof typeof words.columns;
const widths: Record<Column, string> = {
  at: '120px',
  actor: '18%',
  surface: '112px',
  what: '200px',
  subject: 'auto',
  changes: '88px',
};
const columnsAt: Record<ReturnType<typeof useWidth>, Column[]> = {
  full: ['at', 'actor', 'surface', 'what', 'subject', 'changes'],
  wide: ['at', 'actor', 'surface', 'what', 'subject', 'changes'],
  medium: ['at', 'actor', 'what', 'subject'],
  phone: ['at', 'what', 'actor'],
};
const phoneWidths: Partial<Record<Column, string>> = { at: '92px', what: 'auto', actor: '32%' };

/** One line an entry; what changed opens below the line. */
export function AuditTable({ entries }: { entries: AuditEntry[] }) {
  const styles = useStyles();
  const [open, setOpen] = useState<string | null>(null);
  const width = useWidth();
  const columns = columnsAt[width];
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <colgroup>
          <col style={{ width: '36px' }} />
          {columns.map((column) => (
            <col key={column} style={{ width: (width === 'phone' && phoneWidths[column]) || widths[column] }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col" className={styles.head}>
                {words.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Fragment key={entry.id}>
              <EntryRow
                entry={entry}
                columns={columns}
                open={open === entry.id}
                onOpen={() => setOpen(open === entry.id ? null : entry.id)}
              />
              {open === entry.id && (
                <tr>
                  <td className={styles.changes} colSpan={columns.length + 1}>
                    <ChangesTable
                      label={words.open(words.kinds[entry.kind], entry.subject ?? '')}
                      changes={entry.changes}
                    />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface EntryRowProps {
  entry: AuditEntry;
  columns: Column[];
  open: boolean;
  onOpen: () => void;
}

function EntryRow({ entry, columns, open, onOpen }: EntryRowProps) {
  const styles = useStyles();
  const nowMs = useNow(60_000);
  const atMs = Date.parse(entry.at);
  const what = words.kinds[entry.kind];
  const cells: Record<Column, { text: string; title?: string }> = {
    at: { text: instantText(atMs, nowMs), title: fullInstant(atMs) },
    actor: { text: entry.actor.name, title: entry.actor.id },
    surface: { text: words.surfaces[entry.surface] },
    what: { text: what },
    subject: { text: entry.subject ?? '', title: entry.subject ?? '' },
    changes: { text: words.count(entry.changes.length) },
  };
  return (
    <tr className={mergeClasses(styles.row, open && styles.opened)}>
      <td className={styles.opener}>
        <Button
          appearance="transparent"
          size="small"
          icon={open ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
          aria-label={words.open(what, cells.at.text)}
          aria-expanded={open}
          onClick={onOpen}
        />
      </td>
      {columns.map((column) => (
        <td
          key={column}
          className={mergeClasses(
            styles.cell,
            column === 'what' && styles.what,
            column === 'what' && entry.kind === 'sign_in.refused' && styles.refused,
            (column === 'at' || column === 'surface' || column === 'changes') && styles.quiet,
          )}
          title={cells[column].title}
        >
          {cells[column].text}
        </td>
      ))}
    </tr>
  );
}
