import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startPlayground } from '../../../backend/sandbox/playground.ts';
import { TestLog } from '../../fakes/test-log.ts';

/** A process with a playground, to be killed. */
const bot = createServer((request, response) => {
  request.resume();
  response.end('{}');
});
bot.listen(0, '127.0.0.1', async () => {
  const { port } = bot.address() as AddressInfo;
  const playground = await startPlayground({
    botUrl: `http://127.0.0.1:${port}/api/messages`,
    port: 0,
    log: new TestLog(),
  });
  console.log(playground.url);
});
