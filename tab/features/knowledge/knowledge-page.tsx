import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { ArrowLeft16Regular } from '@fluentui/react-icons/svg/arrow-left';
import type { Article } from '../../../backend/contracts/knowledge.ts';
import type { PageProps } from '../../page-props.ts';
import { useWidth } from '../../shell/width.ts';
import { ArticleEditor } from './article-editor.tsx';
import { ArticleFilters, ArticleList } from './article-list.tsx';
import { ArticleView } from './article-view.tsx';
import { readNarrowing, useArticles } from './use-articles.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    flexShrink: 0,
    minHeight: '48px',
    padding: '0 20px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 639px)': { padding: '0 16px 4px' },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  space: { flexGrow: 1 },
  body: { display: 'flex', flexGrow: 1, minHeight: 0 },
  list: {
    width: '304px',
    boxSizing: 'border-box',
    flexShrink: 0,
    overflowY: 'auto',
    padding: '8px 12px',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  whole: { width: '100%', borderRight: 'none' },
  article: {
    flexGrow: 1,
    minWidth: 0,
    overflowY: 'auto',
    padding: '12px 20px 20px',
    '@media (max-width: 639px)': { padding: '8px 16px 16px' },
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** What people wrote down: articles to look things up in, and answers ready to be sent. */
export default function KnowledgePage({ place, goTo }: PageProps) {
  const styles = useStyles();
  const phone = useWidth() === 'phone';
  const narrowing = readNarrowing(place);
  const pages = useArticles(narrowing);
  const { article, edit, ...elsewhere } = place;
  const open = (id: string) => goTo({ ...elsewhere, article: id });
  const close = () => goTo(elsewhere);
  const write = (kind: Article['kind']) => goTo({ ...elsewhere, edit: kind });
  const saved = (id: string) => {
    pages.reload();
    open(id);
  };
  const isOpen = article !== undefined || edit !== undefined;
  return (
    <main id="main" className={styles.page} tabIndex={-1}>
      <div className={styles.head}>
        {phone && isOpen && (
          <Button
            appearance="subtle"
            size="small"
            icon={<ArrowLeft16Regular />}
            aria-label={words.back}
            title={words.back}
            onClick={close}
          />
        )}
        <h1 className={styles.title}>{words.title}</h1>
        <span className={styles.quiet} role="status">
          {pages.list !== null && words.count(pages.list.total)}
        </span>
        <span className={styles.space} />
        {!(phone && isOpen) && (
          <>
            <Button size="small" icon={<Add16Regular />} onClick={() => write('canned')}>
              {words.freshCanned}
            </Button>
            <Button appearance="primary" size="small" icon={<Add16Regular />} onClick={() => write('article')}>
              {words.fresh}
            </Button>
          </>
        )}
      </div>
      <div className={styles.body}>
        {!(phone && isOpen) && (
          <section className={mergeClasses(styles.list, phone && styles.whole)} aria-label={words.list}>
            <ArticleFilters narrowing={narrowing} onChange={(to) => goTo({ ...place, ...to })} />
            <ArticleList pages={pages} narrowing={narrowing} open={article ?? null} onOpen={open} />
          </section>
        )}
        {!(phone && !isOpen) && (
          <div className={styles.article}>
            {!isOpen && <p className={styles.quiet}>{words.pick}</p>}
            {article === undefined && edit !== undefined && (
              <ArticleEditor
                key={edit}
                fresh={edit === 'canned' ? 'canned' : 'article'}
                article={null}
                onSaved={(made) => saved(made.id)}
                onLeave={close}
              />
            )}
            {article !== undefined && (
              <ArticleView
                key={article}
                id={article}
                editing={edit !== undefined}
                onEdit={() => goTo({ ...place, edit: 'yes' })}
                onLeave={() => open(article)}
                onSaved={() => saved(article)}
                onRemoved={() => {
                  pages.reload();
                  close();
                }}
              />
            )}
          </div>
        )}
      </div>
    </main>
  );
}
