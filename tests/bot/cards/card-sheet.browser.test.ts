import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { cardFaults, draw } from '../../support/card-checks.ts';
import { openBrowser } from '../../support/chromium.ts';
import { describeWithShared } from '../../support/shared.ts';
import { cardStates } from './card-states.ts';
import { hostLooks, type Look } from './host-looks.ts';

const artifacts = fileURLToPath(new URL('../../.artifacts', import.meta.url));
const renderer = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.js');

describeWithShared('Every state of every card', () => {
  for (const [name, card] of Object.entries(cardStates)) {
    it(`is valid and can be drawn: ${name}`, () => {
      assert.deepEqual(cardFaults(card), []);
      assert.deepEqual(draw(card).faults, []);
      assert.match(card.fallbackText, /^[A-Z].*[.?]$/);
    });
  }
});

describe('The card sheet', function () {
  this.timeout(60_000);
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
    mkdirSync(artifacts, { recursive: true });
  });
  after(() => browser?.close());

  for (const look of Object.keys(hostLooks) as Look[]) {
    for (const width of [360, 1360]) {
      it(`can be read in ${look} at ${width} pixels`, async () => {
        const page = await browser.newPage({ viewport: { width, height: 900 } });
        await page.setContent('<main></main>');
        await page.addScriptTag({ path: renderer });
        const { config, css } = hostLooks[look];
        await page.addStyleTag({ content: css });
        await page.evaluate(drawSheet, { cards: cardStates, config, columns: width > 1_000 ? 3 : 1 });
        const tooWide = await page.evaluate(() =>
          [...document.querySelectorAll('section')]
            .filter((one) => one.scrollWidth > one.clientWidth + 1)
            .map((one) => one.querySelector('h2')?.textContent),
        );
        await page.screenshot({ path: path.join(artifacts, `cards-${look}-${width}.png`), fullPage: true });
        assert.deepEqual(tooWide, []);
        await page.close();
      });
    }
  }
});

/** Runs in the page. */
function drawSheet({
  cards,
  config,
  columns,
}: {
  cards: Record<string, unknown>;
  config: object;
  columns: number;
}): void {
  const { AdaptiveCards } = window as unknown as { AdaptiveCards: typeof import('adaptivecards') };
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    const holder = document.createElement('span');
    holder.textContent = text
      .replace(/\\(.)/g, '$1')
      .replace(/\{\{(?:TIME|DATE)\([\dT:Z-]*T(\d\d:\d\d)[^)]*\)\}\}/g, '$1');
    result.outputHtml = holder.innerHTML.replace(/\*\*([^*]+)\*\*/g, '<b>$1</b>');
    result.didProcess = true;
  };
  const main = document.querySelector('main');
  if (main !== null) main.style.columnCount = String(columns);
  for (const [name, card] of Object.entries(cards)) {
    const drawn = new AdaptiveCards.AdaptiveCard();
    drawn.hostConfig = new AdaptiveCards.HostConfig(config);
    drawn.parse(card);
    const section = document.createElement('section');
    const heading = document.createElement('h2');
    heading.textContent = name;
    section.append(heading);
    const element = drawn.render();
    if (element !== undefined) section.append(element);
    main?.append(section);
  }
}
