/** Colours of the host that a mail without its own takes on. */
export interface Paper {
  ink: string;
  ground: string;
  /** Contrast: the mail's own colours give way. */
  forced: boolean;
}

export const whitePaper: Paper = { ink: '#242424', ground: '#ffffff', forced: false };

/** Whether a mail says anything about colours, so that it must stay on the white it was written for. */
export function hasOwnColours(html: string): boolean {
  return /bgcolor|background|color\s*[:=]|<style/i.test(html);
}

/** Without `allow-scripts`; the origin is shared so that the frame's height can be read, which nothing inside can use. */
export const frameSandbox = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox';

function policy(remoteImages: boolean): string {
  return `default-src 'none'; img-src data: cid:${remoteImages ? ' https: http:' : ''}; style-src 'unsafe-inline'`;
}

/** The document of the mail's frame: no scripts, nothing fetched but images when asked to, links in a window of their own. */
export function mailDocument(html: string, paper: Paper, remoteImages = false): string {
  const forced = paper.forced
    ? `*{color:${paper.ink} !important;background:${paper.ground} !important;border-color:${paper.ink} !important}a,a *{text-decoration:underline !important}`
    : '';
  return `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy(remoteImages)}">
<meta name="referrer" content="no-referrer"><base target="_blank"><style>
html{color:${paper.ink};background:${paper.ground};font:14px/20px "Segoe UI","Open Sans",sans-serif;overflow-wrap:anywhere}
body{margin:8px}img{max-width:100%;height:auto}table{max-width:100%}pre{white-space:pre-wrap}${forced}
</style></head><body>${html}</body></html>`;
}
