import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChatHelp16Regular } from '@fluentui/react-icons/svg/chat-help';
import type { AskAnswer, AskQuery } from '../../../../backend/contracts/ask.ts';
import { Suggestions } from './suggestions.tsx';
import { words } from './words.ts';

const useStyles = makeStyles({
  title: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  why: { margin: '4px 0 0', fontSize: tokens.fontSizeBase300 },
  quiet: { margin: '4px 0 0', color: tokens.colorNeutralForeground3 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  samples: { display: 'flex', flexWrap: 'wrap', gap: '6px', listStyle: 'none', margin: '8px 0 16px', padding: 0 },
  sample: { fontWeight: tokens.fontWeightRegular, textAlign: 'start' },
  table: { borderCollapse: 'collapse', maxWidth: '840px' },
  part: {
    padding: '6px 16px 6px 0',
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightSemibold,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  examples: { padding: '6px 0', verticalAlign: 'top', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  head: { textAlign: 'start', padding: '0 16px 4px 0', fontWeight: tokens.fontWeightRegular },
});

interface AskingBackProps {
  answer: AskAnswer;
  onQuery: (query: AskQuery) => void;
  onAsk: (question: string) => void;
}

/** The question was not understood, or not wholly: why, and what to ask instead. */
export function AskingBack({ answer: { unclear, suggestions, engineReason }, onQuery, onAsk }: AskingBackProps) {
  const styles = useStyles();
  return (
    <>
      <div role="status">
        <h2 className={styles.title}>
          <ChatHelp16Regular />
          {words.unclear}
        </h2>
        <p className={styles.why}>{unclear}</p>
        {engineReason !== undefined && <p className={styles.quiet}>{words.notModel(engineReason)}</p>}
      </div>
      <Suggestions title={words.instead} suggestions={suggestions} onQuery={onQuery} onAsk={onAsk} />
    </>
  );
}

/** The grammar of questions by example. */
export function WhatToAsk({ samples, onAsk }: { samples: boolean; onAsk: (question: string) => void }) {
  const styles = useStyles();
  return (
    <section aria-label={words.canAsk}>
      <h2 className={styles.heading}>{words.canAsk}</h2>
      <p className={styles.quiet}>{words.canAskLead}</p>
      {samples && (
        <ul className={styles.samples}>
          {words.tryThese.map((question) => (
            <li key={question}>
              <Button className={styles.sample} size="small" onClick={() => onAsk(question)}>
                {question}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.head}>
              {words.part}
            </th>
            <th scope="col" className={styles.head}>
              {words.examples}
            </th>
          </tr>
        </thead>
        <tbody>
          {words.grammar.map(([part, examples]) => (
            <tr key={part}>
              <th scope="row" className={styles.part}>
                {part}
              </th>
              <td className={styles.examples}>{examples}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
