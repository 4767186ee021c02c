import sanitizeHtml from 'sanitize-html';
import type { OutgoingText } from '../../ports/outgoing-text.ts';
import { htmlText } from './html-text.ts';

const longest = 200_000;
const cell = ['colspan', 'rowspan'];

/** What an editor makes and every mail program shows; our mail carries no style of its own and loads nothing. */
const options: sanitizeHtml.IOptions = {
  allowedTags:
    'a b blockquote br code div em h1 h2 h3 h4 hr i li ol p pre s span strong sub sup table tbody td th thead tr u ul'.split(
      ' ',
    ),
  allowedAttributes: { a: ['href'], td: cell, th: cell, ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'template', 'object', 'applet'],
  nestingLimit: 100,
};

export const outgoingText: OutgoingText = {
  clean(given) {
    const html = sanitizeHtml(given.slice(0, longest), options).trim();
    return { html, text: htmlText(html).trim() };
  },
};
