import assert from 'node:assert/strict';
import { aCase } from '../../builders/case.ts';
import { type Harness, startHarness } from './harness.ts';

describe('A file over HTTP', () => {
  let harness: Harness;
  const address = '/api/cases/HC-7/messages/m1/attachments/AAMk%2Fx%3D%3D';
  before(async () => {
    harness = await startHarness();
    harness.app.put(aCase({ number: 'HC-7' }));
    harness.app.readFile = async (_ref, _message, id) => ({
      bytes: new TextEncoder().encode(id),
      name: 'Rechnung "März".pdf',
      type: 'application/pdf',
      inline: false,
    });
  });
  after(() => harness.close());

  it('is saved under a safe name, never sniffed and never run', async () => {
    const { status, headers, text } = await harness.call('GET', address);
    assert.equal(status, 200);
    assert.equal(text, 'AAMk/x==');
    assert.equal(headers.get('content-type'), 'application/pdf');
    assert.equal(
      headers.get('content-disposition'),
      `attachment; filename="Rechnung _M_rz_.pdf"; filename*=UTF-8''Rechnung%20%22M%C3%A4rz%22.pdf`,
    );
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.match(headers.get('content-security-policy') ?? '', /sandbox/);
    assert.match(headers.get('cache-control') ?? '', /private/);
  });

  it('is for those who may read cases', async () => {
    assert.equal((await harness.call('GET', address, { as: null })).status, 401);
    assert.equal((await harness.call('GET', address, { as: 'nobody' })).status, 403);
  });
});
