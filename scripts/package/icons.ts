import { fileURLToPath } from 'node:url';

export const manifestsDir = fileURLToPath(new URL('../../manifests/', import.meta.url));

export interface IconFile {
  /** Path inside `manifests/`. The two of Teams lie beside its manifest; the server serves the others at `/icons/`. */
  file: string;
  source: string;
  /** Width and height in pixels. */
  size: number;
}

/** Outlook's sizes: the ribbon's 16, 32 and 80, the store's 64 and 128, and phones' 25, 32 and 48 at one to three times. */
const outlookSizes = [16, 25, 32, 48, 50, 64, 75, 80, 96, 128, 144];

/** Every icon of the package; Teams wants exactly these two sizes and a white outline on nothing. */
export const iconFiles: IconFile[] = [
  { file: 'teams/color.png', source: 'icons/color.svg', size: 192 },
  { file: 'teams/outline.png', source: 'icons/outline.svg', size: 32 },
  ...outlookSizes.map((size) => ({ file: `icons/icon-${size}.png`, source: 'icons/mark.svg', size })),
];

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Width and height from the header of a PNG, or null when it is none. */
export function pngSize(bytes: Uint8Array): { width: number; height: number } | null {
  if (bytes.length < 24 || !signature.every((byte, i) => bytes[i] === byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
