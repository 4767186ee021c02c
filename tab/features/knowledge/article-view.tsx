import { Badge, Button, makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { Delete16Regular } from '@fluentui/react-icons/svg/delete';
import { Edit16Regular } from '@fluentui/react-icons/svg/edit';
import { History16Regular } from '@fluentui/react-icons/svg/history';
import { useCallback, useEffect, useState } from 'react';
import type { Article } from '../../../backend/contracts/knowledge.ts';
import { instantText } from '../../../ui/format.ts';
import { useNow } from '../../../ui/now.ts';
import { Markdown } from '../../components/markdown.tsx';
import { useDirectory } from '../../session/directory.tsx';
import { agentName } from '../../session/directory-names.ts';
import { useSession } from '../../session/session.ts';
import { ProblemBar } from '../../shell/problem-bar.tsx';
import { useDone } from '../../shell/undo.tsx';
import { ArticleEditor } from './article-editor.tsx';
import { ArticleHistory } from './article-history.tsx';
import { textOf } from './article-text.ts';
import { languageName } from './languages.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px', marginBottom: '8px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  space: { flexGrow: 1 },
  quiet: { color: tokens.colorNeutralForeground3, margin: '0 0 12px' },
});

interface ArticleViewProps {
  id: string;
  editing: boolean;
  onEdit: () => void;
  onLeave: () => void;
  onSaved: () => void;
  onRemoved: () => void;
}

/** One article as it is read, or as it is written. */
export function ArticleView({ id, editing, onEdit, onLeave, onSaved, onRemoved }: ArticleViewProps) {
  const styles = useStyles();
  const { api } = useSession();
  const done = useDone();
  const directory = useDirectory();
  const nowMs = useNow(60_000);
  const [article, setArticle] = useState<Article | null>(null);
  const [error, setError] = useState<{ what: string; error: unknown } | null>(null);
  const [history, setHistory] = useState(false);
  const load = useCallback(() => {
    setError(null);
    api('getArticle', { params: { id } }).then(setArticle, (failure: unknown) =>
      setError({ what: words.oneNotLoaded, error: failure }),
    );
  }, [api, id]);
  useEffect(load, [load]);
  if (error !== null) return <ProblemBar what={error.what} error={error.error} onRetry={load} />;
  if (article === null) {
    return (
      <Skeleton aria-label={words.list}>
        <SkeletonItem size={20} style={{ width: '40%' }} />
      </Skeleton>
    );
  }
  const take = (now: Article) => {
    setArticle(now);
    onSaved();
  };
  if (editing)
    return (
      <ArticleEditor
        key={article.etag}
        fresh={article.kind}
        article={article}
        onSaved={take}
        onLeave={onLeave}
        onTheirs={load}
      />
    );
  const remove = async () => {
    try {
      await api('removeArticle', { params: { id }, ifMatch: article.etag });
      const undo = async () => {
        await api('createArticle', { body: textOf(article), idempotencyKey: crypto.randomUUID() });
        onRemoved();
      };
      done({ text: words.removed(article.title), undo });
      onRemoved();
    } catch (failure) {
      setError({ what: words.notRemoved, error: failure });
    }
  };
  const about = article.categories.map((key) => directory.categories.find((one) => one.id === key)?.name ?? key);
  const facts = [
    words.kinds[article.kind],
    about.length === 0 ? words.anyCategory : about.join(', '),
    article.language === null ? words.anyLanguage : languageName(article.language),
    words.changed(instantText(Date.parse(article.updatedAt), nowMs), agentName(directory, article.updatedBy)),
    ...(article.fromCase === null ? [] : [words.fromCase]),
  ];
  return (
    <article aria-label={article.title}>
      <div className={styles.head}>
        <h2 className={styles.title}>{article.title}</h2>
        {!article.published && (
          <Badge appearance="outline" color="informative" shape="rounded">
            {words.draft}
          </Badge>
        )}
        <span className={styles.space} />
        <Button size="small" icon={<Edit16Regular />} onClick={onEdit}>
          {words.edit}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          icon={<History16Regular />}
          aria-expanded={history}
          onClick={() => setHistory(!history)}
        >
          {history ? words.hideHistory : words.history}
        </Button>
        <Button size="small" appearance="subtle" icon={<Delete16Regular />} onClick={() => void remove()}>
          {words.remove}
        </Button>
      </div>
      <p className={styles.quiet}>{facts.join(' · ')}</p>
      <Markdown source={article.text} />
      {history && <ArticleHistory article={article} onTaken={take} />}
    </article>
  );
}
