import type { Ledger, LedgerLine } from '../../../../backend/contracts/sla-ledger.ts';

/** Times at which nobody works; long ones are folded, so that the picture shows the hours that matter. */
const closed: readonly LedgerLine['cause'][] = ['night', 'weekend', 'holiday', 'closure'];
const foldFromMs = 60 * 60_000;
const foldWidth = 26;

interface Segment {
  fromMs: number;
  toMs: number;
  folded: boolean;
}

export interface LedgerScale {
  fromMs: number;
  toMs: number;
  /** Where an instant stands, 0 at the left. */
  x: (ms: number) => number;
  /** Middles of the folds. */
  folds: number[];
}

/** A scale of `width` on which working hours have room and nights have 26 each. */
export function ledgerScale(ledger: Ledger, width: number): LedgerScale {
  const lines = Object.values(ledger.clocks).flatMap((clock) => clock?.lines ?? []);
  const ends = lines.flatMap((line) => [Date.parse(line.from), Date.parse(line.to)]);
  const nowMs = Date.parse(ledger.at);
  const fromMs = Math.min(nowMs, ...ends);
  const toMs = Math.max(nowMs + 60_000, fromMs + 60_000, ...ends);
  const segments = segmentsOf(lines, fromMs, toMs);
  const folded = segments.filter((segment) => segment.folded);
  const openMs = segments.reduce((sum, { fromMs: a, toMs: b, folded: no }) => sum + (no ? 0 : b - a), 0);
  const room = Math.max(width / 2, width - folded.length * foldWidth);
  const foldRoom = folded.length === 0 ? 0 : (width - room) / folded.length;
  const widthOf = ({ fromMs: a, toMs: b, folded: is }: Segment) =>
    is ? foldRoom : ((b - a) / Math.max(1, openMs)) * room;
  const x = (ms: number) => {
    let at = 0;
    for (const segment of segments) {
      const wide = widthOf(segment);
      if (ms <= segment.toMs) {
        const share = (ms - segment.fromMs) / Math.max(1, segment.toMs - segment.fromMs);
        return at + Math.max(0, share) * wide;
      }
      at += wide;
    }
    return at;
  };
  return { fromMs, toMs, x, folds: folded.map(({ fromMs: a, toMs: b }) => (x(a) + x(b)) / 2) };
}

/** The whole span in pieces; neighbouring closed times are one. */
function segmentsOf(lines: LedgerLine[], fromMs: number, toMs: number): Segment[] {
  const shut = lines
    .filter(({ cause }) => closed.includes(cause))
    .map((line): [number, number] => [Date.parse(line.from), Date.parse(line.to)])
    .sort(([a], [b]) => a - b);
  const joined: [number, number][] = [];
  for (const [a, b] of shut) {
    const last = joined.at(-1);
    if (last !== undefined && a <= last[1]) last[1] = Math.max(last[1], b);
    else joined.push([a, b]);
  }
  const segments: Segment[] = [];
  let at = fromMs;
  for (const [a, b] of joined.filter(([from, to]) => to - from >= foldFromMs)) {
    if (a > at) segments.push({ fromMs: at, toMs: a, folded: false });
    segments.push({ fromMs: Math.max(a, at), toMs: b, folded: true });
    at = b;
  }
  if (at < toMs) segments.push({ fromMs: at, toMs, folded: false });
  return segments;
}
