import { base64 } from '../../../../ui/base64.ts';
import type { FileToSend } from './use-reply.ts';

/** The files as they cross the wire. */
export function readFiles(files: File[]): Promise<FileToSend[]> {
  return Promise.all(
    files.map(async (file) => ({
      name: file.name,
      type: file.type || 'application/octet-stream',
      size: file.size,
      content: await base64(file),
    })),
  );
}
