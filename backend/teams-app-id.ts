import { createHash } from 'node:crypto';

/** The same Entra application always gives the same app id (a version 5 UUID), so that an update replaces the app. */
export function teamsAppIdOf(clientId: string): string {
  const bytes = createHash('sha1').update(`handyconnect teams app of ${clientId.toLowerCase()}`).digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
