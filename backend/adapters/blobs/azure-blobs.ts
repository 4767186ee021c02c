import type { ContainerClient } from '@azure/storage-blob';
import { Failure } from '../../domain/failure.ts';
import type { Blobs } from '../../ports/blobs.ts';

export interface AzureBlobsOptions {
  /**
   * A connection string (`UseDevelopmentStorage=true` means the local emulator), or the https address of the account's
   * blob service, where the application's own identity is used.
   */
  connection: string;
  container: string;
  /** Longest wait for one blob. */
  timeoutMs?: number;
}

const retryOptions = { maxTries: 4, retryDelayInMs: 200, maxRetryDelayInMs: 2_000 };

/**
 * Blobs in one container, which is made with the first blob: a store without large texts needs no blob service.
 * @throws Failure `unavailable` for a connection that cannot be understood
 */
export async function openAzureBlobs(options: AzureBlobsOptions): Promise<Blobs> {
  try {
    return new AzureBlobs(await connect(options), options.timeoutMs ?? 30_000);
  } catch (error) {
    throw new Failure('unavailable', 'The blob service cannot be reached.', { cause: error });
  }
}

// The SDKs take a quarter of a second each to load, so only a deployment on Azure pays for them.
async function connect({ connection, container }: AzureBlobsOptions): Promise<ContainerClient> {
  const { BlobServiceClient } = await import('@azure/storage-blob');
  if (!connection.startsWith('http')) {
    return BlobServiceClient.fromConnectionString(connection, { retryOptions }).getContainerClient(container);
  }
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new BlobServiceClient(connection, new DefaultAzureCredential(), { retryOptions }).getContainerClient(
    container,
  );
}

class AzureBlobs implements Blobs {
  readonly #container: ContainerClient;
  readonly #timeoutMs: number;
  #made: Promise<unknown> | undefined;

  constructor(container: ContainerClient, timeoutMs: number) {
    this.#container = container;
    this.#timeoutMs = timeoutMs;
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    try {
      await this.#makeContainer();
      await this.#container.getBlockBlobClient(key).uploadData(bytes, this.#limits());
    } catch (error) {
      throw new Failure('unavailable', 'A blob cannot be written.', { cause: error });
    }
  }

  async delete(key: string): Promise<void> {
    try {
      await this.#container.getBlobClient(key).deleteIfExists({ deleteSnapshots: 'include', ...this.#limits() });
    } catch (error) {
      throw new Failure('unavailable', 'A blob cannot be deleted.', { cause: error });
    }
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    try {
      return new Uint8Array(await this.#container.getBlobClient(key).downloadToBuffer(0, undefined, this.#limits()));
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw new Failure('unavailable', 'A blob cannot be read.', { cause: error });
    }
  }

  async #makeContainer(): Promise<void> {
    this.#made ??= this.#container.createIfNotExists(this.#limits());
    try {
      await this.#made;
    } catch (error) {
      this.#made = undefined;
      throw error;
    }
  }

  #limits() {
    return { abortSignal: AbortSignal.timeout(this.#timeoutMs) };
  }
}

function statusOf(error: unknown): unknown {
  return error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
}
