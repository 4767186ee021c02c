import type { CaseMessage } from '../case/case.ts';
import { customerConversation } from '../case/conversation.ts';
import { type Article, plainText } from '../knowledge/article.ts';

export type SourceKind = 'mail' | 'answer' | 'article' | 'template' | 'agent';

/** Something a sentence of a draft may rest on. */
export interface Source {
  /** Short name for the model: `mail1`, `article2`. */
  ref: string;
  /** `mail` the customer wrote; `answer` we wrote; `agent` the agent asked for it now. */
  kind: SourceKind;
  /** Id of the message, article or template. */
  id: string;
  title: string;
  text: string;
}

const longestMail = 3_000;
const longestArticle = 4_000;
const mostMails = 8;

/** The last messages of a case, the articles that fit, and what the agent asks for. Notes and mail about tasks of others stay inside. */
export function sourcesOf(messages: CaseMessage[], articles: Article[], wish: string): Source[] {
  const mails = customerConversation(messages)
    .filter(({ direction, automatic }) => direction !== 'note' && !automatic)
    .slice(-mostMails)
    .map((message, at): Source => {
      const kind = message.direction === 'outbound' ? 'answer' : 'mail';
      const { id, subject, visibleText } = message;
      return { ref: `${kind}${at + 1}`, kind, id, title: subject, text: visibleText.slice(0, longestMail) };
    });
  const known = articles.map((article, at): Source => {
    const kind = article.kind === 'canned' ? 'template' : 'article';
    const text = plainText(article.text).slice(0, longestArticle);
    return { ref: `${kind}${at + 1}`, kind, id: article.id, title: article.title, text };
  });
  const asked: Source[] =
    wish === '' ? [] : [{ ref: 'agent1', kind: 'agent', id: 'agent', title: 'What the agent asks for', text: wish }];
  return [...mails, ...known, ...asked];
}
