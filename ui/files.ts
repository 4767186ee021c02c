import { OfflineError } from './transport.ts';

/** Fetches a file that came with a mail. @throws OfflineError, Error with the server's reason */
export function fetchFile(getToken: () => Promise<string>, place: FilePlace): Promise<Blob> {
  return fetchBytes(getToken, pathOf(place));
}

/** Fetches what the API answers as a file; with a body, to a question that is posted. @throws OfflineError, Error with the server's reason */
export async function fetchBytes(getToken: () => Promise<string>, path: string, body?: unknown): Promise<Blob> {
  const headers: Record<string, string> = { authorization: `Bearer ${await getToken()}` };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const sent = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
  const answer = await fetch(path, sent).catch((cause) => {
    throw new OfflineError(cause);
  });
  if (answer.ok) return answer.blob();
  const problem: unknown = await answer.json().catch(() => null);
  const detail = typeof problem === 'object' && problem !== null && 'detail' in problem ? problem.detail : null;
  throw new Error(typeof detail === 'string' ? detail : `The server answered ${answer.status}.`);
}

export interface FilePlace {
  caseId: string;
  messageId: string;
  attachmentId: string;
}

function pathOf({ caseId, messageId, attachmentId }: FilePlace): string {
  const part = encodeURIComponent;
  return `/api/cases/${part(caseId)}/messages/${part(messageId)}/attachments/${part(attachmentId)}`;
}

/** Hands a file to the browser's downloads. */
export function saveFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The file as an address that a page without network may show. */
export function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () => resolve(String(reader.result));
    reader.readAsDataURL(blob);
  });
}
