import { build } from 'esbuild';
import type { Plugin } from 'vite';

const tables = /\/backend\/contracts\/(?:sandbox-)?endpoints\.ts$/;

interface Rows {
  [name: string]: { method: string; path: string };
}

/**
 * Gives the pages the table of endpoints with method and path alone. The schemas are the server's: the pages know them as
 * types, and would otherwise load them all, and zod with them.
 */
export function endpointTable(): Plugin {
  return {
    name: 'endpoint-table',
    async load(id) {
      if (!tables.test(id)) return null;
      const found = Object.entries(await exportsOf(id));
      return found.map(([name, rows]) => `export const ${name} = ${plain(rows)};`).join('\n');
    },
  };
}

async function exportsOf(file: string): Promise<Record<string, Rows>> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
  });
  const text = outputFiles[0]?.text ?? '';
  return import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
}

function plain(rows: Rows): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(rows).map(([name, { method, path }]) => [name, { method, path }])),
  );
}
