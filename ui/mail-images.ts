/** Images of a mail: those it brought along, and those that lie elsewhere and would tell their server who is reading. */

/** How many images would be fetched from elsewhere. */
export function remoteImageCount(html: string): number {
  return html.split('data-remote-src=').length - 1;
}

/** Content ids of the images that came with the mail. */
export function contentIds(html: string): string[] {
  return [...parse(html).querySelectorAll('img[data-cid]')].map((image) => image.getAttribute('data-cid') ?? '');
}

/**
 * The mail with its images: those of `inline` (content id → data URL) in any case, remote ones when `remote` says so.
 * What the sanitiser let through stays as it is.
 */
export function withImages(html: string, inline: ReadonlyMap<string, string>, remote: boolean): string {
  if (inline.size === 0 && !remote) return html;
  const page = parse(html);
  for (const image of page.querySelectorAll('img[data-cid]')) {
    const source = inline.get(image.getAttribute('data-cid') ?? '');
    if (source !== undefined) image.setAttribute('src', source);
  }
  if (remote) {
    for (const image of page.querySelectorAll('img[data-remote-src]')) {
      const address = decoded(image.getAttribute('data-remote-src') ?? '');
      if (address !== null) image.setAttribute('src', address);
    }
  }
  return page.body.innerHTML;
}

/** A document that runs nothing and loads nothing. */
function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

/** The address behind base64url; null for anything but the web. */
function decoded(text: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
    const address = new TextDecoder().decode(bytes);
    return /^https?:$/.test(new URL(address).protocol) ? address : null;
  } catch {
    return null;
  }
}
