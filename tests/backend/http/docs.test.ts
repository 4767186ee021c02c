import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Endpoint } from '../../../backend/contracts/endpoint.ts';
import { endpoints } from '../../../backend/contracts/endpoints.ts';
import { sandboxEndpoints } from '../../../backend/contracts/sandbox-endpoints.ts';
import { openApiDocument } from '../../../backend/http/openapi.ts';
import { emptySandbox, type Harness, startHarness } from './harness.ts';

const rows: [string, Endpoint][] = [...Object.entries(endpoints), ...Object.entries(sandboxEndpoints)];

describe('The description of the API', () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness({ sandbox: emptySandbox });
  });
  after(() => harness.close());

  const document = openApiDocument({
    tables: [endpoints, sandboxEndpoints],
    publicUrl: 'http://localhost:3978',
    version: '1.2.3',
  });

  it('is served as the document that the tables give', async () => {
    const { status, json } = await harness.call('GET', '/api/openapi.json', { as: null });
    assert.equal(status, 200);
    assert.deepEqual(json, JSON.parse(JSON.stringify(document)));
  });

  it('has every route once, with who may use it and what it answers', () => {
    const ids = Object.values(document.paths).flatMap((methods) => Object.values(methods).map((o) => o.operationId));
    assert.equal(new Set(ids).size, ids.length);
    for (const [name, { method, path, permission, success, ifMatch, bytes }] of rows) {
      const operation = document.paths[path]?.[method.toLowerCase()];
      assert.equal(operation?.operationId, name);
      assert.equal(operation?.security.length, permission === 'public' ? 0 : 1, name);
      assert.match(operation?.description ?? '', permission === 'public' ? /no token/ : /^Roles: /, name);
      const answers = bytes ? 'application/octet-stream' : 'application/json';
      assert.ok(operation?.responses[success]?.content?.[answers], name);
      assert.equal(operation?.responses['401'] !== undefined, permission !== 'public', name);
      assert.equal(
        operation?.parameters.some((p) => p.name === 'If-Match' && p.required),
        ifMatch === 'required',
        name,
      );
    }
  });

  it('declares each path parameter and refers to nothing that is missing', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters } of Object.values(methods)) {
        assert.deepEqual(
          parameters.filter((p) => p.in === 'path').map((p) => p.name),
          inPath,
          path,
        );
        assert.ok(parameters.every((p) => p.in !== 'path' || p.required));
      }
    }
    for (const [, name] of JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      assert.ok(document.components.schemas[name ?? ''], name);
    }
    assert.equal(document.openapi, '3.1.0');
    assert.ok(document.components.securitySchemes.bearer);
  });

  it('has schemas that are valid JSON Schema 2020-12 and describe what is answered', async () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'doc', ...JSON.parse(JSON.stringify(document)) });
    for (const name of Object.keys(document.components.schemas)) {
      assert.ok(ajv.getSchema(`doc#/components/schemas/${name}`), name);
    }
    const body = { subject: 'No heating', customer: { email: 'nadia@example.com', name: 'Nadia' } };
    assert.ok(ajv.getSchema('doc#/components/schemas/CreateCase')?.(body));
    const { json } = await harness.call('POST', '/api/cases', { body });
    const fits = ajv.getSchema('doc#/components/schemas/Case');
    assert.ok(fits?.(json), JSON.stringify(fits?.errors));
  });

  it('can be read as a page that needs nothing from elsewhere', async () => {
    const { status, text, headers } = await harness.call('GET', '/api/docs', { as: null });
    assert.equal(status, 200);
    assert.match(headers.get('content-type') ?? '', /^text\/html/);
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'; style-src 'sha256-/);
    for (const [name, { path }] of rows) assert.ok(text.includes(`id="${name}"`) && text.includes(path), name);
    assert.doesNotMatch(text, /<script|<link|src=|https?:\/\/(?!localhost)/);
    const targets = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const [, target] of text.matchAll(/href="#([^"]+)"/g)) assert.ok(targets.has(target), target);
    for (const code of ['stale', 'invalid', 'unauthenticated']) assert.ok(targets.has(`problem-${code}`));
  });
});
