import assert from 'node:assert/strict';
import type { Endpoint } from '../../../backend/contracts/endpoint.ts';
import { endpoints } from '../../../backend/contracts/endpoints.ts';
import { sandboxEndpoints } from '../../../backend/contracts/sandbox-endpoints.ts';
import { may } from '../../../backend/domain/access/permissions.ts';
import { roles } from '../../../backend/domain/vocabulary.ts';
import { emptySandbox, type Harness, startHarness } from './harness.ts';

const rows: [string, Endpoint][] = [...Object.entries(endpoints), ...Object.entries(sandboxEndpoints)];
const guarded = rows.filter(([, { permission }]) => permission !== 'public');

describe('Every route of the table asks for a role', () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness({ sandbox: emptySandbox });
  });
  after(() => harness.close());

  function ask({ method, path, body }: Endpoint, as: string | null) {
    return harness.call(method, path.replace('{id}', 'HC-1'), { as, ...(body !== undefined && { body: {} }) });
  }

  for (const [name, endpoint] of guarded) {
    it(`refuses ${endpoint.method} ${endpoint.path} without a token, without a role and with too low a role`, async () => {
      assert.equal((await ask(endpoint, null)).status, 401, name);
      assert.equal((await ask(endpoint, 'nobody')).status, 403, name);
      for (const role of roles) {
        const { status } = await ask(endpoint, role);
        const allowed = endpoint.permission !== 'public' && may(role, endpoint.permission);
        assert.equal(status === 403, !allowed, `${name} as ${role}: ${status}`);
        assert.notEqual(status, 401);
        assert.ok(status < 500, `${name} as ${role}: ${status}`);
      }
    });
  }

  it('answers without a token only where the table says so', () => {
    const open = rows.filter(([, { permission }]) => permission === 'public').map(([name]) => name);
    assert.deepEqual(open, ['signIn', 'health', 'ready', 'token']);
  });
});

describe('Outside the sandbox', () => {
  it('the sandbox’s addresses do not exist, and neither does the bot’s without a bot', async () => {
    const harness = await startHarness({ mode: 'production' });
    try {
      for (const endpoint of Object.values(sandboxEndpoints)) {
        const { status } = await harness.call(endpoint.method, endpoint.path.replace('{id}', 'x'), { as: 'admin' });
        assert.equal(status, 404, endpoint.path);
      }
      assert.equal((await harness.call('POST', '/api/messages', { body: {} })).status, 404);
    } finally {
      await harness.close();
    }
  });
});
