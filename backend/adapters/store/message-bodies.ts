import type { CaseMessage } from '../../domain/case/case.ts';
import { Failure } from '../../domain/failure.ts';
import type { Blobs } from '../../ports/blobs.ts';
import { type BodyField, bodyFields, type MessageRow } from './case-rows.ts';
import { sha256 } from './keys.ts';

const longestInRow = 30_000;

/** The row of a message. Long bodies are durable in blobs when it resolves, before any row refers to them. */
export async function storeBodies(blobs: Blobs, tenant: string, message: CaseMessage): Promise<MessageRow> {
  const row: MessageRow = { message: { ...message }, blobs: {} };
  await Promise.all(
    bodyFields
      .filter((field) => message[field].length > longestInRow)
      .map(async (field) => {
        row.blobs[field] = await storeText(blobs, `${tenant}/${message.caseId}`, message[field]);
        row.message[field] = '';
      }),
  );
  return row;
}

export async function loadBodies(blobs: Blobs, row: MessageRow): Promise<CaseMessage> {
  const texts = await Promise.all(
    Object.entries(row.blobs).map(async ([field, key]): Promise<[BodyField, string]> => {
      return [field as BodyField, await loadText(blobs, key)];
    }),
  );
  return { ...row.message, ...Object.fromEntries(texts) };
}

/** The key comes from the content, so that a story that runs again writes the same blob. */
async function storeText(blobs: Blobs, folder: string, text: string): Promise<string> {
  const key = `${folder}/${sha256(text)}`;
  await blobs.put(key, Buffer.from(text, 'utf8'));
  return key;
}

async function loadText(blobs: Blobs, key: string): Promise<string> {
  const bytes = await blobs.get(key);
  if (bytes === undefined) throw new Failure('unavailable', `The body ${key} is missing from the blobs.`);
  return Buffer.from(bytes).toString('utf8');
}
