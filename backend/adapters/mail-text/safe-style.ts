/** Properties that change how text looks and nothing else: none of them can load, move or cover anything. */
const allowed = new Set(
  (
    'color background-color font font-family font-size font-style font-weight font-variant line-height letter-spacing ' +
    'text-align text-decoration text-decoration-line text-indent text-transform white-space word-break overflow-wrap word-wrap ' +
    'vertical-align direction unicode-bidi list-style-type border-collapse border-spacing width max-width height max-height ' +
    'padding padding-top padding-right padding-bottom padding-left margin margin-top margin-right margin-bottom margin-left ' +
    'border border-top border-right border-bottom border-left border-color border-style border-width border-radius'
  ).split(' '),
);

/** Letters, numbers, lengths, colours and quoted font names. No backslash, no colon, no slash: nothing to escape with. */
const harmless = /^[a-z0-9#%.,\s"'()+-]{1,120}$/i;
/** The only functions that only make colours. */
const calls = /[a-z-]{1,30}\s{0,3}\(/gi;
const colourCall = /^(?:rgba?|hsla?)\s{0,3}\($/i;
const mostDeclarations = 40;

/** The harmless declarations of a style attribute, normalised; empty when none is. */
export function safeStyle(style: string): string {
  const kept: string[] = [];
  for (const declaration of style.slice(0, 4000).split(';', mostDeclarations)) {
    const colon = declaration.indexOf(':');
    if (colon < 1) continue;
    const property = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration.slice(colon + 1).trim();
    if (allowed.has(property) && isHarmless(value)) kept.push(`${property}:${value.replaceAll('"', "'")}`);
  }
  return kept.join(';');
}

/** True for what the sender's own reader would not have shown, such as the preview line of a newsletter. */
export function isHidden(style: string): boolean {
  return /(?:^|;)\s{0,5}(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|mso-hide\s{0,3}:\s{0,3}all)/i.test(
    style.slice(0, 4000),
  );
}

function isHarmless(value: string): boolean {
  if (!harmless.test(value)) return false;
  return (value.match(calls) ?? []).every((call) => colourCall.test(call));
}
