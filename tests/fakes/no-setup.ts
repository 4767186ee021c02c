import type { Setup, SetupUseCases } from '../../backend/app/setup/setup-use-cases.ts';

const nothing: Setup = { doneAt: null, cases: 0, samples: 0, findings: [] };

/** A product that nobody has set up. */
export const noSetup: SetupUseCases = {
  readSetup: async () => nothing,
  markSetup: async () => nothing,
  loadSamples: async () => nothing,
  removeSamples: async () => nothing,
};
