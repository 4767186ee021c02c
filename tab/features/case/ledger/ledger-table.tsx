import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ClockName } from '../../../../backend/contracts/clock-words.ts';
import type { ClockLedger, LedgerLine } from '../../../../backend/contracts/sla-ledger.ts';
import { shortTarget } from '../../../../ui/clock-reading.ts';
import { instantText, sameDay, timeOfDay } from '../../../../ui/format.ts';
import { clockNames, statusWords } from '../../../../ui/words.ts';
import { TextButton } from '../../../shell/text-button.tsx';
import { joinedLines } from './joined-lines.ts';
import { spanShort } from './span.ts';
import { ledgerWords as words } from './words.ts';

const useStyles = makeStyles({
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'center' },
  title: { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  cell: { padding: '3px 6px 3px 0', textAlign: 'start', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  end: { textAlign: 'end', padding: '3px 0 3px 10px', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  heading: { fontSize: '10px', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
});

interface LedgerTableProps {
  name: ClockName;
  ledger: ClockLedger;
  nowMs: number;
}

/** The same as the picture in words: span, cause, amount and running sum. */
export function LedgerTable({ name, ledger, nowMs }: LedgerTableProps) {
  const styles = useStyles();
  const lines = pastLines(ledger);
  return (
    <>
      <div className={styles.head}>
        <h3 className={styles.title}>{words.why(clockNames[name])}</h3>
        <CopyLedger rows={rowsOf(ledger, name, nowMs)} />
      </div>
      <table className={styles.table} aria-label={words.why(clockNames[name])}>
        <thead>
          <tr>
            {[words.span, words.cause, words.amount, words.sum].map((title, index) => (
              <th
                key={title}
                scope="col"
                className={mergeClasses(styles.cell, styles.heading, index > 1 && styles.end)}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.from} ${line.to} ${line.cause}`} className={line.countedMs > 0 ? undefined : styles.quiet}>
              <td className={styles.cell}>{spanText(line, nowMs)}</td>
              <td className={styles.cell}>{causeText(line, name)}</td>
              <td className={mergeClasses(styles.cell, styles.end)}>
                {line.from === line.to ? '' : spanShort(line.countedMs)}
              </td>
              <td className={mergeClasses(styles.cell, styles.end)}>
                {line.countedMs > 0 ? spanShort(line.totalMs) : ''}
              </td>
            </tr>
          ))}
          <LastLine ledger={ledger} nowMs={nowMs} />
        </tbody>
      </table>
    </>
  );
}

function LastLine({ ledger, nowMs }: { ledger: ClockLedger; nowMs: number }) {
  const styles = useStyles();
  const [what, when, amount, sum] = lastOf(ledger, nowMs);
  return (
    <tr className={styles.strong}>
      <td className={styles.cell}>{what}</td>
      <td className={styles.cell}>{when}</td>
      <td className={mergeClasses(styles.cell, styles.end)}>{amount}</td>
      <td className={mergeClasses(styles.cell, styles.end)}>{sum}</td>
    </tr>
  );
}

function CopyLedger({ rows }: { rows: string[][] }) {
  const [copied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard.writeText(rows.map((cells) => cells.join('\t')).join('\n')).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <TextButton onClick={copy} onBlur={() => setCopied(false)}>
      {copied ? words.copied : words.copy}
    </TextButton>
  );
}

function rowsOf(ledger: ClockLedger, name: ClockName, nowMs: number): string[][] {
  const lines = pastLines(ledger).map((line) => [
    spanText(line, nowMs),
    causeText(line, name),
    spanShort(line.countedMs),
    spanShort(line.totalMs),
  ]);
  return [...lines, lastOf(ledger, nowMs)];
}

function pastLines(ledger: ClockLedger): LedgerLine[] {
  return joinedLines(ledger.lines.filter((line) => !line.ahead));
}

function lastOf(
  { remainingMs, due, consumedMs, targetMs }: ClockLedger,
  nowMs: number,
): [string, string, string, string] {
  if (remainingMs === null) return [words.nothing, '', '', spanShort(consumedMs)];
  const over = remainingMs < 0;
  const when = due === null ? '' : (over ? words.since : words.until)(instantText(Date.parse(due), nowMs));
  return [over ? words.over : words.left, when, spanShort(remainingMs), spanShort(targetMs ?? consumedMs)];
}

function spanText({ from, to }: LedgerLine, nowMs: number): string {
  const a = Date.parse(from);
  const b = Date.parse(to);
  if (a === b) return instantText(a, nowMs);
  return `${instantText(a, nowMs)}–${sameDay(a, b) ? timeOfDay(b) : instantText(b, nowMs)}`;
}

function causeText({ cause, detail, promise }: LedgerLine, clock: ClockName): string {
  if (cause === 'promise') {
    const target = promise?.targets[clock] ?? null;
    return target === null ? words.noTarget : words.target(shortTarget(target));
  }
  if ((cause === 'pause' || cause === 'ended') && detail !== undefined) {
    return statusWords[detail as keyof typeof statusWords] ?? detail;
  }
  return detail === undefined ? words.causes[cause] : `${words.causes[cause]}, ${detail}`;
}
