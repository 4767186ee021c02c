import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { AskAnswer, AskQuery } from '../../../../backend/contracts/ask.ts';
import { timeWithSeconds } from '../../../../ui/format.ts';
import type { PageProps } from '../../../page-props.ts';
import { useSession } from '../../../session/session.ts';
import { AskBox, focusAskBox } from '../../../shell/ask-box.tsx';
import { ProblemBar } from '../../../shell/problem-bar.tsx';
import { type Asked, readAsked, writeAsked } from './asked.ts';
import { AskedFigure } from './asked-figure.tsx';
import { AskingBack, WhatToAsk } from './asking-back.tsx';
import { CasesBehind } from './cases-behind.tsx';
import { QueryChips } from './query-chips.tsx';
import { Suggestions } from './suggestions.tsx';
import { useAsk } from './use-ask.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  page: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: '0 20px 20px',
    '@media (max-width: 639px)': { padding: '0 16px 16px' },
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px', minHeight: '48px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  body: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '16px', marginTop: '12px' },
  stale: { opacity: 0.6 },
  note: { margin: '4px 0 0', color: tokens.colorNeutralForeground3 },
});

/** A question in plain words: what was understood, to be changed part by part, the figure, and the cases behind it. */
export default function AskPage({ place, goTo }: PageProps) {
  const styles = useStyles();
  const asked = readAsked(place);
  const { answer, stale, error, reload } = useAsk(asked);
  const { me } = useSession();
  const change = (to: Partial<Asked>) => goTo(writeAsked({ ...asked, ...to }));
  const nothingAsked = asked.question === '' && asked.query === null;
  useEffect(() => {
    if (nothingAsked) focusAskBox();
  }, [nothingAsked]);
  const waiting = !nothingAsked && answer === null && error === null;
  return (
    <main id="main" className={styles.page} tabIndex={-1} aria-busy={waiting || (stale && error === null)}>
      <div className={styles.head}>
        <h1 className={styles.title}>{words.title}</h1>
        <AskBox question={asked.question} wide />
        {me.role === 'agent' && <span className={styles.quiet}>{words.own}</span>}
        {answer !== null && (
          <span className={styles.quiet}>{words.asOf(timeWithSeconds(Date.parse(answer.asOf)))}</span>
        )}
      </div>
      <div className={styles.body}>
        {error !== null && <ProblemBar what={words.notAnswered} error={error} onRetry={reload} />}
        {waiting && (
          <Skeleton aria-label={words.thinking}>
            <SkeletonItem style={{ height: 120 }} />
          </Skeleton>
        )}
        {answer !== null && !nothingAsked && (
          <div className={stale ? styles.stale : undefined}>
            <Answer answer={answer} onQuery={(query) => change({ query })} onAsk={(question) => goTo({ question })} />
          </div>
        )}
        {(nothingAsked || answer?.answer === null) && (
          <WhatToAsk samples={nothingAsked} onAsk={(question) => goTo({ question })} />
        )}
      </div>
    </main>
  );
}

interface AnswerProps {
  answer: AskAnswer;
  onQuery: (query: AskQuery) => void;
  onAsk: (question: string) => void;
}

function Answer({ answer: whole, onQuery, onAsk }: AnswerProps) {
  const styles = useStyles();
  const { answer, engine, engineReason } = whole;
  if (answer === null) return <AskingBack answer={whole} onQuery={onQuery} onAsk={onAsk} />;
  return (
    <>
      <QueryChips query={answer.query} onChange={onQuery} />
      {engine === 'openai' && <p className={styles.note}>{words.byModel}</p>}
      {engineReason !== undefined && <p className={styles.note}>{words.notModel(engineReason)}</p>}
      {answer.notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      <AskedFigure answer={answer} />
      <Suggestions title={words.alsoMeant} suggestions={whole.suggestions} onQuery={onQuery} onAsk={onAsk} />
      <CasesBehind cases={answer.cases} />
    </>
  );
}
