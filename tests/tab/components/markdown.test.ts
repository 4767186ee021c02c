import assert from 'node:assert/strict';
import { type Block, type Inline, markdownText, readMarkdown } from '../../../tab/components/markdown-blocks.ts';

const hrefs = (parts: Inline[]): string[] =>
  parts.flatMap((part) => ('text' in part ? [] : [...(part.kind === 'link' ? [part.href] : []), ...hrefs(part.parts)]));
const blockHrefs = (block: Block): string[] => {
  if ('parts' in block) return hrefs(block.parts);
  if (block.kind === 'quote') return block.blocks.flatMap(blockHrefs);
  return block.kind === 'list' ? block.items.flat().flatMap(blockHrefs) : [];
};
const allHrefs = (source: string) => readMarkdown(source).flatMap(blockHrefs);

describe('Markdown', () => {
  it('is read as headings, paragraphs, lists, quotes and code', () => {
    const source =
      '## Reset\n\nPress the **red** button\nfor *5* seconds.\n\n1. Wait\n2. Look\n\n> Warm?\n\n```\na *b*\n```\n---';
    assert.deepEqual(
      readMarkdown(source).map(({ kind }) => kind),
      ['heading', 'paragraph', 'list', 'quote', 'code', 'rule'],
    );
    assert.equal(
      markdownText(source),
      'Reset\n\nPress the red button\nfor 5 seconds.\n\n1. Wait\n2. Look\n\nWarm?\n\na *b*',
    );
  });

  it('keeps what is escaped, in a word, or without an end as it is written', () => {
    for (const text of ['2 * 3 * 4', 'snake_case_name', '**open', '`open', 'a ] b [ c', '{{customer.name}}'])
      assert.equal(markdownText(text), text);
    assert.equal(markdownText('\\*not\\* \\[this\\]'), '*not* [this]');
  });

  it('follows links to pages and mailboxes alone, and takes over no HTML and no picture', () => {
    assert.deepEqual(allHrefs('See https://help.example/a, or [us](mailto:us@help.example).'), [
      'https://help.example/a',
      'mailto:us@help.example',
    ]);
    for (const bad of [
      '[x](javascript:alert(1))',
      '[x](data:text/html,hi)',
      '[x](//evil.example)',
      '[x](JaVaScRiPt:alert)',
      '![x](https://evil.example/pixel.png)',
      '[x]( javascript:alert(1) )',
    ])
      assert.deepEqual(allHrefs(bad), [], bad);
    const html = '<img src=x onerror=alert(1)><script>x</script>';
    assert.deepEqual(readMarkdown(html), [{ kind: 'paragraph', parts: [{ kind: 'text', text: html }] }]);
    assert.equal(markdownText('[help](https://help.example/a)'), 'help (https://help.example/a)');
  });

  it('takes time in proportion to the text, whatever it is made of', () => {
    for (const part of ['*', '_', '[', '`', '](', '> ', '- ', 'h', '**a ', '\\']) {
      const started = performance.now();
      readMarkdown(part.repeat(40_000));
      assert.ok(performance.now() - started < 2_000, part);
    }
  });
});
