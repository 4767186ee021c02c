import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { createMailText } from '../../backend/adapters/mail-text/mail-text.ts';
import { tabPolicy } from '../../backend/http/security-headers.ts';
import { frameSandbox, mailDocument, whitePaper } from '../../ui/mail-document.ts';
import { openBrowser } from '../support/chromium.ts';
import { describeWithShared, sharedJson } from '../support/shared.ts';

interface Sample {
  id: string;
  input: string;
  forbidden: string[];
  keep: string[];
}

/** What is found in a parsed mail. */
interface Parsed {
  dangers: string[];
  words: string;
}

const mailText = createMailText();
const root = fileURLToPath(new URL('../../', import.meta.url));

/** Runs in the browser: everything in a tree that could run, load or send something, and all its words. */
function inspectTree(root: { body: HTMLElement }): Parsed {
  const dead =
    'script iframe frame frameset object embed applet base link meta noscript xmp plaintext noembed noframes portal animate set ' +
    'animatetransform foreignobject use style form input textarea select button svg math';
  const tags = new Set(dead.split(' '));
  const dangers: string[] = [];
  const words = [root.body.textContent ?? ''];
  for (const element of root.body.querySelectorAll('*')) {
    if (tags.has(element.localName)) dangers.push(`tag ${element.localName}`);
    for (const { name, value } of element.attributes) {
      words.push(value);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip them in addresses
      const plain = value.replace(/[\u0000-\u0020]/g, '').toLowerCase();
      if (/^on|^srcdoc$|^srcset$|^formaction$|^background$|^ping$|^action$/.test(name))
        dangers.push(`attribute ${name}`);
      if (
        /^(?:href|src|xlink:href)$/.test(name) &&
        !/^(?:https?:|mailto:|tel:|data:image\/(?:png|gif|jpe?g|webp);)/.test(plain)
      )
        dangers.push(`${name} ${plain.slice(0, 40)}`);
      if (name === 'style' && /url\(|expression|behavior|-moz-binding|@import|javascript:|position:/.test(plain))
        dangers.push(`style ${plain.slice(0, 60)}`);
    }
  }
  return { dangers, words: words.join(' ') };
}

describe('A mail in the browser', function () {
  this.timeout(120_000);
  let browser: Browser;
  let page: Page;
  let server: Server;
  let origin: string;
  /** The functions of `ui/mail-images.ts` as a browser understands them. */
  let script: string;
  /** Everything that ran or was asked for. */
  let happened: string[];

  before(async () => {
    // A page with the tab's own policy, because a frame inherits it.
    server = createServer((_request, response) => {
      const headers = { 'Content-Type': 'text/html', 'Content-Security-Policy': tabPolicy('http://localhost:3978') };
      response.writeHead(200, headers).end('<!doctype html><body>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const built = transformSync(readFileSync(`${root}ui/mail-images.ts`, 'utf8'), { loader: 'ts' });
    script = built.code.replaceAll(/^export .*;$|^export (?=function)/gm, '');
    browser = await openBrowser();
    page = await browser.newPage();
    page.on('dialog', (dialog) => {
      happened.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('popup', (popup) => happened.push(`window ${popup.url()}`));
    await page.route('**/*', (route) => {
      const url = route.request().url();
      if (url === origin) return route.continue();
      happened.push(url);
      const png = Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      );
      return route.fulfill({ status: 200, contentType: 'image/png', body: png });
    });
    happened = [];
    await page.goto(origin);
  });
  after(async () => {
    await browser?.close();
    await new Promise((resolve) => server.close(resolve));
  });
  beforeEach(() => {
    happened = [];
  });

  /** Shows documents one after the other in the mail's frame, and looks at what the browser made of them. */
  function showAll(documents: string[]): Promise<Parsed[]> {
    const show = `(async () => {
      const found = [];
      for (const html of ${JSON.stringify(documents)}) {
        const frame = document.createElement('iframe');
        frame.setAttribute('sandbox', ${JSON.stringify(frameSandbox)});
        const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
        frame.srcdoc = html;
        document.body.append(frame);
        await loaded;
        found.push((${inspectTree.toString()})(frame.contentDocument));
        frame.remove();
      }
      return found;
    })()`;
    return page.evaluate(show) as Promise<Parsed[]>;
  }

  function read(content: string): string {
    return mailText.read({ type: 'html', content }).safeHtml;
  }

  describeWithShared('whatever others have tried', () => {
    const { cases } = sharedJson<{ cases: Sample[] }>('oracles/html_sanitisation.json');

    it('runs nothing, loads nothing, and keeps at least 97 % of what is worth reading', async () => {
      const safe = cases.map((sample) => read(sample.input));
      for (const [index, sample] of cases.entries()) {
        for (const pattern of sample.forbidden) {
          assert.doesNotMatch(safe[index] ?? '', new RegExp(pattern, 'i'), sample.id);
        }
      }
      const parsed = await showAll(safe.map((html) => mailDocument(html, whitePaper)));
      const lost: string[] = [];
      for (const [index, sample] of cases.entries()) {
        const { dangers, words } = parsed[index] ?? assert.fail('was not shown');
        assert.deepEqual(dangers, [], sample.id);
        if (!sample.keep.every((word) => words.includes(word))) lost.push(`${sample.id}: ${sample.keep.join(' ')}`);
      }
      assert.ok(lost.length / cases.length <= 0.03, lost.join('\n'));
      assert.deepEqual(happened, []);
    });

    it('runs nothing and loads nothing even without the frame and its policy', async () => {
      const bare = await browser.newPage();
      const seen: string[] = [];
      bare.on('dialog', (dialog) => {
        seen.push(dialog.message());
        void dialog.dismiss();
      });
      bare.on('request', (request) => {
        if (request.url() !== 'about:blank' && !request.url().startsWith('data:image/')) seen.push(request.url());
      });
      for (const sample of cases) {
        await bare.evaluate((html) => {
          document.body.innerHTML = html;
        }, read(sample.input));
      }
      await bare.close();
      assert.deepEqual(seen, []);
    });
  });

  /** The mail with its images as the reading page makes it, in the browser's own parser. */
  function withThem(html: string, inline: [string, string][], remote: boolean): Promise<string> {
    const call = `${JSON.stringify(html)}, new Map(${JSON.stringify(inline)}), ${remote}`;
    return page.evaluate(`(() => { ${script}; return withImages(${call}); })()`) as Promise<string>;
  }

  const tracked = '<p>News</p><img src="https://tracker.example/pixel.png?who=ann" width="1">';

  it('loads remote pictures only when they are asked for', async () => {
    await showAll([mailDocument(read(tracked), whitePaper)]);
    assert.deepEqual(happened, []);
    const asked = await withThem(read(tracked), [], true);
    await showAll([mailDocument(asked, whitePaper)]);
    assert.deepEqual(happened, [], 'the policy of the frame holds by itself');
    await showAll([mailDocument(asked, whitePaper, true)]);
    assert.deepEqual(happened, ['https://tracker.example/pixel.png?who=ann']);
  });

  it('shows pictures that came with the mail from what was fetched', async () => {
    const source = 'data:image/png;base64,iVBORw0KGgo=';
    const html = await withThem(
      read('<img src="cid:logo@x" alt="Logo"><img src="cid:other">'),
      [['logo@x', source]],
      false,
    );
    assert.match(html, new RegExp(`src="${source}"`));
    const [parsed] = await showAll([mailDocument(html, whitePaper)]);
    assert.deepEqual(parsed?.dangers, []);
    assert.deepEqual(happened, []);
  });
});
