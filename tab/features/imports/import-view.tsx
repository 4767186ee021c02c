import { Button, Checkbox, makeStyles, ProgressBar, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import type { Import } from '../../../backend/contracts/imports.ts';
import { ProblemBar } from '../../shell/problem-bar.tsx';
import { ColumnTable } from './column-table.tsx';
import { ChangedRows, RefusedRows } from './finding-tables.tsx';
import { type OneImport, useImport } from './use-imports.ts';
import { useTableStyles } from './use-table-styles.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  view: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 16px' },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** One file: what its columns mean, what would become of each row, and what became of them. */
export function ImportView({ id }: { id: string }) {
  const styles = useStyles();
  const one = useImport(id);
  const { value, error, busy } = one;
  if (value === null) {
    if (error !== null) return <ProblemBar what={words.notLoaded} error={error} onRetry={one.reload} />;
    return (
      <Skeleton aria-label={words.loading}>
        <SkeletonItem size={24} />
      </Skeleton>
    );
  }
  const open = value.state === 'checked';
  return (
    <div className={styles.view} aria-busy={busy}>
      <div className={styles.line}>
        <h2 className={styles.name}>{value.name}</h2>
        <span className={styles.quiet}>{words.states[value.state]}</span>
      </div>
      {error !== null && <ProblemBar what={words.notDone} error={error} />}
      {open && <ColumnTable value={value} onChange={(mapping) => one.check({ mapping })} />}
      {open && value.mapping.externalId !== undefined && (
        <Checkbox
          label={words.existing}
          checked={value.existing === 'change'}
          onChange={(_, data) => one.check({ existing: data.checked === true ? 'change' : 'keep' })}
        />
      )}
      <Findings value={value} />
      <Actions one={one} value={value} />
      <ChangedRows value={value} />
      <RefusedRows value={value} />
    </div>
  );
}

/** How many rows become what; while it is carried out, how far it has come. */
function Findings({ value }: { value: Import }) {
  const styles = useStyles();
  const table = useTableStyles();
  const { counts, state, total, done, undone } = value;
  if (state === 'running' || state === 'undoing') {
    const name = state === 'running' ? words.running : words.undoing;
    return (
      <div role="status">
        <ProgressBar value={total === 0 ? 0 : done / total} aria-label={name} />
        {words.progress(done, total)}
      </div>
    );
  }
  const parts = [
    ...(['made', 'changed', 'present', 'refused'] as const)
      .filter((outcome) => counts[outcome] > 0)
      .map((outcome) => words[outcome](counts[outcome])),
  ];
  return (
    <div role="status">
      <h2 className={table.title}>{state === 'checked' ? words.would : words.became}</h2>
      <div className={styles.line}>
        {parts.map((part) => (
          <span key={part}>{part}</span>
        ))}
      </div>
      {undone !== null && <p>{words.undone(undone.closed, undone.restored, undone.kept)}</p>}
    </div>
  );
}

function Actions({ one, value }: { one: OneImport; value: Import }) {
  const rows = value.counts.made + value.counts.changed;
  if (value.state === 'checked') {
    const idle = rows === 0 || one.busy;
    return (
      <div>
        <Button appearance="primary" disabledFocusable={idle} onClick={() => !idle && one.run()}>
          {words.run(rows)}
        </Button>
      </div>
    );
  }
  if (value.state !== 'done' || rows === 0) return null;
  return (
    <div>
      <Button disabledFocusable={one.busy} onClick={() => !one.busy && one.undo()}>
        {words.undo}
      </Button>
    </div>
  );
}
