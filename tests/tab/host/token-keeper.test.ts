import assert from 'node:assert/strict';
import { keepToken } from '../../../tab/host/token-keeper.ts';

function tokenUntil(seconds: number): string {
  return `head.${Buffer.from(JSON.stringify({ exp: seconds })).toString('base64url')}.signature`;
}

describe('The token of Teams', () => {
  it('is asked for once until a minute before it ends', async () => {
    let nowMs = 0;
    let asked = 0;
    const getToken = keepToken(
      async () => {
        asked += 1;
        return tokenUntil(3600);
      },
      () => nowMs,
    );
    await getToken();
    nowMs = 3_500_000;
    await getToken();
    assert.equal(asked, 1);
    nowMs = 3_541_000;
    await getToken();
    assert.equal(asked, 2);
  });

  it('is kept for five minutes when it cannot be read', async () => {
    let nowMs = 0;
    let asked = 0;
    const getToken = keepToken(
      async () => {
        asked += 1;
        return `opaque ${asked}`;
      },
      () => nowMs,
    );
    assert.equal(await getToken(), 'opaque 1');
    nowMs = 200_000;
    assert.equal(await getToken(), 'opaque 1');
    nowMs = 300_000;
    assert.equal(await getToken(), 'opaque 2');
  });
});
