import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { AskAnswer, AskQuery } from '../../../../backend/contracts/ask.ts';

const useStyles = makeStyles({
  title: { margin: '12px 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { display: 'flex', flexWrap: 'wrap', gap: '6px', listStyle: 'none', margin: 0, padding: 0 },
  one: { fontWeight: tokens.fontWeightRegular, textAlign: 'start' },
});

interface SuggestionsProps {
  title: string;
  suggestions: AskAnswer['suggestions'];
  onQuery: (query: AskQuery) => void;
  onAsk: (question: string) => void;
}

/** What else may have been meant; one press asks it. */
export function Suggestions({ title, suggestions, onQuery, onAsk }: SuggestionsProps) {
  const styles = useStyles();
  if (suggestions.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <ul className={styles.list}>
        {suggestions.map(({ text, query }) => (
          <li key={text}>
            <Button
              className={styles.one}
              size="small"
              onClick={() => (query === undefined ? onAsk(text) : onQuery(query))}
            >
              {text}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
