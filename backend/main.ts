import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compose } from './compose.ts';
import { type Config, ConfigError, loadConfig } from './config.ts';

/** The project's folder, from the bundle in `dist/server` as well as from the source in `backend`. */
const root = fileURLToPath(new URL(import.meta.url.includes('/dist/server/') ? '../..' : '..', import.meta.url));
const version = '0.1.0';

async function main(): Promise<void> {
  const startedMs = Date.now();
  const config = loadConfig(process.env);
  const port = config.port === 0 ? await freePort(config.host) : config.port;
  const publicUrl = config.publicUrl ?? `http://localhost:${port}`;
  const manifests = path.join(root, 'manifests');
  const places = {
    distDir: path.join(root, 'dist'),
    iconsDir: path.join(manifests, 'icons'),
    aboutDir: path.join(manifests, 'pages'),
  };
  const product = await compose(config, { publicUrl, version, places });
  await product.http.listen(port, config.host);
  stopOnSignal(() => product.stop());
  await product.start();
  const playground = await product.openPlayground();
  tellPlaces(config, publicUrl, playground, Date.now() - startedMs);
}

function tellPlaces(config: Config, publicUrl: string, playground: string | null, tookMs: number): void {
  const lines = [
    `HandyConnect is ready in ${config.mode} mode (${(tookMs / 1000).toFixed(1)} s).`,
    `  Dashboard       ${publicUrl}/tab/`,
    ...(config.mode === 'sandbox'
      ? [`  Outlook pane    ${publicUrl}/sandbox/`, `  Bot playground  ${playground ?? 'did not start, see the log'}`]
      : [`  Outlook pane    ${publicUrl}/addin/`]),
    `  API docs        ${publicUrl}/api/docs`,
  ];
  console.log(lines.join('\n'));
}

/** The first signal stops in order, a second one at once. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) process.exit(1);
    stopping = true;
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

/** The public address must be known before the server listens, so the port is chosen first. */
function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
