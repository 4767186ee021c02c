import { parentPort, workerData } from 'node:worker_threads';
import type { Sheet } from '../../ports/sheets.ts';
import { parseSheet } from './parse-sheet.ts';

export type SheetAnswer = { sheet: Sheet } | { fault: string };

const { bytes } = workerData as { bytes: Uint8Array };
const answer: SheetAnswer = await parseSheet(bytes).then(
  (sheet) => ({ sheet }),
  (error: unknown) => ({ fault: error instanceof Error ? error.message : String(error) }),
);
parentPort?.postMessage(answer);
