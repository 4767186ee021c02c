import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Frame, FrameLocator, Page } from 'playwright-core';
import { axeViolations } from '../support/axe.ts';

const pictures = fileURLToPath(new URL('../.artifacts/', import.meta.url));

export interface DeskLooks {
  scheme?: 'light' | 'dark';
  width?: number;
  height?: number;
}

/** The sandbox's page in a browser, with the pane in it. */
export class Desk {
  readonly page: Page;
  readonly pane: FrameLocator;
  readonly #faults: string[] = [];
  readonly #outside: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    this.pane = page.frameLocator('iframe[title="HandyConnect add-in"]');
    page.on('pageerror', (error) => this.#faults.push(error.message));
    page.on('console', (message) => {
      // Office.js tries to frame Microsoft's telemetry, which our policy forbids.
      const expected = /telemetryservice|status of (401|403|412|503)|ERR_FAILED/.test(message.text());
      if (message.type() === 'error' && !expected) this.#faults.push(message.text());
    });
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (protocol.startsWith('http') && hostname !== '127.0.0.1') this.#outside.push(request.url());
    });
  }

  static async open(browser: Browser, url: string, looks: DeskLooks = {}): Promise<Desk> {
    const { scheme = 'light', width = 1440, height = 860 } = looks;
    const context = await browser.newContext({ colorScheme: scheme, viewport: { width, height } });
    const desk = new Desk(await context.newPage());
    await desk.page.goto(`${url}/sandbox/`);
    return desk;
  }

  /** Also tells what went wrong unseen. */
  async close(): Promise<void> {
    await this.page.context().close();
    assert.deepEqual(this.#faults, [], 'the page complained');
    assert.deepEqual(
      this.#outside.filter((url) => !url.includes('telemetryservice')),
      [],
      'something left this computer',
    );
  }

  row(subject: string) {
    return this.page.locator('li button').filter({ hasText: subject });
  }

  /** Writes a mail as a customer and waits for its line in the inbox. */
  async write(subject: string, body: string, from = 'Nadia Haddad <nadia.haddad@example.com>'): Promise<void> {
    await this.page.getByLabel('From', { exact: true }).fill(from);
    await this.page.getByLabel('Subject', { exact: true }).fill(subject);
    await this.page.getByLabel('Text', { exact: true }).fill(body);
    await this.page.getByRole('button', { name: /^Send as/ }).click();
    await this.row(subject).waitFor();
  }

  /** The number of the case that the inbox shows beside a mail, once it is there. */
  async caseOf(subject: string): Promise<string> {
    const chip = this.row(subject).getByText(/^HC-\d+$/);
    await chip.waitFor();
    return (await chip.textContent()) ?? '';
  }

  paneFrame(): Frame {
    const frame = this.page.frames().find((each) => each.url().includes('/addin/'));
    if (frame === undefined) throw new Error('The pane is not in the page.');
    return frame;
  }

  violations(where: Page | Frame = this.page): Promise<string[]> {
    return axeViolations(where);
  }

  async picture(name: string): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: `${pictures}${name}.png` });
  }
}
