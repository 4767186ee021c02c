import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Dismiss12Regular } from '@fluentui/react-icons/svg/dismiss';
import { Link16Regular } from '@fluentui/react-icons/svg/link';
import { useEffect, useState } from 'react';
import type { Case } from '../../../../backend/contracts/case.ts';
import { StatusLabel } from '../../../../ui/status.tsx';
import { useSession } from '../../../session/session.ts';
import { PickCaseDialog } from '../actions/pick-case-dialog.tsx';
import type { CaseActions } from '../actions/use-case-actions.ts';
import { actionWords } from '../actions/words.ts';
import { CaseLink } from './case-link.tsx';
import { sideWords } from './words.ts';

const words = sideWords.links;

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  line: { display: 'flex', alignItems: 'center', gap: '4px' },
  grow: { flexGrow: 1, minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface Line {
  caseId: string;
  word: string;
  mayUnlink: boolean;
}

/** Cases that this one is linked to, or was merged with. */
export function LinksSection({ value, actions }: { value: Case; actions: CaseActions | null }) {
  const styles = useStyles();
  const [asking, setAsking] = useState(false);
  const may = value.actions.includes('link') && actions !== null;
  const lines: Line[] = [
    ...value.linked.map(({ caseId, kind }) => ({ caseId, word: words.kinds[kind] ?? kind, mayUnlink: may })),
    ...(value.mergedCases ?? []).map(({ caseId }) => ({ caseId, word: words.merged, mayUnlink: false })),
    ...(value.mergedInto === undefined ? [] : [{ caseId: value.mergedInto, word: words.mergedInto, mayUnlink: false }]),
  ];
  const found = useCases(lines.map(({ caseId }) => caseId));
  return (
    <>
      {lines.length === 0 && <span className={styles.quiet}>{words.none}</span>}
      <ul className={styles.list}>
        {lines.map(({ caseId, word, mayUnlink }) => {
          const other = found.get(caseId);
          if (other === undefined) return null;
          return (
            <li key={`${caseId}${word}`} className={styles.line}>
              <span className={mergeClasses(styles.grow)}>
                <CaseLink value={other} end={<span className={styles.quiet}>{word}</span>} />
              </span>
              <StatusLabel status={other.status} />
              {mayUnlink && (
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<Dismiss12Regular />}
                  aria-label={words.remove(other.number)}
                  onClick={() => actions?.unlink(other)}
                />
              )}
            </li>
          );
        })}
      </ul>
      {may && (
        <Button size="small" appearance="subtle" icon={<Link16Regular />} onClick={() => setAsking(true)}>
          {words.add}
        </Button>
      )}
      {asking && (
        <PickCaseDialog
          title={actionWords.pick.link(value.number)}
          lead={actionWords.pick.linkLead}
          from={value}
          onClose={() => setAsking(false)}
          onPick={(chosen) => {
            setAsking(false);
            actions?.link(chosen);
          }}
        />
      )}
    </>
  );
}

/** The cases behind some ids, as they come. */
function useCases(ids: string[]): ReadonlyMap<string, Case> {
  const { api } = useSession();
  const [found, setFound] = useState<ReadonlyMap<string, Case>>(new Map());
  const key = ids.join(' ');
  useEffect(() => {
    let gone = false;
    for (const id of key.split(' ').filter(Boolean)) {
      api('getCase', { params: { id } }).then(
        (value) => !gone && setFound((before) => new Map(before).set(id, value)),
        () => undefined,
      );
    }
    return () => {
      gone = true;
    };
  }, [api, key]);
  return found;
}
