import { teamsAppIdOf } from '../../backend/teams-app-id.ts';

/** What stands for `${{NAME}}` in the manifests. */
export interface ManifestValues {
  PUBLIC_URL: string;
  PUBLIC_HOST: string;
  MICROSOFT_CLIENT_ID: string;
  BOT_ID: string;
  TEAMS_APP_ID: string;
}

export interface ReadValues {
  mode: 'sandbox' | 'production';
  values: ManifestValues;
  faults: string[];
}

type Environment = Record<string, string | undefined>;

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Made-up ids that belong to nobody: a sandbox package validates and cannot be installed anywhere. */
const sandboxIds = {
  MICROSOFT_CLIENT_ID: '00000000-0000-0000-0000-0000000000a1',
  BOT_ID: '00000000-0000-0000-0000-0000000000b0',
};

/** Reads what the manifests need from the settings; every fault names its setting. */
export function readValues(environment: Environment): ReadValues {
  const set = (name: string) => environment[name]?.trim() || undefined;
  const mode = modeOf(set('HANDYCONNECT_MODE'), set('MICROSOFT_CLIENT_ID'));
  const sandbox = mode === 'sandbox';
  const clientId = set('MICROSOFT_CLIENT_ID') ?? (sandbox ? sandboxIds.MICROSOFT_CLIENT_ID : '');
  const botId = set('BOT_ID') ?? (sandbox ? sandboxIds.BOT_ID : '');
  const appId = set('TEAMS_APP_ID') ?? teamsAppIdOf(clientId);
  const publicUrl = publicUrlOf(set('PUBLIC_URL'), set('PORT') ?? '3978', sandbox);
  const faults = [
    ...urlFaults(publicUrl, sandbox),
    ...idFaults('MICROSOFT_CLIENT_ID', clientId),
    ...idFaults('BOT_ID', botId),
    ...idFaults('TEAMS_APP_ID', appId),
  ];
  const values = {
    PUBLIC_URL: publicUrl,
    PUBLIC_HOST: URL.canParse(publicUrl) ? new URL(publicUrl).host : '',
    MICROSOFT_CLIENT_ID: clientId,
    BOT_ID: botId,
    TEAMS_APP_ID: appId,
  };
  return { mode, values, faults };
}

function modeOf(mode: string | undefined, clientId: string | undefined): ReadValues['mode'] {
  if (mode === 'sandbox' || mode === 'production') return mode;
  return clientId === undefined ? 'sandbox' : 'production';
}

/** Microsoft 365 reads https addresses only, so the sandbox's own http address is written as https. */
function publicUrlOf(set: string | undefined, port: string, sandbox: boolean): string {
  const url = set ?? (sandbox ? `https://localhost:${port}` : '');
  return (sandbox ? url.replace(/^http:/, 'https:') : url).replace(/\/+$/, '');
}

function urlFaults(publicUrl: string, sandbox: boolean): string[] {
  if (publicUrl === '') return ['PUBLIC_URL: is missing'];
  if (!URL.canParse(publicUrl)) return ['PUBLIC_URL: is not an address'];
  const url = new URL(publicUrl);
  if (url.protocol !== 'https:') return ['PUBLIC_URL: must be https'];
  if (url.origin !== publicUrl) return ['PUBLIC_URL: must be scheme and host alone, in lower case, without a path'];
  if (!sandbox && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)) {
    return ['PUBLIC_URL: must be reachable by Microsoft 365, so it cannot be this computer'];
  }
  return [];
}

function idFaults(name: string, value: string): string[] {
  if (value === '') return [`${name}: is missing`];
  return guid.test(value) ? [] : [`${name}: must be a GUID`];
}

const token = /\$\{\{([A-Z_]+)\}\}/g;

/** The template with its tokens filled in; tokens nobody knows are left in place and named. */
export function fillTokens(template: string, values: ManifestValues): { text: string; unknown: string[] } {
  const known = new Map<string, string>(Object.entries(values));
  const unknown = new Set<string>();
  const text = template.replace(token, (whole, name: string) => {
    const value = known.get(name);
    if (value === undefined) unknown.add(name);
    return value ?? whole;
  });
  return { text, unknown: [...unknown] };
}
