import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ConfigError, loadConfig } from '../../backend/config.ts';

const production = {
  MICROSOFT_CLIENT_ID: 'client',
  MICROSOFT_CLIENT_SECRET: 'very-secret-value',
  MICROSOFT_TENANT_ID: 'tenant',
  SUPPORT_MAILBOXES: 'Support@contoso.example, sales@contoso.example,support@contoso.example',
  PUBLIC_URL: 'https://desk.contoso.example/',
  BOT_ID: 'bot',
  BOT_PASSWORD: 'bot-secret',
};

function faultsOf(environment: Record<string, string>): string[] {
  try {
    loadConfig(environment);
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.faults;
  }
}

describe('Settings', () => {
  it('make a sandbox on this computer when nothing is set', () => {
    const config = loadConfig({});
    assert.equal(config.mode, 'sandbox');
    assert.equal(config.host, '127.0.0.1');
    assert.equal(config.port, 3978);
    assert.deepEqual(config.mailboxes, ['support@contoso.example']);
    assert.deepEqual(config.storage, { kind: 'embedded' });
  });

  it('make production once Microsoft 365 is named', () => {
    const config = loadConfig(production);
    assert.equal(config.mode, 'production');
    assert.equal(config.host, '0.0.0.0');
    assert.equal(config.publicUrl, 'https://desk.contoso.example');
    assert.deepEqual(config.mailboxes, ['support@contoso.example', 'sales@contoso.example']);
    assert.equal(config.auth?.issuer, 'https://login.microsoftonline.com/tenant/v2.0');
  });

  it('are refused with every fault at once, by name and never by value', () => {
    const faults = faultsOf({ ...production, BOT_PASSWORD: '', PUBLIC_URL: 'http://desk.contoso.example', PORT: 'x9' });
    assert.deepEqual(faults.map((fault) => fault.split(':')[0]).sort(), ['BOT_PASSWORD', 'PORT', 'PUBLIC_URL']);
    assert.doesNotMatch(faults.join(), /very-secret-value|x9/);
  });

  it('keep the sandbox off the network and out of production', () => {
    assert.match(faultsOf({ HOST: '0.0.0.0' }).join(), /HOST/);
    assert.match(faultsOf({ NODE_ENV: 'production' }).join(), /HANDYCONNECT_MODE/);
    assert.deepEqual(faultsOf({ HOST: '127.0.0.2' }), []);
  });

  it('allow Graph over http on loopback outside production alone', () => {
    assert.deepEqual(faultsOf({ GRAPH_BASE_URL: 'http://127.0.0.1:4000/v1.0' }), []);
    assert.match(faultsOf({ GRAPH_BASE_URL: 'http://graph.example/v1.0' }).join(), /GRAPH_BASE_URL/);
    assert.match(faultsOf({ ...production, GRAPH_BASE_URL: 'http://127.0.0.1:4000/v1.0' }).join(), /GRAPH_BASE_URL/);
  });

  it('are all listed in .env.example', () => {
    const source = readFileSync(new URL('../../backend/config.ts', import.meta.url), 'utf8');
    const names = [...source.matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm)].map((match) => match[1]);
    const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
    const missing = names.filter((name) => name !== 'NODE_ENV' && !example.includes(`\n${name}=`));
    assert.deepEqual(missing, []);
    assert.ok(names.length > 25);
  });
});
