import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';
import { preparePackage } from '../../scripts/package/build-package.ts';
import { describeWithShared, sharedPath } from '../support/shared.ts';

describeWithShared('The XML manifest by the schema of Outlook add-ins', () => {
  const schema = () => readFileSync(sharedPath('schemas/outlook-mailapp-1.1.authored.xsd'), 'utf8');

  it('is valid', async () => {
    const { contents } = await preparePackage({});
    const result = await validateXML({ xml: contents.outlook, schema: schema() });
    assert.deepEqual(
      result.errors.map(({ message }) => message),
      [],
    );
  });

  it('would be refused with its parts in another order', async () => {
    const { contents } = await preparePackage({});
    const permissions = '<Permissions>ReadItem</Permissions>';
    const moved = contents.outlook.replace(permissions, '').replace('<Requirements>', `${permissions}<Requirements>`);
    assert.equal((await validateXML({ xml: moved, schema: schema() })).valid, false);
  });
});
