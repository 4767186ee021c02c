import type { CaseMessage, SupportCase } from '../case/case.ts';
import { customerConversation } from '../case/conversation.ts';
import { baseSubject } from '../mail/subject.ts';
import { redactStrictly } from '../privacy/redact.ts';
import type { ArticleText } from './article.ts';

const longestAnswer = 8_000;

/**
 * The beginnings of an article: what was asked, and what we answered last. The customer's name, addresses, telephone and card
 * numbers and passwords are taken out.
 */
export function articleFrom(value: SupportCase, messages: CaseMessage[]): ArticleText {
  const answers = customerConversation(messages).filter(
    ({ direction, automatic }) => direction === 'outbound' && !automatic,
  );
  const names = [value.customer.name, ...value.customer.name.split(/\s+/)].filter((name) => name.length > 2);
  const nameless = (text: string) => names.reduce((kept, name) => kept.replaceAll(name, '…'), redactStrictly(text));
  const answer = nameless((answers.at(-1)?.visibleText ?? '').slice(0, longestAnswer)).trim();
  return {
    kind: 'article',
    title: nameless(baseSubject(value.subject)).slice(0, 200) || value.number,
    text: `## Question\n\n${escaped(nameless(value.summary))}\n\n## Answer\n\n${escaped(answer) || 'Not answered yet.'}\n`,
    categories: [value.category],
    language: value.language === 'und' ? null : value.language,
    published: false,
  };
}

/** Mail is no Markdown: what looks like markup in it is text. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&');
}
