import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { commandTable } from '../../bot/commands/table.ts';
import { type Package, preparePackage, writePackage, zipOf } from '../../scripts/package/build-package.ts';

const settings = {
  PUBLIC_URL: 'https://desk.contoso.example',
  MICROSOFT_CLIENT_ID: '11111111-1111-4111-8111-111111111111',
  BOT_ID: '22222222-2222-4222-8222-222222222222',
};

describe('The app package', () => {
  let prepared: Package;
  before(async () => {
    prepared = await preparePackage(settings);
  });

  it('is valid by the newest schema, and both manifests agree', () => {
    assert.deepEqual(prepared.faults, []);
    const manifest = JSON.parse(prepared.contents.teams.get('manifest.json') ?? '');
    assert.equal(manifest.manifestVersion, '1.30');
    assert.equal(manifest.webApplicationInfo.resource, `api://desk.contoso.example/${settings.MICROSOFT_CLIENT_ID}`);
  });

  it('leaves no token unfilled', () => {
    for (const text of [...prepared.contents.teams.values(), prepared.contents.outlook]) {
      assert.doesNotMatch(text, /\$\{\{/);
    }
  });

  it('names only commands that the bot understands', () => {
    const manifest = JSON.parse(prepared.contents.teams.get('manifest.json') ?? '');
    const lists: { commands: { title: string; description: string }[] }[] = manifest.bots[0].commandLists;
    const offered = lists.flatMap(({ commands }) => commands.map(({ title }) => title));
    assert.ok(offered.length > 20);
    const german = JSON.parse(prepared.contents.teams.get('languages/de.json') ?? '');
    for (const [l, { commands }] of lists.entries()) {
      for (const c of commands.keys())
        assert.ok(german[`bots[0].commandLists[${l}].commands[${c}].description`].length > 10);
    }
    const understood = commandTable.flatMap(({ phrases }) => phrases);
    assert.deepEqual(
      offered.filter((title) => !understood.includes(title)),
      [],
    );
  });

  it('keeps its app id as long as the Entra application stays the same', async () => {
    const idOf = ({ contents }: Package) => JSON.parse(contents.teams.get('manifest.json') ?? '').id;
    const moved = await preparePackage({ ...settings, PUBLIC_URL: 'https://other.contoso.example' });
    assert.equal(idOf(moved), idOf(prepared));
    assert.match(idOf(prepared), /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const other = await preparePackage({ ...settings, MICROSOFT_CLIENT_ID: settings.BOT_ID });
    assert.notEqual(idOf(other), idOf(prepared));
  });

  it('is the same to the byte whenever it is built', () => {
    assert.deepEqual(zipOf(prepared.contents), zipOf(prepared.contents));
  });

  it('is written as a zip for Teams and an XML file for Outlook', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'handyconnect-package-'));
    try {
      const [zip = '', xml = ''] = writePackage(prepared.contents, folder);
      const names = Object.keys(unzipSync(readFileSync(zip)));
      assert.deepEqual(names.sort(), [
        'color.png',
        'languages/de.json',
        'languages/en.json',
        'manifest.json',
        'outline.png',
      ]);
      assert.match(readFileSync(xml, 'utf8'), /<OfficeApp/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('can be looked at without any setting, as a sandbox package', async () => {
    const sandbox = await preparePackage({});
    assert.equal(sandbox.mode, 'sandbox');
    assert.deepEqual(sandbox.faults, []);
  });
});

describe('A package that cannot be built', () => {
  it('says all settings that are missing or wrong at once', async () => {
    const { faults } = await preparePackage({ HANDYCONNECT_MODE: 'production', BOT_ID: 'bot' });
    assert.deepEqual(faults, ['PUBLIC_URL: is missing', 'MICROSOFT_CLIENT_ID: is missing', 'BOT_ID: must be a GUID']);
  });

  for (const [url, words] of [
    ['http://desk.contoso.example', 'must be https'],
    ['https://desk.contoso.example/support', 'without a path'],
    ['https://localhost:3978', 'cannot be this computer'],
    ['desk.contoso.example', 'is not an address'],
  ] as const) {
    it(`refuses ${url} as the public address`, async () => {
      const { faults } = await preparePackage({ ...settings, PUBLIC_URL: url });
      assert.equal(faults.length, 1);
      assert.ok(faults[0]?.includes(words), faults[0]);
    });
  }
});
