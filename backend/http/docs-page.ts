import { escapeHtml, prose, tag } from './docs-html.ts';
import { row, schemaTable, table, typeWords, words } from './docs-schema.ts';
import { docsStyle } from './docs-style.ts';
import type { OpenApi, Operation } from './openapi-types.ts';

interface Listed {
  method: string;
  path: string;
  operation: Operation;
}

/** The document as one readable page without scripts and without anything from elsewhere. */
export function docsPage(document: OpenApi, problemTitles: Record<string, string>): string {
  const groups = document.tags.map(({ name }) => ({ name, operations: listed(document, name) }));
  const schemas = Object.entries(document.components.schemas);
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(document.info.title)} API</title><style>${docsStyle}</style></head><body>`,
    navigation(groups),
    `<main>${tag('h1', `${document.info.title} API`)}`,
    document.info.description
      .split('\n\n')
      .map((text) => `<p>${prose(text)}</p>`)
      .join(''),
    `<p class="soft">Version ${escapeHtml(document.info.version)} · <a href="/api/openapi.json">OpenAPI 3.1 document</a></p>`,
    ...groups.map(
      ({ name, operations }) =>
        `<h2 id="tag-${slug(name)}">${escapeHtml(name)}</h2>${operations.map(section).join('')}`,
    ),
    `<h2 id="problems">Problems</h2>${problems(problemTitles)}<h2 id="schemas">Schemas</h2>`,
    ...schemas.map(
      ([name, schema]) =>
        `<details id="schema-${name}" open><summary>${tag('strong', name)}</summary><div class="inside">${schemaTable(schema)}</div></details>`,
    ),
    '</main></body></html>',
  ].join('\n');
}

function listed(document: OpenApi, group: string): Listed[] {
  return Object.entries(document.paths)
    .flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ method, path, operation })))
    .filter(({ operation }) => operation.tags.includes(group));
}

function navigation(groups: { name: string; operations: Listed[] }[]): string {
  const parts = groups.map(({ name, operations }) => {
    const links = operations.map(
      ({ operation }) => `<a href="#${operation.operationId}">${escapeHtml(operation.summary)}</a>`,
    );
    return `${tag('h2', name)}${links.join('')}`;
  });
  const more = '<h2>Reference</h2><a href="#problems">Problems</a><a href="#schemas">Schemas</a>';
  return `<nav aria-label="Contents"><strong>HandyConnect</strong>${parts.join('')}${more}</nav>`;
}

// The anchor is inside, because a browser opens what is closed around the place it is sent to.
function section({ method, path, operation }: Listed): string {
  const body = operation.requestBody?.content?.['application/json']?.schema;
  return [
    `<details><summary>${tag('span', method.toUpperCase(), 'method')}${tag('code', path)}`,
    `${tag('span', operation.summary, 'what')}</summary><div class="inside" id="${operation.operationId}"><p>${prose(operation.description)}</p>`,
    parameters(operation),
    body === undefined ? '' : `<h4>Body</h4><p>${typeWords(body)}</p>`,
    `<h4>Answers</h4>${answers(operation)}</div></details>`,
  ].join('');
}

function parameters({ parameters: list }: Operation): string {
  if (list.length === 0) return '';
  const rows = list.map(({ name, in: place, required, description, schema }) =>
    row([
      tag('code', name),
      place,
      required ? 'required' : 'optional',
      typeWords(schema),
      words({ ...schema, description }),
    ]),
  );
  return `<h4>Parameters</h4>${table(['Name', 'In', '', 'Type', 'Notes'], rows)}`;
}

function answers({ responses }: Operation): string {
  const rows = Object.entries(responses).map(([status, { description, content }]) => {
    const schema = Object.values(content ?? {})[0]?.schema;
    return row([tag('code', status), prose(description), schema === undefined ? '' : typeWords(schema)]);
  });
  return table(['Status', 'When', 'Body'], rows);
}

function problems(titles: Record<string, string>): string {
  const rows = Object.entries(titles).map(([code, title]) =>
    row([tag('code', code), escapeHtml(title)], `problem-${code}`),
  );
  return table(['Code', 'Meaning'], rows);
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}
