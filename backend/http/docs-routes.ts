import { createHash } from 'node:crypto';
import type { Server } from 'restify';
import { docsPage } from './docs-page.ts';
import { docsStyle } from './docs-style.ts';
import { addRoute } from './mount.ts';
import { type DocsInput, openApiDocument } from './openapi.ts';
import { problemTitles } from './problems.ts';
import { respond } from './respond.ts';
import { readingPolicy } from './security-headers.ts';

/** The API's description for machines and for people. Both are made once, when first asked for. */
export function mountDocs(server: Server, input: DocsInput): void {
  let made: { json: string; page: string } | undefined;
  function docs() {
    if (made === undefined) {
      const document = openApiDocument(input);
      made = { json: JSON.stringify(document), page: docsPage(document, problemTitles) };
    }
    return made;
  }
  const policy = readingPolicy(createHash('sha256').update(docsStyle).digest('base64'));
  addRoute(server, 'GET', '/api/openapi.json', async (_request, response) => {
    const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-cache' };
    respond(response, 200, headers, docs().json);
  });
  addRoute(server, 'GET', '/api/docs', async (_request, response) => {
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' };
    respond(response, 200, { ...headers, 'Content-Security-Policy': policy }, docs().page);
  });
}
