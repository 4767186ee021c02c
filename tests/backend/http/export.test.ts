import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { unzipSync } from 'fflate';
import { aCase } from '../../builders/case.ts';
import { aTask } from '../../builders/task.ts';
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

  it('asks for a narrower filter when more match than a workbook holds, and refuses unknown formats', async () => {
    harness.app.listCases = async () => ({ items: [], total: 20_001 });
    const { status, json } = await harness.call('GET', '/api/cases/export?format=xlsx');
    assert.deepEqual([status, json.detail.includes('a workbook holds 20000')], [422, true]);
    assert.equal((await harness.call('GET', '/api/cases/export')).status, 200);
    assert.equal((await harness.call('GET', '/api/cases/export?format=pdf')).status, 422);
  });

  it('of tasks and customers as well', async () => {
    harness.app.listTasks = async () => ({
      items: [{ value: aTask({ title: '=call()' }), etag: '0-1', blocked: false }],
      total: 1,
    });
    const tasks = await harness.call('GET', '/api/tasks/export?status=new');
    assert.match(tasks.text, /^\ufeff?Title,Case,Status,.*\r\n'=call\(\),/);
    assert.equal(tasks.headers.get('content-disposition'), 'attachment; filename="tasks-2026-11-24.csv"');
    const newest = harness.app.put(aCase());
    const nadia = { email: 'nadia@example.com', name: '@Nadia', cases: 2, openCases: 1, newest };
    harness.app.listCustomers = async () => ({ items: [nadia], total: 1 });
    const customers = await harness.call('GET', '/api/customers/export?q=nadia');
    assert.match(customers.text, /Name,Address,Cases,.*\r\n'@Nadia,nadia@example.com,2,1,/);
  });
});

describe('A large export', function () {
  this.timeout(60_000);
  const pages = 300;
  let harness: Harness;
  let asked = 0;
  let failsAt = Infinity;
  beforeEach(async () => {
    harness = await startHarness();
    asked = 0;
    failsAt = Infinity;
    harness.app.listCases = async (_filter, _sort, { limit, after }) => {
      asked += 1;
      if (asked === failsAt) throw new Error('the disk is gone');
      const n = Number(after ?? 0);
      const items = Array.from({ length: limit }, () => ({ value: aCase({ summary: 'x'.repeat(200) }), etag: '0-1' }));
      return { items, total: pages * limit, ...(n + 1 < pages && { next: String(n + 1) }) };
    };
  });
  afterEach(() => harness.close());

  async function begin(): Promise<IncomingMessage> {
    const request = get(`${harness.url}/api/cases/export`, { headers: { authorization: 'Bearer agent' } });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    return response;
  }

  it('has every row, and no more of them in memory at a time than a few pages', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const heaps: number[] = [];
    let lines = 0;
    let seen = 0;
    for await (const chunk of await begin()) {
      lines += String(chunk).split('\r\n').length - 1;
      if (lines - seen < 10_000) continue;
      seen = lines;
      collect();
      heaps.push(process.memoryUsage().heapUsed / 2 ** 20);
    }
    assert.equal(lines, pages * 200 + 1);
    assert.ok(Math.max(...heaps) - (heaps[0] ?? 0) < 20, `MB: ${heaps.map(Math.round).join(', ')}`);
  });

  it('waits for whoever reads slowly, and stops for whoever goes away', async () => {
    const response = await begin();
    response.pause();
    for (let before = -1; before !== asked; await sleep(300)) before = asked;
    assert.ok(asked < pages / 2, `${asked} pages were read ahead`);
    response.destroy();
    await sleep(300);
    const then = asked;
    await sleep(300);
    assert.equal(asked, then);
    assert.equal((await harness.call('GET', '/health', { as: null })).status, 200);
  });

  it('breaks off where something fails, so that half a file is not taken for a whole one', async () => {
    failsAt = 5;
    const response = await begin();
    response.resume();
    await assert.rejects(once(response, 'end'));
    assert.equal(response.complete, false);
    assert.ok(harness.log.lines.some(({ level }) => level === 'error'));
  });
});
