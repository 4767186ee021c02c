import type { CaseMessage } from '../case/case.ts';
import { customerConversation } from '../case/conversation.ts';
import type { Source } from '../draft/sources.ts';
import { summarise } from '../triage/summary.ts';
import { plainLine } from '../triage/validate-analysis.ts';
import { plain, sentencesOf } from '../triage/words.ts';

/** A line of a summary and the messages it rests on. */
export interface SummaryLine {
  text: string;
  messageIds: string[];
}

/** A conversation in three answers. */
export interface ThreadSummary {
  happened: SummaryLine[];
  /** What somebody still waits for. */
  open: SummaryLine[];
  /** What we said that we would do. */
  promised: SummaryLine[];
}

const longestLine = 240;
const mostLines = 8;
const longestMessage = 3_000;
const mostMessages = 30;

/** What was written between us and the customer, the newest thirty; notes and automatic mail stay out. */
export function threadSources(messages: CaseMessage[]): Source[] {
  return customerConversation(messages)
    .filter(({ direction, automatic }) => direction !== 'note' && !automatic)
    .slice(-mostMessages)
    .map((message, at): Source => {
      const kind = message.direction === 'outbound' ? 'answer' : 'mail';
      const { id, subject, visibleText } = message;
      return { ref: `${kind}${at + 1}`, kind, id, title: subject, text: visibleText.slice(0, longestMessage) };
    });
}

/** Words by which somebody takes something upon themselves, in plain form. */
const promise =
  /\b(?:we will|we'll|i will|i'll|we are going to|you will (?:get|receive|hear)|wir werden|ich werde|wir melden uns|ich melde mich|wir schicken|wir senden|sie erhalten|nous allons|je vais|vous recevrez|vamos a|voy a|le enviaremos|recibira|vi invieremo|provvederemo|ricevera|we zullen|ik zal|u ontvangt|vamos enviar|iremos|recebera)\b/;
/** Words by which somebody asks for something. */
const request =
  /\?|\b(?:please|could you|can you|i need|we need|i would like|bitte|konnten sie|ich brauche|wir brauchen|merci de|pourriez-vous|j'ai besoin|por favor|necesito|podrian|per favore|potete|ho bisogno|graag|kunt u|preciso|poderiam)\b/;

/** The same from the messages' own sentences, where no language model tells it. `ended` is a case that nobody owes work. */
export function summariseThread(sources: Source[], ended: boolean): ThreadSummary {
  const lastAnswer = sources.findLastIndex(({ kind }) => kind === 'answer');
  const waiting = ended ? [] : sources.slice(lastAnswer + 1);
  const told = sources.length <= mostLines ? sources : [sources[0] as Source, ...sources.slice(1 - mostLines)];
  return {
    happened: told.flatMap((source) => line(summarise({ subject: source.title, text: source.text }), source)),
    open: waiting
      .flatMap((source) => {
        const asked = sentencesOf(source.text).filter((sentence) => request.test(plain(sentence)));
        return (asked.length > 0 ? asked : [summarise({ subject: source.title, text: source.text })]).flatMap((text) =>
          line(text, source),
        );
      })
      .slice(-mostLines),
    promised: sources
      .filter(({ kind }) => kind === 'answer')
      .flatMap((source) =>
        sentencesOf(source.text).flatMap((text) => (promise.test(plain(text)) ? line(text, source) : [])),
      )
      .slice(-mostLines),
  };
}

function line(text: string, { id }: Source): SummaryLine[] {
  const shown = plainLine(text, longestLine);
  return shown === '' ? [] : [{ text: shown, messageIds: [id] }];
}
