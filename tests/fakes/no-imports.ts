import type { ImportUseCases } from '../../backend/app/imports/import-use-cases.ts';
import { Failure } from '../../backend/domain/failure.ts';

async function missing(): Promise<never> {
  throw new Failure('not-found', 'There is no such import.');
}

/** A product into which nobody has imported anything. */
export const noImports: ImportUseCases = {
  listImports: async () => [],
  readImport: missing,
  getImport: missing,
  checkImport: missing,
  runImport: missing,
  undoImport: missing,
  resumeImports: async () => {},
  importResults: missing,
};
