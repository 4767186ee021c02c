import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { addressFaults, disagreements, iconFaults, promiseFaults } from '../../scripts/package/agreement.ts';
import { pngSize } from '../../scripts/package/icons.ts';
import { readOutlookManifest } from '../../scripts/package/outlook-manifest.ts';
import { schemaFaults, translationFaults } from '../../scripts/package/teams-manifest.ts';
import { fillTokens, readValues } from '../../scripts/package/values.ts';

const { values } = readValues({
  PUBLIC_URL: 'https://desk.contoso.example',
  MICROSOFT_CLIENT_ID: '11111111-1111-4111-8111-111111111111',
  BOT_ID: '22222222-2222-4222-8222-222222222222',
});

function filled(file: string): string {
  const text = readFileSync(fileURLToPath(new URL(`../../manifests/${file}`, import.meta.url)), 'utf8');
  return fillTokens(text, values).text;
}

const json = filled('teams/manifest.json');
const xml = filled('outlook/manifest.xml');

describe('The two manifests', () => {
  it('are caught when they name different applications', async () => {
    const other = xml.replaceAll(values.MICROSOFT_CLIENT_ID, '33333333-3333-4333-8333-333333333333');
    const found = disagreements(JSON.parse(json), await readOutlookManifest(other));
    assert.deepEqual(
      found.map((line) => line.split(':')[0]),
      ['the manifests differ in sign-in application', 'the manifests differ in sign-in resource'],
    );
  });

  it('are caught when an address leads to another host', () => {
    const astray = xml.replace('https://desk.contoso.example/addin/', 'https://elsewhere.example/addin/');
    assert.deepEqual(addressFaults(JSON.parse(json), astray, values), [
      'manifest.xml: https://elsewhere.example/addin/ is not on https://desk.contoso.example',
    ]);
  });

  it('are caught when an icon has other pixels than its place promises', () => {
    const wrong = xml.replace('size="80" resid="icon80"', 'size="64" resid="icon80"');
    assert.deepEqual(promiseFaults(JSON.parse(json), wrong), ['icon-80.png: is used at 64 pixels and has 80']);
  });

  it('ask Outlook for the open mail only, in shared mailboxes too', async () => {
    const manifest = JSON.parse(json);
    const rights: { name: string }[] = manifest.authorization.permissions.resourceSpecific;
    const names = rights.map(({ name }) => name).filter((name) => name.startsWith('Mail'));
    assert.deepEqual(names, ['MailboxItem.ReadWrite.User', 'Mailbox.SharedFolder']);
    const { info } = await readOutlookManifest(xml);
    assert.equal(info.permissions, 'ReadWriteItem');
    assert.match(xml, /<SupportsSharedFolders>true<\/SupportsSharedFolders>/);
  });

  it('stand beside a mail that is written, take several that are selected, and look at one before it leaves', () => {
    const [extension] = JSON.parse(json).extensions;
    assert.deepEqual(
      extension.ribbons.map(({ contexts }: { contexts: string[] }) => contexts[0]),
      ['mailRead', 'mailRead', 'mailCompose'],
    );
    assert.equal(extension.runtimes[0].actions[0].multiselect, true);
    const [event] = extension.autoRunEvents[0].events;
    assert.deepEqual([event.type, event.options.sendMode], ['messageSending', 'promptUser']);
    const actions = extension.runtimes.flatMap((runtime: { actions: { id: string }[] }) => runtime.actions);
    assert.ok(actions.some(({ id }: { id: string }) => id === event.actionId));
    assert.match(xml, /MessageComposeCommandSurface/);
    assert.match(xml, /<SupportsMultiSelect>true<\/SupportsMultiSelect>/);
    assert.match(xml, /FunctionName="onMessageSendHandler" SendMode="PromptUser"/);
  });

  it('offer a pane that stays open from mail to mail', () => {
    assert.equal(JSON.parse(json).extensions[0].runtimes[0].actions[0].pinnable, true);
    assert.match(xml, /<SupportsPinning>true<\/SupportsPinning>/);
  });
});

describe('The unified manifest', () => {
  it('is refused when it breaks the schema', async () => {
    const faults = await schemaFaults('manifest.json', json.replace('"#5B5FC7"', '"violet"'));
    assert.equal(faults.length, 1);
    assert.match(faults[0] ?? '', /accentColor/);
  });

  it('is refused when a translation is too long or translates what is not there', async () => {
    const translation = JSON.stringify({ 'name.short': 'H'.repeat(40), 'staticTabs[7].name': 'Fälle' });
    const faults = await translationFaults('languages/de.json', translation, json);
    assert.equal(faults.length, 2);
    assert.match(faults.join('\n'), /staticTabs\[7\]\.name is not a text of the manifest/);
    assert.match(faults.join('\n'), /\/name\/short/);
  });

  it('speaks German in every place where it speaks English', () => {
    const keys = (language: string) => Object.keys(JSON.parse(filled(`teams/languages/${language}.json`)));
    assert.deepEqual(keys('de'), keys('en'));
  });
});

describe('The icons', () => {
  it('are all there in the right sizes', () => {
    assert.deepEqual(iconFaults(), []);
  });

  it('are missed by name when a folder has none', () => {
    assert.equal(iconFaults(fileURLToPath(new URL('.', import.meta.url)))[0], 'teams/color.png: is missing');
  });

  it('are not mistaken for pictures when they are something else', () => {
    assert.equal(pngSize(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')), null);
  });
});
