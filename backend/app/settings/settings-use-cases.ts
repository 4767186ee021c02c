import type { Actor } from '../../domain/access/actor.ts';
import { documentChanges } from '../../domain/audit/document-changes.ts';
import type { FieldChange, Versioned } from '../../domain/case/case.ts';
import { Failure } from '../../domain/failure.ts';
import type { PeopleDirectory } from '../../ports/directory.ts';
import type { Holidays } from '../../ports/holidays.ts';
import type { Authored, SettingsChange, SettingsName, SettingsStore, SettingsVersion } from '../../ports/settings.ts';
import { type AuditDeps, noteSettings } from '../audit/audit-use-cases.ts';
import type { SlaBook } from '../sla/sla-book.ts';
import { type Fault, faultsOf, refuse } from './check-settings.ts';

/** What a version of a document changed; `changes` is null where the one before it is not kept. */
export interface HistoryItem {
  version: string;
  authored: Authored | null;
  changes: FieldChange[] | null;
}

/** What an administrator looks after. */
export interface SettingsUseCases {
  /** Somebody in the company's directory, as the bearer of `accessToken` may see them. @throws Failure `not-found` */
  findPerson(accessToken: string, userId: string): Promise<{ id: string; name: string; email: string }>;
  readSettings(name: SettingsName): Promise<Versioned<unknown>>;
  /** Who changed what is noted for the audit. @throws Failure `invalid`, `stale` */
  writeSettings(actor: Actor, name: SettingsName, document: unknown, ifMatch: string): Promise<Versioned<unknown>>;
  /** Replaces all of the documents or none; answers in the same order. @throws Failure `invalid`, `stale` */
  replaceSettings(actor: Actor, changes: readonly SettingsChange[]): Promise<Versioned<unknown>[]>;
  /** What would not hold if these documents stood beside those that stay. */
  checkSettings(changes: readonly Pick<SettingsChange, 'name' | 'document'>[]): Promise<Fault[]>;
  /** The present version and those before it, newest first. */
  settingsHistory(name: SettingsName): Promise<HistoryItem[]>;
  /** @throws Failure `not-found` for a version that is not kept */
  settingsVersion(name: SettingsName, version: string): Promise<SettingsVersion>;
}

interface SettingsDeps extends AuditDeps {
  settings: SettingsStore;
  people: PeopleDirectory;
  holidays: Holidays;
  book: Pick<SlaBook, 'refresh'>;
  /** Something has been written. */
  changed: () => void;
}

export function bindSettings(deps: SettingsDeps): SettingsUseCases {
  const { settings } = deps;
  const check: SettingsUseCases['checkSettings'] = async (changes) => {
    const faults = changes.map(({ name, document }) => faultsOf(deps, name, document, changes));
    return (await Promise.all(faults)).flat();
  };
  const replace: SettingsUseCases['replaceSettings'] = async (actor, changes) => {
    refuse(await check(changes), changes.length > 1);
    const before = await Promise.all(changes.map(({ name }) => settings.read(name)));
    const written = await settings.writeAll(changes, { at: deps.clock.now(), by: { id: actor.id, name: actor.name } });
    if (changes.some(({ name }) => name === 'sla-policies' || name === 'calendars')) await deps.book.refresh();
    deps.changed();
    for (const [i, { name, document }] of changes.entries()) {
      await noteSettings(deps, actor, name, before[i]?.value, document);
    }
    return written;
  };
  return {
    findPerson: (accessToken, userId) => deps.people.person(accessToken, userId),
    readSettings: (name) => settings.read(name),
    async writeSettings(actor, name, document, ifMatch) {
      const [written] = await replace(actor, [{ name, document, ifMatch }]);
      return written as Versioned<unknown>;
    },
    replaceSettings: replace,
    checkSettings: check,
    async settingsHistory(name) {
      const versions = await settings.versions(name);
      return versions.map(({ value, etag, authored }, i) => {
        const earlier = versions[i + 1];
        return {
          version: etag,
          authored,
          changes: earlier === undefined ? null : documentChanges(earlier.value, value),
        };
      });
    },
    async settingsVersion(name, version) {
      const found = (await settings.versions(name)).find(({ etag }) => etag === version);
      if (found === undefined) throw new Failure('not-found', `There is no version ${version} of these settings.`);
      return found;
    },
  };
}
