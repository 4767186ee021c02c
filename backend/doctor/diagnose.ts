import type { Storage } from '../compose-storage.ts';
import { type Config, ConfigError, loadConfig } from '../config.ts';
import type { Log } from '../ports/system.ts';
import { checkMailboxes } from './check-mailboxes.ts';
import { checkManifests } from './check-manifests.ts';
import { checkAnalyst, checkBot, checkPeopleSignIn, checkPublicUrl } from './check-services.ts';
import { checkDataDir, checkStorage, checkSubscriptions } from './check-storage.ts';
import { type Finding, fault, ok, unchecked } from './finding.ts';

export interface Surroundings {
  environment: NodeJS.ProcessEnv;
  /** The project's folder. */
  root: string;
  /** Where Entra gives tokens; other clouds have their own. */
  loginUrl: string;
  log: Log;
}

/** Everything the doctor finds, each as soon as it is known. */
export async function* diagnose(surroundings: Surroundings): AsyncGenerator<Finding> {
  const config = readSettings(surroundings.environment);
  if (Array.isArray(config)) {
    yield* config;
    return;
  }
  yield ok('settings', `complete for ${config.mode} mode`);
  yield await checkDataDir(config.dataDir);
  const { finding, storage } = await checkStorage(config);
  yield finding;
  try {
    yield* microsoftFindings(config, storage, surroundings);
  } finally {
    await storage?.tables.close();
  }
  yield await checkAnalyst(config);
  yield* await checkManifests(surroundings.root, surroundings.environment);
}

function readSettings(environment: NodeJS.ProcessEnv): Config | Finding[] {
  try {
    return loadConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.faults.map((line) =>
      fault('settings', line, 'Set it in the environment or in .env; see .env.example.'),
    );
  }
}

async function* microsoftFindings(
  config: Config,
  storage: Storage | null,
  { loginUrl, log }: Surroundings,
): AsyncGenerator<Finding> {
  const { baseUrl } = config.graph;
  if (baseUrl === null) yield unchecked('mailbox', 'the sandbox brings its own mailbox');
  else yield* await checkMailboxes(config, baseUrl, log);
  if (storage !== null && config.mode === 'production') yield* await checkSubscriptions(config, storage, Date.now());
  yield await checkBot(config, loginUrl);
  yield await checkPeopleSignIn(config);
  if (config.publicUrl === null || config.mode === 'sandbox') {
    yield unchecked('PUBLIC_URL', 'the sandbox is reached on this computer alone');
  } else yield await checkPublicUrl(config.publicUrl);
}
