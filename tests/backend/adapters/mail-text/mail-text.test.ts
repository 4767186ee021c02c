import assert from 'node:assert/strict';
import { createMailText } from '../../../../backend/adapters/mail-text/mail-text.ts';

const mailText = createMailText();

function html(content: string) {
  return mailText.read({ type: 'html', content });
}

describe('Reading the HTML of a mail', () => {
  it('keeps links to the web, mail and telephone, opened apart from the product', () => {
    const { safeHtml } = html(
      '<a href="https://ok.example/?a=1&b=2">w</a> <a href="tel:+49123">t</a> <a href="ftp://x">f</a>',
    );
    assert.match(
      safeHtml,
      /<a href="https:\/\/ok\.example\/\?a=1&amp;b=2" rel="noopener noreferrer" target="_blank">w<\/a>/,
    );
    assert.match(safeHtml, /href="tel:\+49123"/);
    assert.match(safeHtml, /<a>f<\/a>/);
  });

  it('loads no remote image but remembers where it is', () => {
    const { safeHtml } = html('<img src="//t.example/p.gif" alt="Logo"><img src="https://t.example/q.gif">');
    assert.doesNotMatch(safeHtml, / src=|t\.example/);
    const kept = [...safeHtml.matchAll(/data-remote-src="([^"]+)"/g)].map((one) =>
      Buffer.from(one[1] ?? '', 'base64url').toString(),
    );
    assert.deepEqual(kept, ['https://t.example/p.gif', 'https://t.example/q.gif']);
  });

  it('marks inline images by their content id and keeps small embedded ones', () => {
    assert.match(html('<img src="cid:logo@x">').safeHtml, /data-cid="logo@x"/);
    assert.match(html('<img src="data:image/png;base64,AAAA">').safeHtml, /src="data:image\/png;base64,AAAA"/);
    assert.doesNotMatch(html('<img src="data:image/svg+xml;base64,AAAA">').safeHtml, /svg/);
  });

  it('cannot be told by the mail what is quoted or hidden or remote', () => {
    const { safeHtml } = html('<p data-quoted="below" data-remote-src="x" id="a" class="b" data-hidden="">x</p>');
    assert.equal(safeHtml, '<p>x</p>');
  });

  it('keeps harmless styles only', () => {
    const style =
      'color:#FF0000; position:fixed; background:url(x); font-family:"Segoe UI",Arial; width:calc(1px); margin:0 0 -4px';
    assert.equal(
      html(`<p style='${style}'>x</p>`).safeHtml,
      '<p style="color:#FF0000;font-family:\'Segoe UI\',Arial;margin:0 0 -4px">x</p>',
    );
  });

  it('leaves out what the sender hid, unless that is all there is', () => {
    assert.equal(html('<div style="display:none">Preview</div><p>Hello</p>').visibleText, 'Hello');
    assert.equal(html('<div style="display:none">Hello</div>').visibleText, 'Hello');
  });
});

describe('The visible text of an HTML mail', () => {
  it('ends where Outlook puts the earlier mail', () => {
    const read = html(
      '<div>On my way.</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> Ann<br></div><div>Where are you?</div>',
    );
    assert.deepEqual([read.visibleText, read.hasQuoted], ['On my way.', true]);
  });

  it('ends at the header block of desktop Outlook in German', () => {
    const block =
      '<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>Von:</b> Ann &lt;ann@one.example&gt;<br><b>Gesendet:</b> Montag, 4. Mai 2026 08:00<br><b>An:</b> Support<br><b>Betreff:</b> VPN</p></div>';
    assert.equal(
      html(`<p>Läuft wieder, danke.</p>${block}<p>Das VPN geht nicht.</p>`).visibleText,
      'Läuft wieder, danke.',
    );
  });

  it('leaves out what Gmail quotes and who is said to have written it', () => {
    const read = html(
      '<div>Yes &lt;b&gt;</div><div class="gmail_quote"><div>On Tue, 5 Mar 2024 at 10:00, Ann &lt;a@one.example&gt; wrote:<br></div><blockquote>old</blockquote></div>',
    );
    assert.deepEqual([read.visibleText, read.hasQuoted], ['Yes <b>', true]);
  });

  it('sets apart the signature that a mail program marks as one', () => {
    for (const mark of ['id="Signature"', 'class="gmail_signature"', 'id="x_x_Signature"', 'class="moz-signature a"']) {
      const read = html(`<p>Third floor.</p><div ${mark}><p>Ann Example</p><p>One Ltd</p></div>`);
      assert.deepEqual([read.visibleText, read.signature], ['Third floor.', 'Ann Example\nOne Ltd'], mark);
    }
    assert.equal(html('<div class="gmail_signature">Only this</div>').visibleText.includes('Only this'), true);
    assert.equal(html('<p data-signature="">Mine</p>').visibleText, 'Mine');
  });

  it('keeps answers written between quotes', () => {
    assert.equal(
      html('<blockquote>Which floor?</blockquote><p>Third.</p><blockquote>Since when?</blockquote><p>Monday.</p>')
        .visibleText,
      'Third.\n\nMonday.',
    );
  });

  it('is the whole mail when everything is quoted', () => {
    assert.equal(html('<blockquote>only this</blockquote>').visibleText, '> only this');
  });
});

describe('A text mail', () => {
  it('is shown as it is, with nothing that could be markup', () => {
    const read = mailText.read({ type: 'text', content: 'a < b\n<script>x</script>' });
    assert.equal(read.safeHtml, '<div style="white-space:pre-wrap">a &lt; b\n&lt;script&gt;x&lt;/script&gt;</div>');
    assert.equal(read.visibleText, 'a < b\n<script>x</script>');
  });
});

/** Time of the processor and not of the wall, because the machine may be busy with other things. */
function processorMs(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('A body made to hang its reader', () => {
  const bodies: Record<string, string> = {
    'blank lines': '\n'.repeat(200_000),
    'one long word': 'a'.repeat(200_000),
    'nested divs': `${'<div>'.repeat(5_000)}x${'</div>'.repeat(5_000)}`,
    'unclosed divs': '<div>'.repeat(40_000),
    'unclosed paragraphs': '<p>a'.repeat(50_000),
    'quote marks': '>'.repeat(200_000),
    'quoted lines': '> a\n'.repeat(50_000),
    'nested quotes': '<blockquote>a'.repeat(15_000),
    'nested tables': '<table><tr><td>'.repeat(13_000),
    'open angle brackets': '<'.repeat(200_000),
    'open comments': '<!--'.repeat(50_000),
    attributes: `<p ${'a=b '.repeat(50_000)}>x`,
    styles: `<p style="${'color:red;'.repeat(19_000)}">x`,
    'header lines': 'From: x\n'.repeat(25_000),
    attributions: 'On 2012-01-01 a@b wrote:\n'.repeat(8_000),
    dashes: '--\n'.repeat(66_000),
    'half entities': '&#'.repeat(100_000),
  };
  before(() => {
    html('<p>Hello</p>'.repeat(2_000));
  });

  for (const [name, content] of Object.entries(bodies)) {
    it(`is read in less than 250 ms: ${name}`, () => {
      for (const type of ['html', 'text'] as const) {
        const took = Math.min(...[1, 2].map(() => processorMs(() => mailText.read({ type, content }))));
        assert.ok(took < 250, `${type} took ${took.toFixed(0)} ms`);
      }
    });
  }

  it('is cut at 200 KB', () => {
    assert.equal(mailText.read({ type: 'text', content: 'ab '.repeat(200_000) }).visibleText.length <= 200_000, true);
  });
});
