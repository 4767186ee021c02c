import type { ServerResponse } from 'node:http';

const teamsHosts = ['https://teams.microsoft.com', 'https://*.teams.microsoft.com', 'https://teams.live.com'];
const officeHosts = [
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook-sdf.office.com',
  'https://outlook-sdf.office365.com',
];
const outlookHosts = [
  ...officeHosts,
  'https://outlook.live.com',
  'https://*.outlook.com',
  'https://*.officeapps.live.com',
];

/** Where Microsoft's sign-in is talked to from a page. */
const signIn = ['https://login.microsoftonline.com', 'https://login.windows.net'];
const officeJs = 'https://appsforoffice.microsoft.com';
const fluentFonts = ['https://res.cdn.office.net', 'https://static2.sharepointonline.com'];

type Directives = Record<string, string[]>;

function policy(directives: Directives): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** What every page of ours has in common: our own scripts alone, styles written by Fluent, no plugins, no forms out. */
function page(publicUrl: string): Directives {
  // Safari before 15.4 does not count WebSockets of the same host as 'self'.
  const sockets = publicUrl.replace(/^http/, 'ws');
  return {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:', ...fluentFonts],
    'connect-src': ["'self'", sockets, ...signIn],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
  };
}

/** For answers that no browser should render. */
export const apiPolicy = policy({ 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] });

/**
 * The tab: framed by Teams, Microsoft 365 and Outlook. Pictures may come from anywhere because a mail's frame inherits
 * this policy; the frame's own forbids them until the reader asks.
 */
export function tabPolicy(publicUrl: string): string {
  const own = page(publicUrl);
  const images = [...(own['img-src'] ?? []), 'https:'];
  // teams-js reads there which hosts may frame the page.
  const connect = [...(own['connect-src'] ?? []), 'https://res.cdn.office.net'];
  return policy({
    ...own,
    'img-src': images,
    'connect-src': connect,
    'frame-ancestors': ["'self'", ...teamsHosts, ...officeHosts],
  });
}

/** The pane: framed by Outlook, with office.js from Microsoft. */
export function addinPolicy(publicUrl: string): string {
  const own = page(publicUrl);
  return policy({
    ...own,
    'script-src': ["'self'", officeJs],
    'connect-src': [...(own['connect-src'] ?? []), officeJs],
    'frame-ancestors': ["'self'", ...outlookHosts],
  });
}

/** The sandbox page: hosts our own pane, is framed by nobody. */
export function sandboxPolicy(publicUrl: string): string {
  return policy({ ...page(publicUrl), 'frame-src': ["'self'"], 'frame-ancestors': ["'none'"] });
}

/** A page without scripts whose one style element has this SHA-256. */
export function readingPolicy(styleHash: string): string {
  return policy({
    'default-src': ["'none'"],
    'style-src': [`'sha256-${styleHash}'`],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
  });
}

/** The same with a form that is sent to us. */
export function formPolicy(styleHash: string): string {
  return readingPolicy(styleHash).replace("form-action 'none'", "form-action 'self'");
}

/** Sets what every response carries; pages replace the policy with their own. */
export function setSecurityHeaders(response: ServerResponse, publicUrl: string): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Content-Security-Policy', apiPolicy);
  if (publicUrl.startsWith('https:')) {
    response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  }
}
