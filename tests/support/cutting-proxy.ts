import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** `before`: the request never arrives. `after`: it arrives, but the answer does not come back. */
export type Cut = 'none' | 'before' | 'after';

export interface CuttingProxy {
  port: number;
  /** What happens to the next requests; each connection that sends one is asked. */
  cut: Cut;
  /** Connections cut so far. */
  cuts: number;
  close(): void;
}

/** A TCP proxy on the loopback interface that cuts connections at the worst moments. */
export async function startCuttingProxy(targetPort: number): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => relay(client));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  const proxy: CuttingProxy = {
    port: address.port,
    cut: 'none',
    cuts: 0,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
  return proxy;

  function relay(client: Socket): void {
    const target = connect(targetPort, '127.0.0.1');
    for (const socket of [client, target]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
    client.on('close', () => target.destroy());
    target.on('close', () => client.destroy());
    client.on('data', (chunk) => {
      if (proxy.cut === 'before') cut(client, target);
      else target.write(chunk);
    });
    target.on('data', (chunk) => {
      if (proxy.cut === 'after') cut(client, target);
      else client.write(chunk);
    });
  }

  function cut(client: Socket, target: Socket): void {
    proxy.cuts++;
    client.destroy();
    target.destroy();
  }
}
