import { lexer, type Token, type Tokens } from 'marked';

/** Markdown as data. HTML is text, and images are their description. */
export type Inline =
  | { kind: 'text' | 'code'; text: string }
  | { kind: 'strong' | 'em'; parts: Inline[] }
  | { kind: 'link'; parts: Inline[]; href: string };

export type Block =
  | { kind: 'heading' | 'paragraph'; parts: Inline[] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'list'; ordered: boolean; items: Block[][] }
  | { kind: 'code'; text: string }
  | { kind: 'rule' };

const longest = 40_000;
/** A line that opens so many quotes and lists at once; nobody means it, and reading them takes for ever. */
const tooDeep = /^[ \t]*(?:(?:>|[-*+][ \t]|\d{1,3}[.)][ \t])[ \t]*){50}/m;

export function readMarkdown(source: string): Block[] {
  const text = source.slice(0, longest);
  return tooDeep.test(text) ? [{ kind: 'paragraph', parts: [{ kind: 'text', text }] }] : blocksOf(lexer(text));
}

function blocksOf(tokens: Token[]): Block[] {
  return tokens.flatMap((token): Block[] => {
    switch (token.type) {
      case 'space':
      case 'def':
        return [];
      case 'hr':
        return [{ kind: 'rule' }];
      case 'code':
        return [{ kind: 'code', text: token.text }];
      case 'blockquote':
        return [{ kind: 'quote', blocks: blocksOf(token.tokens ?? []) }];
      case 'list': {
        const { ordered, items } = token as Tokens.List;
        return [{ kind: 'list', ordered, items: items.map((item) => blocksOf(item.tokens)) }];
      }
      case 'heading':
      case 'paragraph':
      case 'text':
        return [
          { kind: token.type === 'heading' ? 'heading' : 'paragraph', parts: partsOf(token as Tokens.Paragraph) },
        ];
      default:
        return [{ kind: 'paragraph', parts: [{ kind: 'text', text: token.raw.trimEnd() }] }];
    }
  });
}

function partsOf({ tokens, text }: { tokens?: Token[]; text: string }): Inline[] {
  return joined(tokens === undefined ? [{ kind: 'text', text }] : tokens.flatMap(inlineOf));
}

function inlineOf(token: Token): Inline[] {
  switch (token.type) {
    case 'text':
    case 'escape':
      return [{ kind: 'text', text: token.text }];
    case 'br':
      return [{ kind: 'text', text: '\n' }];
    case 'codespan':
      return [{ kind: 'code', text: token.text }];
    case 'strong':
    case 'em':
      return [{ kind: token.type, parts: partsOf(token as Tokens.Strong) }];
    case 'link': {
      const parts = partsOf(token as Tokens.Link);
      return isSafe(token.href) ? [{ kind: 'link', parts, href: token.href }] : parts;
    }
    case 'image':
      return [{ kind: 'text', text: token.text }];
    default:
      return [{ kind: 'text', text: token.raw }];
  }
}

/** Neighbouring texts are one. */
function joined(parts: Inline[]): Inline[] {
  const all: Inline[] = [];
  for (const part of parts) {
    const before = all.at(-1);
    if (part.kind === 'text' && before?.kind === 'text')
      all[all.length - 1] = { kind: 'text', text: before.text + part.text };
    else all.push(part);
  }
  return all;
}

/** Links lead to pages and mailboxes, never to a script. */
function isSafe(href: string): boolean {
  try {
    return ['http:', 'https:', 'mailto:'].includes(new URL(href).protocol);
  } catch {
    return false;
  }
}

/** The same as plain text, for a mail. */
export function markdownText(source: string): string {
  return textOfBlocks(readMarkdown(source), '\n\n');
}

function textOfBlocks(blocks: Block[], between: string): string {
  return blocks
    .map((block) => {
      if (block.kind === 'rule') return '';
      if (block.kind === 'code') return block.text;
      if (block.kind === 'quote') return textOfBlocks(block.blocks, between);
      if (block.kind !== 'list') return textOf(block.parts);
      return block.items
        .map((one, at) => `${block.ordered ? `${at + 1}.` : '-'} ${textOfBlocks(one, '\n')}`)
        .join('\n');
    })
    .filter((text) => text !== '')
    .join(between);
}

function textOf(parts: Inline[]): string {
  return parts
    .map((part) => {
      if ('text' in part) return part.text;
      const text = textOf(part.parts);
      return part.kind !== 'link' || part.href === text ? text : `${text} (${part.href})`;
    })
    .join('');
}
