import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback } from 'react';
import { ProblemError } from '../../../../backend/contracts/client.ts';
import type { Message } from '../../../../backend/contracts/message.ts';
import type { Translation as Translated } from '../../../../backend/contracts/thread.ts';
import { instantText } from '../../../../ui/format.ts';
import { language, locale } from '../../../../ui/language.ts';
import { useSession } from '../../../session/session.ts';
import { TextButton } from '../../../shell/text-button.tsx';
import { words as tabWords } from '../../../words.ts';
import { type ReadingState, useReading } from './use-reading.ts';
import { readingWords as words } from './words.ts';

const useStyles = makeStyles({
  box: {
    margin: '8px 0 0',
    paddingLeft: '10px',
    maxWidth: '840px',
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
  },
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  quiet: { margin: '4px 0 0', color: tokens.colorNeutralForeground3 },
});

const languageNames = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' });

export type TranslationState = ReadingState<Translated>;

/** A message in the reader's language, once asked for. */
export function useTranslation(message: Message): TranslationState {
  const { api } = useSession();
  const { caseId, id } = message;
  const read = useCallback(
    () => api('translateMessage', { params: { id: caseId }, body: { messageId: id, language } }),
    [api, caseId, id],
  );
  return useReading(read);
}

/** The word that asks for the translation, or puts it away. */
export function TranslateButton({ state: { working, answer, ask, close } }: { state: TranslationState }) {
  if (answer !== null) return <TextButton onClick={close}>{words.hide}</TextButton>;
  return (
    <TextButton aria-disabled={working} onClick={() => !working && ask()}>
      {working ? words.translating : words.translate}
    </TextButton>
  );
}

/** The translation under the words it is of, which stay; or why there is none. */
export function TranslatedText({ state: { answer, atMs, error, ask } }: { state: TranslationState }) {
  const styles = useStyles();
  if (error !== null) {
    const mayComeRight = !(error instanceof ProblemError) || error.problem.status >= 500;
    return (
      <p className={styles.quiet} role="status">
        {words.notTranslated} {error instanceof ProblemError ? error.problem.detail : tabWords.problem.offline}{' '}
        {mayComeRight && <TextButton onClick={ask}>{words.retry}</TextButton>}
      </p>
    );
  }
  if (answer === null) return null;
  const from = answer.from === 'und' ? words.unknownLanguage : (languageNames.of(answer.from) ?? answer.from);
  return (
    <section className={styles.box} aria-label={words.translation}>
      <p className={styles.text} lang={answer.language} dir="auto">
        {answer.text}
      </p>
      <p className={styles.quiet} role="status">
        {words.translated(from, instantText(atMs, Date.now()))}
      </p>
    </section>
  );
}
