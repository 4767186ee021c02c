import { makeStyles } from '@fluentui/react-components';
import { OvertakenBar } from '../shell/overtaken-bar.tsx';
import { ProblemBar } from '../shell/problem-bar.tsx';
import { ChangesTable } from './changes-table.tsx';
import type { DocumentState } from './use-document.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  bars: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px', padding: '0 20px' },
  faults: { margin: '4px 0 0', paddingLeft: '18px' },
});

type Bars = Pick<
  DocumentState<unknown>,
  'saved' | 'error' | 'failure' | 'faults' | 'overtaken' | 'reload' | 'discard' | 'reapply'
>;

/** What stood in the way of loading or saving, and the way out of it. */
export function HeadBars({ saved, error, failure, faults, overtaken, reload, discard, reapply }: Bars) {
  const styles = useStyles();
  if (error === null && failure === null && overtaken === null) return null;
  return (
    <div className={styles.bars}>
      {error !== null && saved === null && <ProblemBar what={words.notLoaded} error={error} onRetry={reload} />}
      {failure !== null && (
        <div>
          <ProblemBar what={words.notSaved} error={failure} />
          {faults.length > 0 && (
            <ul className={styles.faults} aria-label={words.faults}>
              {faults.map(({ path, message }) => (
                <li key={`${path} ${message}`}>{`${path}: ${message}`}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      {overtaken !== null && (
        <>
          <OvertakenBar title={words.overtaken(overtaken.by)} onTheirs={discard} onMine={reapply} mine={words.reapply}>
            {words.overtakenLead}
          </OvertakenBar>
          <ChangesTable
            label={words.theirChanges(overtaken.by)}
            changes={overtaken.theirs.map(({ path, before, after }) => ({
              ...{ field: path.join('.'), from: before, to: after },
              ...(touches(overtaken.clashes, path) && { note: words.clash }),
            }))}
          />
        </>
      )}
    </div>
  );
}

function touches(clashes: readonly (readonly string[])[], path: readonly string[]): boolean {
  return clashes.some((clash) => clash.every((name, i) => i >= path.length || path[i] === name));
}
