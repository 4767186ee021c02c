import { makeStyles, tokens } from '@fluentui/react-components';
import { createContext, useContext } from 'react';
import type { FieldFault } from './use-document.ts';

const FaultsContext = createContext<readonly FieldFault[]>([]);
export const FaultsProvider = FaultsContext.Provider;

/** What the server refused at a place of the document, such as `teams.0.name`, or below it; undefined for nothing. */
export function useFault(path: string): string | undefined {
  const faults = useContext(FaultsContext);
  return faults.find((fault) => fault.path === path || fault.path.startsWith(`${path}.`))?.message;
}

const useStyles = makeStyles({
  fault: { display: 'block', color: tokens.colorStatusDangerForeground3, overflowWrap: 'anywhere' },
});

/** Stands under a field that the server refused. */
export function Fault({ path }: { path: string }) {
  const styles = useStyles();
  const fault = useFault(path);
  return fault === undefined ? null : <span className={styles.fault}>{fault}</span>;
}
