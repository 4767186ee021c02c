import type { FileUseCases } from '../../app/files/file-use-cases.ts';
import type { ReadableFile } from '../../app/files/read-file.ts';
import type { ApiHandlers } from './api-handlers.ts';

export function fileRoutes(app: FileUseCases): Pick<ApiHandlers, 'readAttachment'> {
  return {
    readAttachment: async ({ params }) => {
      const file = await app.readFile(params.id, params.messageId, params.attachmentId);
      return { body: file.bytes, headers: headersOf(file) };
    },
  };
}

/** Even opened by its address, the file is saved or drawn and never runs: it has no origin and may load nothing. */
function headersOf({ name, type, inline }: ReadableFile): Record<string, string> {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const starred = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return {
    'Content-Type': type,
    'Content-Disposition': `${inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${starred}`,
    'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'Cross-Origin-Resource-Policy': 'same-origin',
    // A file never changes, but only those who may read the case may have it.
    'Cache-Control': 'private, no-store',
  };
}
