import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { Fragment, useState } from 'react';
import type { Fate } from '../../../../backend/contracts/fates.ts';
import { fullInstant, instantText, sameDay, timeWithSeconds } from '../../../../ui/format.ts';
import { useNow } from '../../../../ui/now.ts';
import { useNavigation, useRouteLink } from '../../../navigation.tsx';
import { useWidth } from '../../../shell/width.ts';
import { words } from '../words.ts';
import { FateIcon } from './fate-icon.tsx';
import { FateRecord } from './fate-record.tsx';
import { tookText } from './span-text.ts';

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
  subject: { fontSize: tokens.fontSizeBase300 },
  quiet: { color: tokens.colorNeutralForeground3 },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  became: { display: 'inline-flex', alignItems: 'center', gap: '8px' },
  parked: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
  link: {
    // The plain link colour is too dark for an opened row at night.
    color: tokens.colorBrandForeground2,
    textDecorationLine: 'none',
    '&:hover': { textDecorationLine: 'underline' },
  },
  record: { padding: 0 },
});

type Column = keyof typeof words.fates.columns;
const widths: Record<Column, string> = {
  received: '92px',
  from: '15%',
  subject: '24%',
  became: '176px',
  why: 'auto',
  case: '84px',
  took: '64px',
};
const columnsAt: Record<ReturnType<typeof useWidth>, Column[]> = {
  full: ['received', 'from', 'subject', 'became', 'why', 'case', 'took'],
  wide: ['received', 'from', 'subject', 'became', 'why', 'case'],
  medium: ['received', 'from', 'subject', 'became', 'case'],
  phone: ['received', 'subject', 'became'],
};

/** One line a mail; its record opens below the line. */
export function FateTable({ fates, onChanged }: { fates: Fate[]; onChanged: () => void }) {
  const styles = useStyles();
  const [open, setOpen] = useState<string | null>(null);
  const columns = columnsAt[useWidth()];
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <colgroup>
          <col style={{ width: '36px' }} />
          {columns.map((column) => (
            <col key={column} style={{ width: widths[column] }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col" className={mergeClasses(styles.head, column === 'took' && styles.number)}>
                {words.fates.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fates.map((fate) => (
            <Fragment key={fate.key}>
              <FateRow
                fate={fate}
                columns={columns}
                open={open === fate.key}
                onOpen={() => setOpen(open === fate.key ? null : fate.key)}
              />
              {open === fate.key && (
                <tr>
                  <td className={styles.record} colSpan={columns.length + 1}>
                    <FateRecord fate={fate} onChanged={onChanged} />
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

interface FateRowProps {
  fate: Fate;
  columns: Column[];
  open: boolean;
  onOpen: () => void;
}

function FateRow({ fate, columns, open, onOpen }: FateRowProps) {
  const styles = useStyles();
  return (
    <tr className={mergeClasses(styles.row, open && styles.opened)}>
      <td className={styles.opener}>
        <Button
          appearance="transparent"
          size="small"
          icon={open ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
          aria-label={words.fates.open(fate.subject)}
          aria-expanded={open}
          onClick={onOpen}
        />
      </td>
      {columns.map((column) => (
        <td
          key={column}
          className={mergeClasses(
            styles.cell,
            column === 'subject' && styles.subject,
            (column === 'why' || column === 'took' || column === 'received') && styles.quiet,
            column === 'took' && styles.number,
          )}
          title={column === 'why' ? fate.reason : column === 'subject' ? fate.subject : undefined}
        >
          <Cell column={column} fate={fate} />
        </td>
      ))}
    </tr>
  );
}

function Cell({ column, fate }: { column: Column; fate: Fate }) {
  const styles = useStyles();
  switch (column) {
    case 'received':
      return <Received at={Date.parse(fate.receivedAt)} />;
    case 'from':
      return fate.from ?? words.fates.unknown;
    case 'subject':
      return fate.subject || words.fates.noSubject;
    case 'became':
      return (
        <span className={mergeClasses(styles.became, fate.became === 'parked' && styles.parked)}>
          <FateIcon became={fate.became} />
          {words.fates.became[fate.became]}
        </span>
      );
    case 'why':
      return fate.reason;
    case 'case':
      return <CaseLink fate={fate} />;
    case 'took':
      return fate.tookMs === null ? '' : tookText(fate.tookMs);
  }
}

function Received({ at }: { at: number }) {
  const nowMs = useNow(60_000);
  const text = sameDay(at, nowMs) ? timeWithSeconds(at) : instantText(at, nowMs);
  return (
    <time dateTime={new Date(at).toISOString()} title={fullInstant(at)}>
      {text}
    </time>
  );
}

function CaseLink({ fate }: { fate: Fate }) {
  const styles = useStyles();
  const { route } = useNavigation();
  const link = useRouteLink();
  if (fate.case === null) return null;
  return (
    <a className={styles.link} {...link({ filter: route.filter, caseId: fate.case.number })}>
      {fate.case.number}
    </a>
  );
}
