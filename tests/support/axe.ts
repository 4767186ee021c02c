import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const script = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
// Fluent's own focus sentinels are hidden and never stay focused.
const run = 'axe.run({ exclude: ["[data-tabster-dummy]"] }, { iframes: false })';

/** The accessibility faults that axe-core finds in what a page shows now, each with the elements. */
export async function axeViolations(where: Page | Frame): Promise<string[]> {
  await where.evaluate(readFileSync(script, 'utf8'));
  const results: AxeResults = await where.evaluate(run);
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}
