import { createRequire } from 'node:module';
import path from 'node:path';
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { PrintedReport, PrintReport } from '../../ports/report-printer.ts';

const brand = '#5b5fc7';
const hairline = '#d1d1d1';
const quiet = '#616161';
const many = 7;

/** The library and its fonts are loaded when the first report is printed. */
export const printPdf: PrintReport = async (report) => {
  const pdf = await loadPdf();
  return pdf.createPdf(documentOf(report)).getBuffer();
};

interface Pdf {
  setFonts(fonts: Record<string, Record<string, string>>): void;
  setLocalAccessPolicy(policy: (path: string) => boolean): void;
  setUrlAccessPolicy(policy: (url: string) => boolean): void;
  createPdf(definition: TDocumentDefinitions): { getBuffer(): Promise<Buffer> };
}

let loaded: Promise<Pdf> | undefined;

function loadPdf(): Promise<Pdf> {
  loaded ??= import('pdfmake').then((module) => {
    const pdf = (module as unknown as { default: Pdf }).default;
    const root = path.dirname(createRequire(import.meta.url).resolve('pdfmake/package.json'));
    const font = (name: string) => path.join(root, 'fonts', 'Roboto', `Roboto-${name}.ttf`);
    pdf.setFonts({
      Roboto: {
        normal: font('Regular'),
        bold: font('Medium'),
        italics: font('Italic'),
        bolditalics: font('MediumItalic'),
      },
    });
    // What stands in a report must never make this process read other files or addresses.
    pdf.setLocalAccessPolicy((file) => path.resolve(file).startsWith(path.join(root, 'fonts')));
    pdf.setUrlAccessPolicy(() => false);
    return pdf;
  });
  return loaded;
}

function documentOf({ title, facts, head, lines, total, note, chart }: PrintedReport): TDocumentDefinitions {
  return {
    info: { title, creator: 'HandyConnect', producer: 'HandyConnect' },
    pageSize: 'A4',
    pageOrientation: head.length > many ? 'landscape' : 'portrait',
    pageMargins: [40, 44, 40, 48],
    defaultStyle: { font: 'Roboto', fontSize: 9, lineHeight: 1.15 },
    footer: (page, pages) => ({
      columns: [
        { text: title, color: quiet },
        { text: `${page} / ${pages}`, alignment: 'right', color: quiet },
      ],
      fontSize: 8,
      margin: [40, 16, 40, 0],
    }),
    content: [
      { text: title, fontSize: 18, bold: true, margin: [0, 0, 0, 4] },
      ...facts.map((text): Content => ({ text, color: quiet })),
      ...(chart === null ? [] : barChart(chart, head.length > many ? 760 : 515)),
      tableOf(head, lines, total),
      { text: note, color: quiet, margin: [0, 8, 0, 0] },
    ],
  };
}

function tableOf(head: string[], lines: string[][], total: string[]): Content {
  const row = (cells: string[], look: object = {}): TableCell[] =>
    cells.map((text, at) => ({ text, ...(at > 0 && { alignment: 'right' as const }), ...look }));
  return {
    margin: [0, 14, 0, 0],
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: ['*', ...head.slice(1).map(() => 'auto' as const)],
      body: [row(head, { bold: true }), ...lines.map((cells) => row(cells)), row(total, { bold: true })],
    },
    layout: {
      hLineWidth: (at, node) => (at === 0 || at === 1 || at >= node.table.body.length - 1 ? 0.8 : 0.4),
      vLineWidth: () => 0,
      hLineColor: () => hairline,
      paddingTop: () => 4,
      paddingBottom: () => 4,
    },
  };
}

const barHeight = 12;
const rowHeight = 18;
const nameWidth = 130;
const valueWidth = 64;

/** Drawn, not written as a picture: it stays sharp in print. */
function barChart({ title, bars }: NonNullable<PrintedReport['chart']>, width: number): Content[] {
  const most = Math.max(1e-9, ...bars.map(({ value }) => value));
  const room = width - nameWidth - valueWidth;
  return [
    { text: title, bold: true, fontSize: 11, margin: [0, 16, 0, 6] },
    ...bars.map(
      ({ name, value, text }): Content => ({
        unbreakable: true,
        columnGap: 8,
        margin: [0, 0, 0, rowHeight - barHeight - 2],
        columns: [
          { width: nameWidth - 8, text: name, noWrap: true },
          {
            width: room,
            canvas: [
              {
                type: 'rect',
                x: 0,
                y: 0,
                w: Math.max(0.5, (value / most) * room),
                h: barHeight - 2,
                r: 1.5,
                color: brand,
              },
            ],
          },
          { width: valueWidth - 8, text },
        ],
      }),
    ),
  ];
}
