import assert from 'node:assert/strict';
import { refusal, safeFileName, servingOf } from '../../../../backend/domain/mail/file-rules.ts';

describe('The name of a file from a mail', () => {
  const names: [string, string][] = [
    ['Rechnung März 2026.pdf', 'Rechnung März 2026.pdf'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['C:\\Windows\\x.dll', 'C__Windows_x.dll'],
    ['.htaccess', 'htaccess'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['a\r\nSet-Cookie: x.txt', 'aSet-Cookie_ x.txt'],
    ['CON.txt', '_CON.txt'],
    ['setup.exe. . ', 'setup.exe'],
    ['', 'attachment'],
    ['...', 'attachment'],
    ['報告書.xlsx', '報告書.xlsx'],
  ];
  for (const [given, safe] of names) {
    it(`${JSON.stringify(given)} becomes ${safe}`, () => assert.equal(safeFileName(given), safe));
  }

  it('is cut but keeps its ending', () => {
    const name = safeFileName(`${'long '.repeat(500)}.docx`);
    assert.ok(name.length <= 120 && name.endsWith('.docx'), name);
  });
});

describe('A file from a mail', () => {
  it('is refused when it could run, however its name is dressed up', () => {
    for (const name of ['a.exe', 'A.EXE', 'a.pdf.js', 'a.scr ', 'a.hta.', 'x.\u200bvbs', 'photo.lnk']) {
      assert.equal(refusal({ name, size: 1 }), 'dangerous_type', name);
    }
    assert.equal(refusal({ name: 'a.pdf', size: 1 }), null);
    assert.equal(refusal({ name: 'exe', size: 1 }), null);
    assert.equal(refusal({ name: 'a.pdf', size: 101 }, 100), 'too_large');
  });

  it('is shown in place only when its bytes are those of a picture', () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
    assert.deepEqual(servingOf('text/html', png), { type: 'image/png', inline: true });
    assert.deepEqual(servingOf('image/png', new TextEncoder().encode('<svg onload=x>')), {
      type: 'application/octet-stream',
      inline: false,
    });
  });

  it('is served with a harmless type or with none', () => {
    const head = new Uint8Array(12);
    for (const type of ['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/xml', 'x', 'text/javascript']) {
      assert.equal(servingOf(type, head).type, 'application/octet-stream', type);
    }
    for (const type of ['application/pdf', 'text/plain', 'application/vnd.ms-excel', 'message/rfc822']) {
      assert.equal(servingOf(`${type}; charset=utf-8`, head).type, type);
    }
  });
});
