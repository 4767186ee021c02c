import { prose, tag } from './docs-html.ts';
import type { JsonSchema } from './openapi-schemas.ts';

const home = '#/components/schemas/';

/** A schema as a table of its fields, or one line where it has none. */
export function schemaTable(schema: JsonSchema): string {
  const fields = schema.properties;
  if (!isRecord(fields)) return `<p>${typeWords(schema)}</p>`;
  const required = Array.isArray(schema.required) ? schema.required : [];
  const rows = Object.entries(fields).map(([name, field]) =>
    row([tag('code', name), typeWords(asSchema(field)), required.includes(name) ? 'always' : 'optional', words(field)]),
  );
  return table(['Field', 'Type', '', 'Notes'], rows);
}

/** Cells are HTML already. */
export function table(heads: string[], rows: string[]): string {
  const head = heads.map((text) => tag('th', text)).join('');
  return `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

export function row(cells: string[], id?: string): string {
  const anchor = id === undefined ? '' : ` id="${id}"`;
  return `<tr${anchor}>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

/** The type of a schema in words, with links to named ones. HTML. */
export function typeWords(schema: JsonSchema): string {
  if (typeof schema.$ref === 'string') return refLink(schema.$ref);
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => tag('code', String(value))).join(' ');
  if (schema.const !== undefined) return tag('code', JSON.stringify(schema.const));
  const forms = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(forms)) return forms.map((form) => typeWords(asSchema(form))).join(' or ');
  if (schema.type === 'array') return `list of ${typeWords(asSchema(schema.items))}`;
  if (schema.type === 'object') return objectWords(schema);
  if (Array.isArray(schema.type)) return schema.type.map((type) => tag('span', String(type))).join(' or ');
  if (schema.type === undefined) return 'anything';
  return tag('span', schema.format === undefined ? String(schema.type) : `${schema.type} (${schema.format})`);
}

function objectWords(schema: JsonSchema): string {
  if (!isRecord(schema.properties)) return 'object';
  const fields = Object.entries(schema.properties).map(([name, field]) => {
    return `${tag('code', name)} ${typeWords(asSchema(field))}`;
  });
  return `{ ${fields.join(', ')} }`;
}

function refLink(ref: string): string {
  const name = ref.startsWith(home) ? ref.slice(home.length) : ref;
  return `<a href="#schema-${encodeURIComponent(name)}">${tag('span', name)}</a>`;
}

const limits: Record<string, string> = {
  minLength: 'at least {} characters',
  maxLength: 'at most {} characters',
  minItems: 'at least {}',
  maxItems: 'at most {}',
  minimum: 'from {}',
  maximum: 'to {}',
  default: 'default {}',
};

/** Description and limits of a field. HTML. */
export function words(field: unknown): string {
  const schema = asSchema(field);
  const said = typeof schema.description === 'string' ? [schema.description.replace(/\.$/, '')] : [];
  const bounds = Object.entries(limits)
    .filter(([name]) => schema[name] !== undefined && Math.abs(Number(schema[name])) !== Number.MAX_SAFE_INTEGER)
    .map(([name, form]) =>
      name === 'minLength' && schema[name] === 1 ? 'not empty' : form.replace('{}', shown(schema[name])),
    );
  return `<span class="soft">${prose([...said, ...bounds].join('; '))}</span>`;
}

function shown(value: unknown): string {
  return value === '' ? 'empty' : String(value);
}

function asSchema(value: unknown): JsonSchema {
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
