import { z } from 'zod';
import * as cases from '../contracts/case.ts';
import * as common from '../contracts/common.ts';
import * as condition from '../contracts/condition.ts';
import * as mail from '../contracts/mail.ts';
import * as messages from '../contracts/message.ts';
import * as operations from '../contracts/operations.ts';
import * as replies from '../contracts/reply.ts';
import * as sandbox from '../contracts/sandbox.ts';
import * as documents from '../contracts/settings.ts';
import * as sharingOut from '../contracts/sharing-out.ts';
import * as slaLedger from '../contracts/sla-ledger.ts';
import * as slaPreview from '../contracts/sla-preview.ts';
import * as slaSettings from '../contracts/sla-settings.ts';
import * as templates from '../contracts/templates.ts';
import * as workflow from '../contracts/workflow.ts';
import * as trials from '../contracts/workflow-trials.ts';

export type JsonSchema = Record<string, unknown>;

/** Query schemas are spelt out as parameters, so they are no components. */
const spelled = ['CaseQuery', 'LookupQuery', 'LedgerQuery', 'Instant'];

/** Every exported schema of the contract by its name. */
function contractSchemas(): [string, z.ZodType][] {
  const modules = [
    cases,
    common,
    mail,
    messages,
    operations,
    sandbox,
    documents,
    slaLedger,
    slaPreview,
    replies,
    templates,
    slaSettings,
    condition,
    sharingOut,
    workflow,
    trials,
  ];
  return modules
    .flatMap((module) => Object.entries(module) as [string, unknown][])
    .filter((entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType && !spelled.includes(entry[0]));
}

/**
 * The components of the document and a way to refer to them. What callers send (`io: 'input'`) may leave out what has a
 * default. A schema that is both sent and answered has no defaults, so one component serves both ways.
 */
export function namedSchemas(): {
  components: Record<string, JsonSchema>;
  schemaOf: (schema: z.ZodType, io: 'input' | 'output') => JsonSchema;
} {
  const named = contractSchemas();
  const sides = { input: generate(named, 'input'), output: generate(named, 'output') };
  const nameOf = new Map(named.map(([name, schema]) => [schema, name]));
  const components: Record<string, JsonSchema> = {};
  function include(name: string, io: 'input' | 'output'): void {
    if (components[name] !== undefined) return;
    const schema = sides[io][name] ?? {};
    components[name] = schema;
    for (const inner of refsIn(schema)) include(inner, io);
  }
  function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const name = nameOf.get(schema);
    if (name === undefined) return strip(z.toJSONSchema(schema, { io, ...settled }));
    include(name, io);
    return { $ref: `${home}${name}` };
  }
  return { components, schemaOf };
}

const home = '#/components/schemas/';

/** The patterns behind named formats are unreadable and say no more than the format does. */
const settled: Parameters<typeof z.toJSONSchema>[1] = {
  unrepresentable: 'any',
  override: ({ jsonSchema }) => {
    if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
  },
};

function generate(named: [string, z.ZodType][], io: 'input' | 'output'): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [name, schema] of named) registry.add(schema, { id: name });
  const { schemas } = z.toJSONSchema(registry, { ...settled, io, uri: (id: string) => `${home}${id}` });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, strip(schema)]));
}

function strip(schema: object): JsonSchema {
  const { $schema: _dialect, $id: _id, id: _name, ...rest } = schema as JsonSchema;
  return rest;
}

function refsIn(schema: JsonSchema): string[] {
  const text = JSON.stringify(schema);
  return [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? '');
}
