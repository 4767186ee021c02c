import assert from 'node:assert/strict';
import { createCommandScan } from '../../../../backend/adapters/scanner/command-scan.ts';
import { isFailure } from '../../../../backend/domain/failure.ts';

const bytes = new Uint8Array(2_000_000);

describe('A virus scanner started as a command', () => {
  it('calls a file clean or infected by its exit code, and reads the file from its input', async () => {
    assert.equal(await createCommandScan('true')(bytes), 'clean');
    assert.equal(await createCommandScan('false')(bytes), 'infected');
    const looksFor = createCommandScan('grep -c -v EICAR');
    assert.equal(await looksFor(new TextEncoder().encode('hello\n')), 'clean');
    assert.equal(await looksFor(new TextEncoder().encode('EICAR\n')), 'infected');
  });

  it('has no verdict when it fails or does not exist, and no shell reads the command', async () => {
    for (const command of ['ls --no-such-flag', '/no/such/scanner', 'true;false']) {
      await assert.rejects(createCommandScan(command)(bytes), (error) => isFailure(error, 'unavailable'), command);
    }
  });
});
