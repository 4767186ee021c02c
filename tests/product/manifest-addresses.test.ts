import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { addressesOf } from '../../scripts/package/outlook-manifest.ts';
import { textsOf } from '../../scripts/package/teams-manifest.ts';
import { fillTokens, readValues } from '../../scripts/package/values.ts';
import { freePort, RunningProduct } from '../support/product.ts';

const publicUrl = 'https://desk.contoso.example';
const { values } = readValues({
  PUBLIC_URL: publicUrl,
  MICROSOFT_CLIENT_ID: '11111111-1111-4111-8111-111111111111',
  BOT_ID: '22222222-2222-4222-8222-222222222222',
});

function filled(file: string): string {
  const text = readFileSync(fileURLToPath(new URL(`../../manifests/${file}`, import.meta.url)), 'utf8');
  return fillTokens(text, values).text;
}

describe('Every address in the manifests', function () {
  this.timeout(60_000);

  it('is served by the running product', async () => {
    const unified = textsOf(JSON.parse(filled('teams/manifest.json')))
      .filter(({ path: where, text }) => where !== '$schema' && text.startsWith(publicUrl))
      .map(({ text }) => text);
    const addresses = [...new Set([...unified, ...addressesOf(filled('outlook/manifest.xml'))])];
    assert.ok(addresses.some((address) => address.endsWith('/addin/on-send.js')));
    const dataDir = mkdtempSync(path.join(tmpdir(), 'handyconnect-addresses-'));
    const product = new RunningProduct({ dataDir, port: await freePort() });
    try {
      await product.ready();
      for (const address of addresses) {
        const { status } = await fetch(address.replace(publicUrl, product.url));
        assert.equal(status, 200, address);
      }
    } finally {
      await product.kill();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
