import type { Actor } from '../../domain/access/actor.ts';
import type { Versioned } from '../../domain/case/case.ts';
import { Failure, isFailure } from '../../domain/failure.ts';
import type { Preset } from '../../domain/presets/preset.ts';
import { shippedPresets } from '../../domain/presets/shipped-presets.ts';
import type { SettingsUseCases } from './settings-use-cases.ts';

/** Beginning with a tree that somebody else has thought of. */
export interface PresetUseCases {
  listPresets(): readonly Preset[];
  /**
   * Replaces the category tree by that of a preset, and adds its teams that are not there. Cases keep the category they
   * have. @throws Failure `not-found`, `stale` when `ifMatch` is not the version of the tree
   */
  applyPreset(actor: Actor, id: string, ifMatch: string): Promise<Versioned<unknown>>;
}

type PresetDeps = Pick<SettingsUseCases, 'readSettings' | 'writeSettings'>;

const mostTries = 5;

export function bindPresets(deps: PresetDeps): PresetUseCases {
  return {
    listPresets: () => shippedPresets,
    async applyPreset(actor, id, ifMatch) {
      const preset = shippedPresets.find((one) => one.id === id);
      if (preset === undefined) throw new Failure('not-found', 'There is no such preset.');
      const written = await deps.writeSettings(actor, 'categories', { categories: preset.categories }, ifMatch);
      await addTeams(deps, actor, preset);
      return written;
    },
  };
}

/** Somebody else may be changing the teams; theirs stay. Applying again adds nothing twice. */
async function addTeams(deps: PresetDeps, actor: Actor, preset: Preset): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const { value, etag } = await deps.readSettings('teams');
    const { teams } = value as { teams: { id: string }[] };
    const missing = preset.teams.filter(({ id }) => !teams.some((team) => team.id === id));
    if (missing.length === 0) return;
    try {
      await deps.writeSettings(actor, 'teams', { teams: [...teams, ...missing] }, etag);
      return;
    } catch (error) {
      if (!isFailure(error, 'stale') || attempt === mostTries) throw error;
    }
  }
}
