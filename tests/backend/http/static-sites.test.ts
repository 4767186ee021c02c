import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { addinPolicy, sandboxPolicy, tabPolicy } from '../../../backend/http/security-headers.ts';
import { type Harness, startHarness } from './harness.ts';

const publicUrl = 'http://localhost:3978';
const script = `export const words = ${JSON.stringify('so many words '.repeat(500))};`;

/** Sends the path as it is; fetch would tidy it up. */
function raw(url: string, path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const { port } = new URL(url);
    const outgoing = request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    outgoing.on('error', reject).end();
  });
}

describe('Built pages', () => {
  let harness: Harness;
  let root: string;
  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'sites-'));
    for (const dir of ['tab/assets', 'addin', 'office', 'sandbox']) await mkdir(join(root, dir), { recursive: true });
    await writeFile(join(root, 'secret.txt'), 'secret');
    await writeFile(join(root, 'tab/index.html'), '<!doctype html><title>Cases</title>');
    await writeFile(join(root, 'tab/assets/index-B1a2C3d4.js'), script);
    await writeFile(join(root, 'tab/assets/logo.png'), Buffer.alloc(5_000));
    await writeFile(join(root, 'addin/index.html'), '<!doctype html><title>Pane</title>');
    await writeFile(join(root, 'office/office.js'), script);
    await writeFile(join(root, 'sandbox/index.html'), '<!doctype html><title>Sandbox</title>');
    harness = await startHarness({
      sites: [
        { prefix: '/tab/', dir: join(root, 'tab'), policy: tabPolicy(publicUrl), deepLinks: true },
        { prefix: '/addin/', dir: join(root, 'addin'), policy: addinPolicy(publicUrl) },
        { prefix: '/addin/office/', dir: join(root, 'office'), policy: addinPolicy(publicUrl), onDemand: true },
        { prefix: '/sandbox/', dir: join(root, 'sandbox'), policy: sandboxPolicy(publicUrl) },
        { prefix: '/unbuilt/', dir: join(root, 'unbuilt'), policy: tabPolicy(publicUrl) },
      ],
    });
  });
  after(async () => {
    await harness.close();
    await rm(root, { recursive: true });
  });

  it('are found at their prefix, with and without the slash', async () => {
    assert.match((await raw(harness.url, '/tab/')).body.toString(), /Cases/);
    const bare = await raw(harness.url, '/tab?x=1');
    assert.deepEqual([bare.status, bare.headers.location], [308, '/tab/?x=1']);
    const front = await raw(harness.url, '/');
    assert.deepEqual([front.status, front.headers.location], [302, '/sandbox/']);
  });

  it('open at places inside the tab, but nowhere else', async () => {
    assert.match((await raw(harness.url, '/tab/cases/HC-1001')).body.toString(), /Cases/);
    assert.equal((await raw(harness.url, '/tab/assets/gone-B1a2C3d4.js')).status, 404);
    assert.equal((await raw(harness.url, '/addin/cases')).status, 404);
  });

  it('are compressed as the browser likes, with a version for each form', async () => {
    const path = '/tab/assets/index-B1a2C3d4.js';
    const [br, gz, plain] = await Promise.all(
      ['br, gzip', 'gzip', 'identity;q=1, gzip;q=0'].map((accepted) =>
        raw(harness.url, path, { 'accept-encoding': accepted }),
      ),
    );
    assert.equal(brotliDecompressSync(br?.body ?? '').toString(), script);
    assert.equal(gunzipSync(gz?.body ?? '').toString(), script);
    assert.equal(plain?.body.toString(), script);
    assert.equal(new Set([br, gz, plain].map((each) => each?.headers.etag)).size, 3);
    for (const each of [br, gz, plain]) {
      assert.equal(each?.headers.vary, 'Accept-Encoding');
      assert.match(String(each?.headers['content-type']), /^text\/javascript/);
      assert.equal(each?.headers['cache-control'], 'public, max-age=31536000, immutable');
    }
    const picture = await raw(harness.url, '/tab/assets/logo.png', { 'accept-encoding': 'br' });
    assert.equal(picture.headers['content-encoding'], undefined);
  });

  it('are asked for again each time, and answered 304 while nothing changed', async () => {
    const first = await raw(harness.url, '/tab/');
    assert.equal(first.headers['cache-control'], 'no-cache');
    const again = await raw(harness.url, '/tab/', { 'if-none-match': String(first.headers.etag) });
    assert.deepEqual([again.status, again.body.length], [304, 0]);
  });

  it('survive a browser that loads everything at once', async () => {
    const paths = ['/tab/', '/tab/assets/index-B1a2C3d4.js', '/tab/assets/logo.png', '/addin/office/office.js'];
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) =>
        raw(harness.url, paths[n % paths.length] ?? '/', { 'accept-encoding': n % 2 ? 'gzip' : 'br' }),
      ),
    );
    assert.ok(answers.every(({ status }) => status === 200));
  });

  it('never lead out of their folder', async () => {
    for (const path of [
      '/tab/../secret.txt',
      '/tab/%2e%2e/secret.txt',
      '/tab/..%2fsecret.txt',
      '/tab/assets/..%2f..%2f..%2fsecret.txt',
      '/tab/%2fetc/passwd.txt',
      '/tab/%00.txt',
      '/tab/%E0%A4%A.txt',
      '/tab/..\\secret.txt',
    ]) {
      const { status, body } = await raw(harness.url, path);
      assert.equal(status, 404, path);
      assert.doesNotMatch(body.toString(), /^secret/);
    }
  });

  it('can only be read', async () => {
    const result = await raw(harness.url, '/tab/', {}, 'POST');
    assert.deepEqual([result.status, result.headers.allow], [405, 'GET, HEAD']);
    const head = await raw(harness.url, '/tab/', {}, 'HEAD');
    assert.deepEqual([head.status, head.body.length], [200, 0]);
  });

  it('may be framed by the hosts they are made for, and by nobody else', async () => {
    const policyOf = async (path: string) => String((await raw(harness.url, path)).headers['content-security-policy']);
    assert.match(await policyOf('/tab/'), /frame-ancestors [^;]*https:\/\/teams\.microsoft\.com/);
    assert.match(await policyOf('/addin/'), /frame-ancestors [^;]*https:\/\/outlook\.office\.com/);
    assert.match(await policyOf('/sandbox/'), /frame-ancestors 'none'/);
    for (const path of ['/tab/', '/addin/', '/sandbox/']) {
      assert.doesNotMatch(await policyOf(path), /script-src [^;]*(?:unsafe|\*)/);
    }
  });

  it('answer 404 where nothing was built, and say so in the log', async () => {
    assert.equal((await raw(harness.url, '/unbuilt/')).status, 404);
    assert.ok(harness.log.lines.some(({ level, fields }) => level === 'warn' && fields.prefix === '/unbuilt/'));
  });
});
