import type { JsonSchema } from './openapi-schemas.ts';

/** The parts of OpenAPI 3.1 that our document uses. */
export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  schema: JsonSchema;
}
export interface Media {
  content?: Record<string, { schema: JsonSchema }>;
}
export interface ResponseObject extends Media {
  description: string;
  headers?: Record<string, { description: string; schema: JsonSchema }>;
}
export interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  security: Record<string, string[]>[];
  parameters: Parameter[];
  requestBody?: Media & { required: boolean };
  responses: Record<string, ResponseObject>;
}
export interface OpenApi {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, unknown> };
}
