import type { Actor } from '../../domain/access/actor.ts';
import type { Versioned } from '../../domain/case/case.ts';
import type { SettingsName } from '../../ports/settings.ts';

/** What an administrator looks after. */
export interface SettingUseCases {
  /** Somebody in the company's directory, as the bearer of `accessToken` may see them. @throws Failure `not-found` */
  findPerson(accessToken: string, userId: string): Promise<{ id: string; name: string; email: string }>;
  readSettings(name: SettingsName): Promise<Versioned<unknown>>;
  /** Who changed what is noted for the audit. @throws Failure `invalid`, `stale` */
  writeSettings(actor: Actor, name: SettingsName, document: unknown, ifMatch: string): Promise<Versioned<unknown>>;
}
