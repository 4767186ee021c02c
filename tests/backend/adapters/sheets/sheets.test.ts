import assert from 'node:assert/strict';
import writeExcelFile from 'write-excel-file/node';
import { parseSheet } from '../../../../backend/adapters/sheets/parse-sheet.ts';
import { workerSheets } from '../../../../backend/adapters/sheets/worker-sheets.ts';
import { isFailure } from '../../../../backend/domain/failure.ts';

const bytesOf = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding));

describe('A file of rows', () => {
  it('is read from CSV with any usual delimiter, quotes, line ends and code page', async () => {
    const expected = { headers: ['Subject', 'Name'], rows: [{ line: 2, cells: ['Tür; "auf"', 'Ana'] }] };
    assert.deepEqual(await parseSheet(bytesOf('\ufeffSubject,Name\r\n"Tür; ""auf""",Ana\r\n')), expected);
    assert.deepEqual(await parseSheet(bytesOf('Subject;Name\n"Tür; ""auf""";Ana\n')), expected);
    assert.deepEqual(await parseSheet(bytesOf('Subject\tName\nTür; "auf"\tAna', 'latin1')), expected);
  });

  it('keeps line numbers where rows are empty, and line breaks within cells', async () => {
    const { rows } = await parseSheet(bytesOf('a,b\n\n"one\ntwo",2\n,\nx'));
    assert.deepEqual(rows, [
      { line: 3, cells: ['one\ntwo', '2'] },
      { line: 5, cells: ['x', ''] },
    ]);
  });

  it('loses the guard that exports put before what looks like a formula', async () => {
    const { rows } = await parseSheet(bytesOf("a\n'=1+1\n'tis\n"));
    assert.deepEqual(
      rows.map(({ cells }) => cells[0]),
      ['=1+1', "'tis"],
    );
  });

  it('is read from XLSX, dates and numbers as text', async () => {
    const at = new Date('2026-03-04T10:30:00Z');
    const sheet = [
      [{ value: 'Subject' }, { value: 'Created' }, { value: 'No' }],
      [
        { value: '=1+1', type: String },
        { value: at, type: Date, format: 'yyyy-mm-dd hh:mm' },
        { value: 7, type: Number },
      ],
    ];
    const bytes = new Uint8Array(await writeExcelFile(sheet).toBuffer());
    assert.deepEqual(await workerSheets.read(bytes), {
      headers: ['Subject', 'Created', 'No'],
      rows: [{ line: 2, cells: ['=1+1', '2026-03-04T10:30:00.000Z', '7'] }],
    });
  });

  for (const [what, bytes, message] of [
    ['nothing', bytesOf(''), /first row must name the columns/],
    ['bytes of another kind', new Uint8Array([1, 0, 2, 0]), /neither CSV nor XLSX/],
    ['half a workbook', bytesOf('PK\u0003\u0004half'), /no sheet of it can be read/],
    ['too many rows', bytesOf(`a\n${'x\n'.repeat(10_001)}`), /10001 rows; at most 10000/],
    ['too many columns', bytesOf(`${'a,'.repeat(101)}b\n`), /102 columns; at most 100/],
    ['an endless cell', bytesOf(`a\n${'x'.repeat(50_001)}`), /Row 2 has a cell of more than 50000/],
  ] as const) {
    it(`is refused for ${what}`, async () => {
      await assert.rejects(
        workerSheets.read(bytes),
        (error) => isFailure(error, 'invalid') && message.test(error.message),
      );
    });
  }
});
