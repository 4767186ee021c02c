import { z } from 'zod';
import { Problem } from '../contracts/common.ts';
import type { Endpoint } from '../contracts/endpoint.ts';
import { may } from '../domain/access/permissions.ts';
import { roles } from '../domain/vocabulary.ts';
import { microsoftPaths } from './openapi-microsoft.ts';
import { type JsonSchema, namedSchemas } from './openapi-schemas.ts';
import type { OpenApi, Operation, Parameter, ResponseObject } from './openapi-types.ts';

export interface DocsInput {
  tables: Record<string, Endpoint>[];
  publicUrl: string;
  version: string;
}

const about = [
  'Cases, the mail they came from, and the settings of HandyConnect.',
  'Instants are RFC 3339 in UTC. Errors are problem details (RFC 9457) whose `code` is stable.',
  'Every answer carries `X-Request-Id`; a sane one that you send is kept.',
  'Lists answer `items`, the exact `total`, and `next`, which goes into `after` to get the next page.',
].join('\n\n');

/** The OpenAPI 3.1 document of the tables: the same rows and schemas that the server itself goes by. */
export function openApiDocument({ tables, publicUrl, version }: DocsInput): OpenApi {
  const rows = tables.flatMap((table) => Object.entries(table));
  const schemas = namedSchemas();
  const paths: OpenApi['paths'] = {};
  for (const [name, endpoint] of rows) {
    const operations = paths[endpoint.path] ?? {};
    operations[endpoint.method.toLowerCase()] = operationOf(name, endpoint, schemas.schemaOf);
    paths[endpoint.path] = operations;
  }
  return {
    openapi: '3.1.0',
    info: { title: 'HandyConnect', version, description: about },
    servers: [{ url: publicUrl }],
    tags: [...new Set([...rows.map(([, { tag }]) => tag), 'Microsoft 365'])].map((name) => ({ name })),
    paths: { ...paths, ...microsoftPaths() },
    components: {
      schemas: schemas.components,
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

type SchemaOf = (schema: z.ZodType, io: 'input' | 'output') => JsonSchema;

function operationOf(name: string, endpoint: Endpoint, schemaOf: SchemaOf): Operation {
  return {
    operationId: name,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    description: `${whoMay(endpoint)}${preconditionWords(endpoint)}`,
    security: endpoint.permission === 'public' ? [] : [{ bearer: [] }],
    parameters: [
      ...fieldsAs('path', endpoint.params, schemaOf),
      ...fieldsAs('query', endpoint.query, schemaOf),
      ...headerParameters(endpoint),
    ],
    ...(endpoint.body !== undefined && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } } },
    }),
    responses: responsesOf(endpoint, schemaOf),
  };
}

function whoMay({ permission }: Endpoint): string {
  if (permission === 'public') return 'Needs no token.';
  return `Roles: ${roles.filter((role) => may(role, permission)).join(', ')}.`;
}

function preconditionWords({ ifMatch }: Endpoint): string {
  if (ifMatch === 'required') return ' If-Match must name the version being changed.';
  return ifMatch === 'optional' ? ' If-Match may name the version being changed.' : '';
}

function fieldsAs(place: 'path' | 'query', schema: z.ZodType | undefined, schemaOf: SchemaOf): Parameter[] {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, field]) => {
    const { description, ...rest } = schemaOf(field, 'output');
    return {
      name,
      in: place,
      required: place === 'path' || !field.safeParse(undefined).success,
      ...(typeof description === 'string' && { description }),
      schema: rest,
    };
  });
}

function headerParameters(endpoint: Endpoint): Parameter[] {
  const headers: Parameter[] = [];
  if (endpoint.ifMatch !== undefined) {
    const description = 'Entity tag of the version being changed, quoted, or `*` for any.';
    const required = endpoint.ifMatch === 'required';
    headers.push({ name: 'If-Match', in: 'header', required, description, schema: { type: 'string' } });
  }
  if (endpoint.idempotencyKey) {
    const description = 'The same request with the same key is carried out once, however often it is sent.';
    const schema = { type: 'string', minLength: 1, maxLength: 255 };
    headers.push({ name: 'Idempotency-Key', in: 'header', required: false, description, schema });
  }
  if (endpoint.etag && endpoint.method === 'GET') {
    const description = 'Answers 304 while this is still the version.';
    headers.push({ name: 'If-None-Match', in: 'header', required: false, description, schema: { type: 'string' } });
  }
  return headers;
}

const requestIdHeader = {
  'X-Request-Id': { description: 'Id of the request in the log.', schema: { type: 'string' } },
};
const etagHeader = { ETag: { description: 'Version of what is answered.', schema: { type: 'string' } } };

function responsesOf(endpoint: Endpoint, schemaOf: SchemaOf): Record<string, ResponseObject> {
  const success: ResponseObject = {
    description: endpoint.success === 201 ? 'Created' : 'Success',
    headers: { ...requestIdHeader, ...(endpoint.etag && etagHeader) },
    content: endpoint.bytes
      ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
      : { 'application/json': { schema: schemaOf(endpoint.response, 'output') } },
  };
  const faults = faultsOf(endpoint).map(([status, description]) => [
    String(status),
    {
      description,
      headers: requestIdHeader,
      content: { 'application/problem+json': { schema: schemaOf(Problem, 'output') } },
    },
  ]);
  return { [endpoint.success]: success, ...Object.fromEntries(faults) };
}

function faultsOf(endpoint: Endpoint): [number, string][] {
  const { permission, params, query, body, ifMatch, idempotencyKey, method } = endpoint;
  const faults: [number, string, boolean][] = [
    [400, 'The body is not JSON', body !== undefined],
    [401, 'No token, or not a good one', permission !== 'public'],
    [403, 'The role does not suffice', permission !== 'public'],
    [404, 'Not found', params !== undefined],
    [409, 'Conflict with the present state', idempotencyKey !== undefined || method === 'PATCH'],
    [412, 'Changed meanwhile: `current` and `differences` say how', ifMatch !== undefined],
    [413, 'The body is too large', body !== undefined],
    [415, 'The body is not sent as JSON', body !== undefined],
    [422, 'A field is not valid: `errors` says which and why', body !== undefined || query !== undefined],
    [428, 'If-Match is missing', ifMatch === 'required'],
    [503, 'Not available now; Retry-After says when to try again', true],
  ];
  return faults.filter(([, , applies]) => applies).map(([status, words]) => [status, words]);
}
