import type { CaseMessage } from '../case/case.ts';
import type { Address } from '../mail/mail.ts';
import { escapeHtml } from './plain-html.ts';

/** Longer mails are quoted up to here: whoever wants the rest has them. */
const longestQuote = 100_000;

/** The answered mail below an answer, as Outlook puts it there, so that every program that folds quotes knows it. */
export function quoteHtml(answered: CaseMessage, body: string): string {
  const lines = head(answered).map(([name, value]) => `<b>${name}:</b> ${escapeHtml(value)}`);
  return `<div id="appendonsend"></div><hr><div id="divRplyFwdMsg">${lines.join('<br>')}</div><br><div>${body.slice(0, longestQuote)}</div>`;
}

/** The same as plain text. */
export function quoteText(answered: CaseMessage): string {
  const lines = head(answered).map(([name, value]) => `${name}: ${value}`);
  const body = answered.visibleText.slice(0, longestQuote).split('\n');
  return ['________________________________', ...lines, '', ...body].map((line) => `> ${line}`).join('\n');
}

function head(answered: CaseMessage): [string, string][] {
  return [
    ['From', answered.from === null ? '' : person(answered.from)],
    ['Sent', new Date(answered.at).toUTCString()],
    ['To', answered.to.map(person).join('; ')],
    ...(answered.cc.length > 0 ? [['Cc', answered.cc.map(person).join('; ')] as [string, string]] : []),
    ['Subject', answered.subject],
  ];
}

function person({ name, email }: Address): string {
  return name === '' || name === email ? email : `${name} <${email}>`;
}
