import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** Compressed size of the scripts that the site's page loads before anything is opened, in kilobytes. */
function firstLoadKb(site: string): number {
  const page = readFileSync(path.join(dist, site, 'index.html'), 'utf8');
  const scripts = [...page.matchAll(/(?:src|href)="\/\w+\/assets\/([^"]+\.js)"/g)].map((match) => match[1] ?? '');
  assert.ok(scripts.length > 0, 'the page loads scripts');
  const bytes = scripts.map((script) => gzipSync(readFileSync(path.join(dist, site, 'assets', script))).length);
  return bytes.reduce((sum, each) => sum + each, 0) / 1000;
}

describe('The weight of the pages', () => {
  it('lets the pane open with at most 200 KB of scripts', () => {
    assert.ok(firstLoadKb('addin') <= 200, `${firstLoadKb('addin')} KB`);
  });

  it('lets the tab open with at most 300 KB of scripts', () => {
    assert.ok(firstLoadKb('tab') <= 300, `${firstLoadKb('tab')} KB`);
  });

  it('sends no schema to a browser', () => {
    for (const site of ['tab', 'addin', 'sandbox'])
      for (const name of readdirSync(path.join(dist, site, 'assets')).filter((each) => each.endsWith('.js')))
        assert.doesNotMatch(readFileSync(path.join(dist, site, 'assets', name), 'utf8'), /ZodError/, `${site}/${name}`);
  });
});
