import { deflateSync } from 'node:zlib';

/** Readable on the light, dark and contrast grounds of Teams alike: at least 3:1 on white and on black. */
const colours: readonly [number, number, number][] = [
  [0x7a, 0x7f, 0xe8],
  [0x1f, 0x93, 0x97],
];
const width = 600;
const height = 160;
const gap = 6;

/** Groups of bars that start at zero, as a PNG in a `data:` address; the ground is transparent, so that it fits any theme. */
export function barPicture(groups: readonly (readonly number[])[]): string {
  const pixels = new Uint8Array(width * height * 4);
  const most = Math.max(1, ...groups.flat());
  const groupWidth = width / Math.max(1, groups.length);
  for (const [i, values] of groups.entries()) {
    const barWidth = Math.max(1, (groupWidth - gap) / Math.max(1, values.length));
    for (const [j, value] of values.entries()) {
      const left = Math.round(i * groupWidth + gap / 2 + j * barWidth);
      const top = height - 1 - Math.round((value / most) * (height - 8));
      fill(
        pixels,
        { left, right: Math.round(left + barWidth - 1), top, bottom: height - 1 },
        colours[j % colours.length] ?? [0x80, 0x80, 0x80],
      );
    }
  }
  fill(pixels, { left: 0, right: width, top: height - 1, bottom: height }, [0x8a, 0x8a, 0x8a]);
  return `data:image/png;base64,${png(pixels).toString('base64')}`;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function fill(
  pixels: Uint8Array,
  { left, right, top, bottom }: Box,
  [red, green, blue]: [number, number, number],
): void {
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y++) {
    for (let x = Math.max(0, left); x < Math.min(width, right); x++)
      pixels.set([red, green, blue, 255], (y * width + x) * 4);
  }
}

/** Portable Network Graphics, 8 bits of red, green, blue and alpha: https://www.w3.org/TR/png-3/ */
function png(pixels: Uint8Array): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (width * 4 + 1));
  for (let y = 0; y < height; y++)
    rows.set(pixels.subarray(y * width * 4, (y + 1) * width * 4), y * (width * 4 + 1) + 1);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(checksum(body));
  return Buffer.concat([length, body, check]);
}

/** CRC-32, which Node has only from 20.15 on. */
function checksum(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
