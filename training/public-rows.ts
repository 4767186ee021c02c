import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Sentiment } from '../backend/domain/vocabulary.ts';
import type { Example } from './seed-mails.ts';

interface Row {
  subject: string;
  body: string;
  lang: string;
  source: string;
  category?: string;
  sentiment?: string;
  ship_ok: boolean;
}

export interface PublicRow extends Example {
  shippable: boolean;
}

/** Labelled rows of public data sets. Only rows whose licence lets a product ship what it learned from them. */
export function shippableRows(file: string): Example[] {
  return publicRows(file).filter(({ shippable }) => shippable);
}

/** All rows of a file, for measuring. */
export function publicRows(file: string): PublicRow[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
  const rows = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Row);
  // Where a source tells complaints apart, its other rows are none.
  const tells = new Set(rows.filter(({ category }) => category === 'Complaint').map(({ source }) => source));
  return rows.map((row) => exampleOf(row, tells.has(row.source)));
}

function exampleOf(row: Row, tellsComplaints: boolean): PublicRow {
  const label = row.category?.toLowerCase().replace(' ', '_');
  return {
    subject: row.subject,
    text: row.body,
    ...(label !== undefined && label !== 'complaint' && { category: label }),
    ...(tellsComplaints && { complaint: label === 'complaint' }),
    ...(row.sentiment !== undefined && { sentiment: row.sentiment as Sentiment }),
    language: row.lang,
    source: row.source,
    matter: '',
    weight: 1,
    shippable: row.ship_ok,
  };
}
