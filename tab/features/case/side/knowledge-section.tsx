import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Case } from '../../../../backend/contracts/case.ts';
import type { Suggestions } from '../../../../backend/contracts/knowledge.ts';
import { useNavigation, useRouteLink } from '../../../navigation.tsx';
import { useSession } from '../../../session/session.ts';
import { useFocusRing } from '../../../shell/focus-ring.ts';
import { ProblemBar } from '../../../shell/problem-bar.tsx';
import { TextButton } from '../../../shell/text-button.tsx';
import { putIntoReply, wordsOf } from '../composer/put-text.ts';
import { sideWords } from './words.ts';

const words = sideWords.knowledge;

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { padding: '4px 0' },
  title: { color: tokens.colorBrandForegroundLink, overflowWrap: 'anywhere' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0 8px' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Articles and ready answers that fit the customer's last mail, each with the words that led to it. */
export function KnowledgeSection({ value }: { value: Case }) {
  const styles = useStyles();
  const ring = useFocusRing();
  const { api } = useSession();
  const { route } = useNavigation();
  const link = useRouteLink();
  const [articles, setArticles] = useState<Suggestions['articles'] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const { id, messageCount } = value;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new mail may be about something else.
  useEffect(() => {
    let gone = false;
    api('suggestForCase', { params: { id } }).then(
      (found) => !gone && setArticles(found.articles),
      (failure: unknown) => !gone && setError(failure),
    );
    return () => {
      gone = true;
    };
  }, [api, id, messageCount]);
  if (error !== null) return <ProblemBar what={words.notLoaded} error={error} />;
  if (articles?.length === 0) return <span className={styles.quiet}>{words.none}</span>;
  return (
    <ul className={styles.list}>
      {articles?.map((article) => (
        <li key={article.id} className={styles.item}>
          <a
            className={`${styles.title} ${ring}`}
            {...link({ page: 'knowledge', place: { article: article.id }, filter: route.filter, caseId: null })}
          >
            {article.title}
          </a>
          <div className={styles.line}>
            {article.kind === 'canned' && (
              <Badge appearance="outline" color="informative" shape="rounded" size="small">
                {words.ready}
              </Badge>
            )}
            <span className={styles.quiet}>{words.because(article.words)}</span>
            {value.actions.includes('edit') && (
              <TextButton
                aria-label={words.insertNamed(article.title)}
                onClick={() => void wordsOf(api, value, article).then(putIntoReply)}
              >
                {words.insert}
              </TextButton>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
