/** Patterns look at no more of a line than this. */
export const longestLine = 400;

/** A line as patterns see it: its beginning, without marks of writing direction, with western digits. */
export function plainLine(line: string): string {
  const text = line.slice(0, longestLine);
  if (!/[\u0600-\u06ff\u200b-\u200f\u202a-\u202e\u2066-\u2069]/.test(text)) return text;
  const western = (digit: string) => String(digit.charCodeAt(0) - 0x660);
  return text.replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '').replace(/[\u0660-\u0669]/g, western);
}
