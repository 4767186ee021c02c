import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import type { OpenSurvey } from '../../../backend/app/surveys/survey-use-cases.ts';
import { surveyPage } from '../../../backend/http/survey-page.ts';
import { axeViolations } from '../../support/axe.ts';
import { openBrowser } from '../../support/chromium.ts';

const pictures = fileURLToPath(new URL('../../.artifacts/', import.meta.url));
const open: OpenSurvey = {
  state: 'open',
  language: 'de',
  question: 'Wie zufrieden sind Sie mit der <Bearbeitung> Ihrer Anfrage?',
  caseNumber: 'HC-1042',
};
const pages = {
  asked: surveyPage(open, { rating: null, comment: '', incomplete: false }),
  incomplete: surveyPage(open, { rating: null, comment: '</textarea><b>Nein', incomplete: true }),
  answered: surveyPage({ ...open, state: 'answered' }, { rating: null, comment: '', incomplete: false }),
  over: surveyPage({ ...open, state: 'over', caseNumber: null }, { rating: null, comment: '', incomplete: false }),
};

describe('The page behind the link of a survey mail', () => {
  let browser: Browser;
  before(async function () {
    this.timeout(60_000);
    mkdirSync(pictures, { recursive: true });
    browser = await openBrowser();
  });
  after(() => browser.close());

  for (const [state, html] of Object.entries(pages)) {
    it(`has no accessibility fault and fits a phone: ${state}`, async () => {
      const page = await browser.newPage({ viewport: { width: 320, height: 700 } });
      await page.setContent(html);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await axeViolations(page), [], colorScheme);
        await page.screenshot({ path: `${pictures}survey-${state}-${colorScheme}.png` });
      }
      assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth')) <= 320, 'no sideways scroll');
      await page.close();
    });
  }

  it('is answered with the keyboard alone, once an answer is chosen', async () => {
    const page = await browser.newPage();
    await page.route('https://desk.example/survey', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ contentType: 'text/plain', body: route.request().postData() ?? '' })
        : route.fulfill({ contentType: 'text/html; charset=utf-8', body: pages.asked }),
    );
    await page.goto('https://desk.example/survey');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Danke');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('body').textContent(), 'rating=4&comment=Danke');
    await page.close();
  });
});
