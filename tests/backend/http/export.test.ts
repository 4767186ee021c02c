import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import { aCase } from '../../builders/case.ts';
import { type Harness, startHarness } from './harness.ts';

describe('Exports of cases', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness();
  });
  afterEach(() => harness.close());

  it('as CSV: every column, quoted where needed, and nothing that a spreadsheet would run', async () => {
    harness.app.put(aCase({ subject: '=HYPERLINK("http://evil.example","click")', tags: ['a', 'b'] }));
    harness.app.put(aCase({ subject: 'Ä "leak",\nagain', customer: { email: 'x@y.example', name: '+1 Zoë' } }));
    const { status, headers, text } = await harness.call('GET', '/api/cases/export?status=new');
    assert.equal(status, 200);
    assert.match(headers.get('content-type') ?? '', /^text\/csv/);
    assert.equal(headers.get('content-disposition'), 'attachment; filename="cases-2026-11-24.csv"');
    const [head] = text.replace(/^\ufeff/, '').split('\r\n');
    assert.match(head ?? '', /^Number,Subject,Status,Priority/);
    assert.ok(text.includes(`"'=HYPERLINK(""http://evil.example"",""click"")"`));
    assert.ok(text.includes('"Ä ""leak"",\nagain"'));
    assert.ok(text.includes("'+1 Zoë"));
    assert.ok(text.includes('"a, b"'));
    assert.deepEqual(harness.app.listed?.filter, { status: ['new'] });
  });

  it('as XLSX: numbers and dates are typed, and a subject is text', async () => {
    harness.app.put(aCase({ subject: '=1+1 <b> \u0007 & more', messageCount: 3 }));
    const response = await fetch(`${harness.url}/api/cases/export?format=xlsx`, {
      headers: { authorization: 'Bearer agent' },
    });
    assert.match(response.headers.get('content-type') ?? '', /spreadsheetml/);
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const text = (name: string) => Buffer.from(files[name] ?? assert.fail(name)).toString('utf8');
    const sheet = text('xl/worksheets/sheet1.xml');
    assert.equal(sheet.includes('<f>'), false);
    assert.match(sheet, /<v>3<\/v>/);
    const strings = files['xl/sharedStrings.xml'] === undefined ? sheet : text('xl/sharedStrings.xml');
    assert.ok(strings.includes('=1+1 &lt;b>') || strings.includes('=1+1 &lt;b&gt;'), strings.slice(0, 400));
    assert.equal(strings.includes('\u0007'), false);
  });

  it('asks for a narrower filter when more match than a file holds, and refuses unknown formats', async () => {
    harness.app.listCases = async () => ({ items: [], total: 20_001 });
    assert.equal((await harness.call('GET', '/api/cases/export')).status, 422);
    assert.equal((await harness.call('GET', '/api/cases/export?format=pdf')).status, 422);
  });
});
