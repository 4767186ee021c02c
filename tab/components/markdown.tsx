import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { type Block, type Inline, readMarkdown } from './markdown-blocks.ts';

const useStyles = makeStyles({
  text: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '8px',
    maxWidth: '840px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
  },
  block: { margin: 0, whiteSpace: 'pre-wrap' },
  list: { margin: 0, paddingLeft: '22px', whiteSpace: 'pre-wrap' },
  heading: { margin: '4px 0 0', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  quote: {
    margin: 0,
    paddingLeft: '10px',
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    whiteSpace: 'pre-wrap',
  },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  pre: {
    margin: 0,
    padding: '8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
  },
  rule: { width: '100%', margin: 0, border: 'none', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

/** What somebody wrote in Markdown, as elements of ours: no HTML, picture or script of theirs is ever taken over. */
export function Markdown({ source }: { source: string }) {
  const styles = useStyles();
  return (
    <div className={styles.text} dir="auto">
      <Blocks blocks={readMarkdown(source)} />
    </div>
  );
}

function Blocks({ blocks }: { blocks: Block[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the text is drawn as a whole.
  return blocks.map((block, at) => <BlockView key={at} block={block} />);
}

function BlockView({ block }: { block: Block }) {
  const styles = useStyles();
  if (block.kind === 'rule') return <hr className={styles.rule} />;
  if (block.kind === 'code') return <pre className={styles.pre}>{block.text}</pre>;
  if (block.kind === 'list') {
    const List = block.ordered ? 'ol' : 'ul';
    return (
      <List className={styles.list}>
        {block.items.map((blocks, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the text is drawn as a whole.
          <li key={at}>
            <Blocks blocks={blocks} />
          </li>
        ))}
      </List>
    );
  }
  if (block.kind === 'quote') {
    return (
      <blockquote className={styles.quote}>
        <Blocks blocks={block.blocks} />
      </blockquote>
    );
  }
  const parts = <Parts parts={block.parts} />;
  // The page's own headings stand above those of what it shows.
  if (block.kind === 'heading') return <h3 className={styles.heading}>{parts}</h3>;
  return <p className={styles.block}>{parts}</p>;
}

function Parts({ parts }: { parts: Inline[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the text is drawn as a whole.
  return parts.map((part, at) => <PartView key={at} part={part} />);
}

function PartView({ part }: { part: Inline }) {
  const styles = useStyles();
  if ('text' in part) return part.kind === 'text' ? part.text : <code className={styles.code}>{part.text}</code>;
  const inner = <Parts parts={part.parts} />;
  if (!('href' in part)) return part.kind === 'strong' ? <strong>{inner}</strong> : <em>{inner}</em>;
  return (
    <Link href={part.href} target="_blank" rel="noopener noreferrer" inline>
      {inner}
    </Link>
  );
}
