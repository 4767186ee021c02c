/**
 * Runs inside the playground's process before the playground itself. The playground would listen on every interface,
 * and would outlive a parent that was killed; neither fits a sandbox that promises 127.0.0.1 and nothing left behind.
 * It is text because it is handed to another process, which has no build of ours.
 */
const preload = `
import net from 'node:net';
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (port, ...rest) {
  if (port !== null && typeof port === 'object') return listen.call(this, { ...port, host: '127.0.0.1' }, ...rest);
  const callback = rest.find((argument) => typeof argument === 'function');
  return listen.call(this, { port: Number(port ?? 0), host: '127.0.0.1' }, callback);
};
process.on('disconnect', () => process.exit(0));
`;

/** What Node's \`--import\` takes. */
export const preloadUrl = `data:text/javascript,${encodeURIComponent(preload)}`;
