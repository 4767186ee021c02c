import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { startChild } from '../../support/child.ts';

describe('The bot playground of the sandbox', function () {
  this.timeout(30_000);

  it('listens on this machine only, and ends even when its parent is killed', async () => {
    const child = startChild(new URL('./playground-parent.ts', import.meta.url), null);
    const url = await new Promise<string>((resolve, reject) => {
      const look = setInterval(() => {
        const line = child.lines.find((text) => text.startsWith('http'));
        if (line === undefined) return;
        clearInterval(look);
        resolve(line);
      }, 20);
      child.ended.then((code) => reject(new Error(`the parent ended with ${code}`)));
    });
    const { hostname, port } = new URL(url);
    assert.equal(hostname, '127.0.0.1');
    assert.equal(await reachable(hostname, Number(port)), true);
    const outside = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .find(({ internal, family }) => !internal && family === 'IPv4');
    if (outside !== undefined) assert.equal(await reachable(outside.address, Number(port)), false);

    child.process.kill('SIGKILL');
    const deadline = Date.now() + 5_000;
    while (await reachable(hostname, Number(port))) assert.ok(Date.now() < deadline, 'the playground lives on');
  });
});

async function reachable(host: string, port: number): Promise<boolean> {
  const socket = connect({ host, port, timeout: 1_000 });
  try {
    await Promise.race([
      once(socket, 'connect'),
      once(socket, 'timeout').then(() => Promise.reject(new Error('late'))),
    ]);
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
