import type { Config } from '../config.ts';
import { ask } from './ask.ts';
import { type Finding, fault, ok, unchecked } from './finding.ts';

/** What Entra's error codes mean for the owner of a secret. */
const botFixes: Record<number, string> = {
  700016: 'No application has the id in BOT_ID in that tenant. Check BOT_ID and BOT_TENANT_ID.',
  90002: 'No tenant has the id in BOT_TENANT_ID.',
  7000215: 'BOT_PASSWORD is not the secret of the application. Use the value of the secret, not its id.',
  7000222: 'The secret in BOT_PASSWORD has expired. Make a new one in Entra and set it.',
};

/** Fetches the token that the bot needs to speak in Teams. */
export async function checkBot(config: Config, loginUrl: string): Promise<Finding> {
  const { bot } = config;
  if (bot === null) return unchecked('bot', 'no BOT_ID; the sandbox talks to its own playground');
  const asked = await ask(`${loginUrl}/${encodeURIComponent(bot.tenantId)}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: bot.id,
      client_secret: bot.password,
      scope: 'https://api.botframework.com/.default',
    }),
  });
  if (asked.kind === 'silence') {
    return fault('bot', `${new URL(loginUrl).host}: ${asked.why}`, 'Let this machine reach that address over https.');
  }
  if (asked.status === 200) return ok('bot', 'the bot signs in');
  const fixes = errorCodes(asked.body).map((code) => botFixes[code]);
  const fix = fixes.find((one) => one !== undefined) ?? 'Check BOT_ID, BOT_PASSWORD and BOT_TENANT_ID.';
  return fault('bot', `Entra refuses the bot (${asked.status})`, fix);
}

function errorCodes(body: unknown): number[] {
  if (typeof body !== 'object' || body === null || !('error_codes' in body)) return [];
  return Array.isArray(body.error_codes) ? body.error_codes.filter((code) => typeof code === 'number') : [];
}

/** Whether the keys by which people's tokens are checked can be read. */
export async function checkPeopleSignIn(config: Config): Promise<Finding> {
  if (config.auth === null) return unchecked('sign-in', 'the sandbox signs people in itself');
  const asked = await ask(config.auth.jwksUri);
  const keys = asked.kind === 'answer' && asked.status === 200 ? asked.body : null;
  if (typeof keys === 'object' && keys !== null && 'keys' in keys && Array.isArray(keys.keys)) {
    return ok('sign-in', `the keys of ${config.auth.issuer} can be read`);
  }
  return fault(
    'sign-in',
    'the keys of the issuer cannot be read',
    'Check MICROSOFT_TENANT_ID, or AUTH_JWKS_URI if set.',
  );
}

/** Asks the language model's server for its models, which costs nothing. */
export async function checkAnalyst(config: Config): Promise<Finding> {
  const { openai } = config;
  if (openai === null) return ok('analyst', 'the local analyst reads the mail (no OPENAI_API_KEY)');
  const { url, headers } = modelsOf(openai);
  const asked = await ask(url, { headers });
  const host = new URL(url).host;
  const meanwhile = 'Until then the local analyst reads the mail.';
  if (asked.kind === 'silence') {
    return fault('analyst', `${host}: ${asked.why}`, `Let this machine reach that address. ${meanwhile}`);
  }
  if (asked.status === 401 || asked.status === 403) {
    return fault('analyst', `${host} refuses the key (${asked.status})`, `Check OPENAI_API_KEY. ${meanwhile}`);
  }
  if (asked.status !== 200) {
    const setting = openai.azure === null ? 'OPENAI_BASE_URL' : 'AZURE_OPENAI_ENDPOINT';
    return fault('analyst', `${host} answers ${asked.status}`, `Check ${setting}. ${meanwhile}`);
  }
  return ok('analyst', `${host} accepts the key`);
}

function modelsOf(openai: NonNullable<Config['openai']>): { url: string; headers: Record<string, string> } {
  if (openai.azure !== null) {
    const endpoint = openai.azure.endpoint.replace(/\/+$/, '');
    return { url: `${endpoint}/openai/models?api-version=2024-10-21`, headers: { 'api-key': openai.apiKey } };
  }
  const base = (openai.baseUrl ?? 'https://api.openai.com/v1').replace(/\/+$/, '');
  return { url: `${base}/models`, headers: { Authorization: `Bearer ${openai.apiKey}` } };
}

/** Asks the running server for its health through the address that Microsoft 365 uses. */
export async function checkPublicUrl(publicUrl: string): Promise<Finding> {
  const asked = await ask(`${publicUrl}/health`);
  if (asked.kind === 'silence') {
    const fix = 'Start the server, and check the name in DNS, the certificate and the proxy before it.';
    return fault('PUBLIC_URL', `${publicUrl}: ${asked.why}`, fix);
  }
  const { status, body } = asked;
  if (status === 200 && typeof body === 'object' && body !== null && 'status' in body && body.status === 'alive') {
    return ok('PUBLIC_URL', `${publicUrl} reaches HandyConnect from here`);
  }
  const fix = 'Something else answers there, or the proxy does not pass requests on to HandyConnect.';
  return fault('PUBLIC_URL', `${publicUrl}/health answers ${status} and not as HandyConnect does`, fix);
}
