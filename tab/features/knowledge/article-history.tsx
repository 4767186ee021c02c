import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Article } from '../../../backend/contracts/knowledge.ts';
import { fullInstant } from '../../../ui/format.ts';
import { Markdown } from '../../components/markdown.tsx';
import { useDirectory } from '../../session/directory.tsx';
import { agentName } from '../../session/directory-names.ts';
import { useSession } from '../../session/session.ts';
import { ProblemBar } from '../../shell/problem-bar.tsx';
import { useDone } from '../../shell/undo.tsx';
import { textOf } from './article-text.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  part: { marginTop: '16px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  heading: { margin: '12px 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  version: { padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
  summary: { cursor: 'pointer' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface ArticleHistoryProps {
  article: Article;
  onTaken: (now: Article) => void;
}

/** What the article said before; any of it can be taken back. */
export function ArticleHistory({ article, onTaken }: ArticleHistoryProps) {
  const styles = useStyles();
  const { api } = useSession();
  const done = useDone();
  const directory = useDirectory();
  const [items, setItems] = useState<Article[] | null>(null);
  const [error, setError] = useState<{ what: string; error: unknown } | null>(null);
  const { id, etag } = article;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version of the article has another history.
  useEffect(() => {
    api('articleHistory', { params: { id } }).then(
      (found) => setItems(found.items),
      (failure: unknown) => setError({ what: words.historyNotLoaded, error: failure }),
    );
  }, [api, id, etag]);
  const take = async (version: Article) => {
    try {
      const now = await api('replaceArticle', { params: { id }, body: textOf(version), ifMatch: etag });
      const undo = async () =>
        onTaken(await api('replaceArticle', { params: { id }, body: textOf(article), ifMatch: now.etag }));
      done({ text: words.restored(now.title), undo });
      onTaken(now);
    } catch (failure) {
      setError({ what: words.notSaved, error: failure });
    }
  };
  return (
    <section className={styles.part} aria-label={words.history}>
      <h3 className={styles.heading}>{words.history}</h3>
      {error !== null && <ProblemBar what={error.what} error={error.error} onClose={() => setError(null)} />}
      {items?.length === 0 && <p className={styles.quiet}>{words.historyNone}</p>}
      <ul className={styles.list}>
        {items?.map((version) => (
          <li key={version.etag} className={styles.version}>
            <details>
              <summary className={styles.summary}>
                {version.title}{' '}
                <span className={styles.quiet}>
                  {words.said(fullInstant(Date.parse(version.updatedAt)), agentName(directory, version.updatedBy))}
                </span>
              </summary>
              <Markdown source={version.text} />
            </details>
            <div className={styles.line}>
              <Button size="small" onClick={() => void take(version)}>
                {words.restore}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
