import { z } from 'zod';

export const Health = z.object({ status: z.literal('alive'), version: z.string() });
export type Health = z.infer<typeof Health>;

/** Each part that must work before everything known can be served. */
export const Ready = z.object({
  status: z.enum(['ready', 'starting', 'degraded']),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
});
export type Ready = z.infer<typeof Ready>;

/** How the Outlook pane signs in at Microsoft. Nothing of it is secret. */
export const SignInSettings = z.object({
  clientId: z.string(),
  tenantId: z.string(),
  scope: z.string().meta({ description: 'of our own API' }),
});
export type SignInSettings = z.infer<typeof SignInSettings>;

export const SignIn = z.object({
  microsoft: SignInSettings.nullable().meta({ description: 'null in sandbox mode' }),
});
export type SignIn = z.infer<typeof SignIn>;
