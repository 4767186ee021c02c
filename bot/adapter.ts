import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import type { Log } from '../backend/ports/system.ts';
import { cardActivity } from './activities.ts';
import { errorCard } from './cards/guide-cards.ts';
import { connectorHttp } from './delivery/connector-http.ts';
import { faultWords } from './failure-words.ts';
import { dashboardUrl } from './links.ts';

export interface AdapterOptions {
  /** The bot registration, or null. */
  credentials: { id: string; password: string; tenantId: string } | null;
  /** Milliseconds that Teams is given to take a message; default 5,000. */
  connectorMs?: number;
  /** The way to the connector; that of the platform unless given. */
  connectorFetch?: typeof fetch;
  publicUrl: string;
  log: Log;
}

type Authentication = Parameters<CloudAdapter['processActivityDirect']>[0];

/** The SDK prints each refused activity to the console, which anybody on the internet could fill. */
class LoggingAdapter extends CloudAdapter {
  private readonly log: Log;

  constructor(authentication: ConfigurationBotFrameworkAuthentication, log: Log) {
    super(authentication);
    this.log = log;
  }

  protected override async processActivity(
    authentication: Authentication,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    try {
      // The declaration splits what the implementation takes as one.
      return await super.processActivity(authentication as string, activity, logic);
    } catch (error) {
      const status = refusalStatus(error);
      this.log.info('activity refused', { status, error: String(error) });
      return { status };
    }
  }
}

/** 401 where the SDK says that the sender is not who it claims to be. */
function refusalStatus(error: unknown): number {
  const coded = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  return coded === 401 ? 401 : 500;
}

/** The SDK's adapter with our credentials, our way to the connector, and our log. */
export function createAdapter({
  credentials,
  log,
  publicUrl,
  connectorMs,
  connectorFetch,
}: AdapterOptions): CloudAdapter {
  const factory = new ConfigurationServiceClientCredentialFactory(
    credentials === null
      ? { MicrosoftAppId: '' }
      : {
          MicrosoftAppType: 'SingleTenant',
          MicrosoftAppId: credentials.id,
          MicrosoftAppPassword: credentials.password,
          MicrosoftAppTenantId: credentials.tenantId,
        },
  );
  const adapter = new LoggingAdapter(
    new ConfigurationBotFrameworkAuthentication({}, factory, undefined, undefined, {
      httpClient: connectorHttp(connectorMs, connectorFetch),
    }),
    log,
  );
  adapter.onTurnError = async (context, error) => {
    const reference = context.activity.id ?? '';
    log.error('bot turn failed', { activityId: reference, error: String(error) });
    const words = faultWords(reference);
    const told = context.sendActivity(cardActivity(errorCard({ ...words, openUrl: dashboardUrl(publicUrl) })));
    await told.catch((cause: unknown) => log.warn('bot could not say that it failed', { error: String(cause) }));
  };
  return adapter;
}
