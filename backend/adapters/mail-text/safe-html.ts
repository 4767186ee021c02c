import sanitizeHtml from 'sanitize-html';
import { isHidden, safeStyle } from './safe-style.ts';

const tags = (
  'a abbr acronym address article b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt em ' +
  'figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q rp rt ruby s samp section ' +
  'small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr'
).split(' ');

const everywhere = ['style', 'dir', 'lang', 'title', 'align', 'data-quoted', 'data-hidden', 'data-signature'];
const cell = ['width', 'height', 'valign', 'bgcolor', 'colspan', 'rowspan', 'nowrap'];

/** Tags whose text was never meant to be read. */
const unread = ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'template', 'object', 'applet'];
const embeddedImage = /^data:image\/(?:png|gif|jpe?g|webp);base64,[a-z0-9+/=\s]*$/i;
/** Elements after which Outlook puts the earlier mail. Outlook on the web prefixes ids with `x_` at each answer. */
const belowIsQuoted =
  /^(?:x_){0,20}(?:appendonsend|divrplyfwdmsg|mail-editor-reference-message-container|olk_src_body_section)$/i;
/** Ids and classes of the elements in which mail programs keep the writer's signature. */
const signatures =
  /^(?:x_){0,20}(?:signature|ms-outlook-mobile-signature|gmail_signature|moz-signature|applemailsignature|apple-mail-signature|protonmail_signature_block|zmail_signature|yahoo-signature)$/i;
const deepest = 150;

const options: sanitizeHtml.IOptions = {
  allowedTags: tags,
  allowedAttributes: {
    '*': everywhere,
    a: ['href', 'rel', 'target'],
    img: ['src', 'alt', 'width', 'height', 'data-remote-src', 'data-cid'],
    font: ['color', 'face', 'size'],
    table: ['width', 'border', 'cellpadding', 'cellspacing', 'bgcolor'],
    td: cell,
    th: cell,
    tr: ['valign', 'bgcolor'],
    col: ['width', 'span'],
    ol: ['start', 'type'],
    ul: ['type'],
    blockquote: ['type'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['data'] },
  allowProtocolRelative: false,
  nonTextTags: unread,
  nestingLimit: deepest,
  parseStyleAttributes: false,
};

export interface SafeHtmlOptions {
  /** Keeps text that the sender hid by style. */
  showHidden: boolean;
}

/** HTML that can run nothing and load nothing. Remote images wait in `data-remote-src`, inline ones in `data-cid`. */
export function safeHtml(html: string, { showHidden }: SafeHtmlOptions): string {
  return sanitizeHtml(html, {
    ...options,
    transformTags: { '*': (tagName, attribs) => ({ tagName, attribs: safeAttributes(tagName, attribs, showHidden) }) },
    ...(showHidden ? {} : { exclusiveFilter: (frame) => frame.attribs['data-hidden'] !== undefined }),
  });
}

function safeAttributes(tagName: string, given: sanitizeHtml.Attributes, showHidden: boolean): sanitizeHtml.Attributes {
  const { style, id, class: classes, ...attribs } = given;
  for (const name of Object.keys(attribs)) if (name.startsWith('data-')) delete attribs[name];
  if (id !== undefined && id.length < 120 && belowIsQuoted.test(id)) attribs['data-quoted'] = 'below';
  if (namesSignature(id) || namesSignature(classes)) attribs['data-signature'] = '';
  if (style !== undefined) {
    const safe = safeStyle(style);
    if (safe !== '') attribs.style = safe;
    if (!showHidden && isHidden(style)) attribs['data-hidden'] = '';
  }
  if (tagName === 'a') return safeLink(attribs);
  return tagName === 'img' ? safeImage(attribs) : attribs;
}

function namesSignature(names: string | undefined): boolean {
  if (names === undefined || !/signature/i.test(names.slice(0, 300))) return false;
  return names
    .slice(0, 300)
    .split(/\s+/)
    .some((name) => signatures.test(name));
}

function safeLink({ href, ...attribs }: sanitizeHtml.Attributes): sanitizeHtml.Attributes {
  const target = href?.replace(/[\p{Cc}\s]+/gu, '') ?? '';
  if (!/^(?:https?:\/\/|mailto:|tel:)/i.test(target)) return attribs;
  return { ...attribs, href: target, rel: 'noopener noreferrer', target: '_blank' };
}

function safeImage({ src, srcset: _, ...attribs }: sanitizeHtml.Attributes): sanitizeHtml.Attributes {
  const source = src?.trim() ?? '';
  if (/^cid:/i.test(source)) return { ...attribs, 'data-cid': source.slice(4).replace(/^<|>$/g, '') };
  if (/^(?:https?:)?\/\//i.test(source)) return { ...attribs, 'data-remote-src': encoded(source) };
  return embeddedImage.test(source) ? { ...attribs, src: source } : attribs;
}

/** Base64url, so that nothing that scans for addresses, browser preloaders included, finds one. */
function encoded(source: string): string {
  const url = source.startsWith('//') ? `https:${source}` : source;
  return Buffer.from(url.slice(0, 4000), 'utf8').toString('base64url');
}
