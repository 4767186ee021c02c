import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { createMailText } from '../../backend/adapters/mail-text/mail-text.ts';
import { openBrowser } from '../support/chromium.ts';
import { describeWithShared, sharedJson } from '../support/shared.ts';
import { FakeApi } from '../ui/fake-api.ts';
import { seeds } from '../ui/fake-cases.ts';

const attacks = [
  '<script>parent.hit = 1</script><img src=x onerror="parent.hit = 1"><svg onload="parent.hit = 1">',
  '<div style="position:fixed;inset:0;z-index:99999;background:red">covers everything</div>',
  '<img src="https://tracker.example/p.png"><link rel="stylesheet" href="https://tracker.example/p.css">',
  '<form action="https://evil.example"><input name="password"><button>Sign in</button></form>',
  '<a href="javascript:parent.hit=1">press</a><a href="https://example.com/">elsewhere</a><base href="https://evil.example/">',
];

describe('A hostile mail on the case page', function () {
  this.timeout(60_000);
  const api = new FakeApi();
  const mailText = createMailText();
  let browser: Browser;

  before(async () => {
    await api.start();
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await api.stop();
  });

  /** Opens a case whose mail is all of these, one after the other, each as the server would hand it out. */
  async function show(contents: string[]): Promise<{ page: Page; happened: string[] }> {
    api.fill(seeds);
    const html = contents.map((content) => mailText.read({ type: 'html', content }).safeHtml).join('<hr>');
    const [message] = api.cases[6]?.messages ?? [];
    assert.ok(message);
    Object.assign(message, { safeHtml: html });
    const happened: string[] = [];
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('dialog', (dialog) => {
      happened.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('popup', (popup) => happened.push(popup.url()));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(api.url) && !/^(data:image|about:|ws:\/\/127\.0\.0\.1)/.test(url)) happened.push(url);
    });
    await page.goto(`${api.url}/tab/?case=HC-1007`);
    await page.getByRole('button', { name: /Jonas Weber/ }).click();
    await page.getByRole('button', { name: 'Show original' }).click();
    await page.locator('iframe').contentFrame().locator('body').waitFor();
    await page.waitForTimeout(500);
    return { page, happened };
  }

  async function holds({ page, happened }: Awaited<ReturnType<typeof show>>): Promise<void> {
    assert.deepEqual(happened, [], 'nothing was asked for, and nothing opened');
    assert.equal(await page.evaluate('globalThis.hit ?? null'), null, 'nothing ran');
    const covered = await page.evaluate(`[...document.querySelectorAll('header, h1, aside')].some((part) => {
      const { x, y, width, height } = part.getBoundingClientRect();
      const top = document.elementFromPoint(x + Math.min(width / 2, 60), y + Math.min(height / 2, 20));
      return top === null || top.tagName === 'IFRAME' || !(part.contains(top) || top.contains(part));
    })`);
    assert.equal(covered, false, 'nothing lies over the page');
    const frame = page.locator('iframe');
    const inside = frame.contentFrame();
    assert.equal(await inside.locator('script, form, input, iframe, object, link[rel], base:not([target])').count(), 0);
    assert.doesNotMatch((await frame.getAttribute('sandbox')) ?? '', /allow-(scripts|forms|top-navigation)/);
    await page.close();
  }

  it('runs nothing, loads nothing and covers nothing', async () => {
    await holds(await show(attacks));
  });

  describeWithShared('of every kind that others have tried', () => {
    it('does as little', async () => {
      const { cases } = sharedJson<{ cases: { input: string }[] }>('oracles/html_sanitisation.json');
      await holds(await show(cases.map(({ input }) => input)));
    });
  });
});
