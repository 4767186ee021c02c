import { z } from 'zod';
import { fieldTypes, roles } from '../domain/vocabulary.ts';
import { line } from './common.ts';

export const AgentsDocument = z.strictObject({
  agents: z
    .array(
      z.strictObject({
        /** Entra object id. */
        id: line(100),
        name: line(200),
        email: z.email().max(320),
        role: z.enum(roles),
        team: line(100).nullable(),
      }),
    )
    .max(10_000),
});
export type AgentsDocument = z.infer<typeof AgentsDocument>;

export const TeamsDocument = z.strictObject({
  teams: z.array(z.strictObject({ id: line(100), name: line(200) })).max(1_000),
});
export type TeamsDocument = z.infer<typeof TeamsDocument>;

const CategoryField = z
  .strictObject({
    key: z.string().regex(/^[a-z][a-z0-9_]{0,49}$/, 'must be lower-case letters, digits and underscores'),
    name: line(200),
    type: z.enum(fieldTypes),
    options: z.array(line(200)).min(1).max(200).optional(),
  })
  .refine(({ type, options }) => (type === 'choice') === (options !== undefined), {
    message: 'belongs to a choice, and a choice needs it',
    path: ['options'],
  });

export const CategoriesDocument = z.strictObject({
  categories: z
    .array(
      z.strictObject({
        key: line(100),
        name: line(200),
        parent: line(100).nullable(),
        /** Fields that its cases have, and those of the categories below it. */
        fields: z.array(CategoryField).max(50).optional(),
      }),
    )
    .min(1)
    .max(1_000),
});
export type CategoriesDocument = z.infer<typeof CategoriesDocument>;

/** Somebody in the company's directory, to be listed as an agent. */
export const Person = z.object({
  /** Entra object id. */
  id: z.string(),
  name: z.string(),
  email: z.string(),
});
export type Person = z.infer<typeof Person>;

/** The caller, as the token says. */
export const Me = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  team: z.string().nullable(),
  mode: z.enum(['sandbox', 'production']),
});
export type Me = z.infer<typeof Me>;
