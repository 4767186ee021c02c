import type { ImportUseCases } from '../../app/imports/import-use-cases.ts';
import { type Import, largestImport } from '../../contracts/imports.ts';
import { Failure } from '../../domain/failure.ts';
import type { ImportRecord } from '../../ports/imports.ts';
import type { ApiHandlers } from './api-handlers.ts';

type Names = 'listImports' | 'readImport' | 'getImport' | 'checkImport' | 'runImport' | 'undoImport' | 'importResults';

export function importRoutes(app: ImportUseCases): Pick<ApiHandlers, Names> {
  return {
    listImports: async () => {
      const items = (await app.listImports()).map(presentImport);
      return { body: { items, total: items.length } };
    },
    readImport: async ({ actor, body, idempotency }) => {
      const bytes = Buffer.from(body.content, 'base64');
      if (bytes.length > largestImport) throw new Failure('too-large', 'A file may have at most 5 MB.');
      return { body: presentImport(await app.readImport(actor, { name: body.name, bytes }, idempotency)) };
    },
    getImport: async ({ params }) => ({ body: presentImport(await app.getImport(params.id)) }),
    checkImport: async ({ params, body }) => ({
      body: presentImport(await app.checkImport(params.id, body.mapping, body.existing)),
    }),
    runImport: async ({ actor, params }) => ({ body: presentImport(await app.runImport(actor, params.id)) }),
    undoImport: async ({ actor, params }) => ({ body: presentImport(await app.undoImport(actor, params.id)) }),
    importResults: async ({ params, query: { after, limit } }) => {
      const { items, total } = await app.importResults(params.id, { after, limit });
      const end = after + items.length;
      return { body: { items, total, ...(end < total && { next: String(end) }) } };
    },
  };
}

function presentImport({ headers, samples, beatAt: _, ...record }: ImportRecord): Import {
  const columns = headers.map((header, column) => ({ header, samples: samples.map((cells) => cells[column] ?? '') }));
  return { ...record, columns };
}
