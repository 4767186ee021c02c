import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { SimilarCases } from '../../../../backend/contracts/similar.ts';
import { StatusLabel } from '../../../../ui/status.tsx';
import { useSession } from '../../../session/session.ts';
import { ProblemBar } from '../../../shell/problem-bar.tsx';
import { CaseLink } from './case-link.tsx';
import { sideWords } from './words.ts';

const words = sideWords.similar;

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  why: { margin: '0 0 6px 68px', color: tokens.colorNeutralForeground3 },
});

/** Cases like this one, each with what they share. */
export function SimilarSection({ caseId }: { caseId: string }) {
  const styles = useStyles();
  const { api } = useSession();
  const [items, setItems] = useState<SimilarCases['items'] | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let gone = false;
    api('similarCases', { params: { id: caseId }, query: {} }).then(
      (found) => !gone && setItems(found.items),
      (failure: unknown) => !gone && setError(failure),
    );
    return () => {
      gone = true;
    };
  }, [api, caseId]);
  if (error !== null) return <ProblemBar what={words.notLoaded} error={error} />;
  if (items?.length === 0) return <span className={styles.quiet}>{words.none}</span>;
  return (
    <ul className={styles.list}>
      {items?.map(({ case: other, duplicate, why }) => (
        <li key={other.id}>
          <CaseLink value={other} end={<StatusLabel status={other.status} />} />
          <p className={styles.why}>
            {duplicate && (
              <Badge appearance="outline" color="informative" shape="rounded">
                {words.duplicate}
              </Badge>
            )}{' '}
            {[...why, ...(other.resolution === null ? [] : [other.resolution])].join(' ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
