import type { Agent, Directory } from '../../ports/directory.ts';
import type { SettingsStore } from '../../ports/settings.ts';
import type { Clock } from '../../ports/system.ts';

const freshMs = 5_000;

/** Agents from the settings document `agents`, kept in memory for a few seconds because every answer names people. */
export class SettingsDirectory implements Directory {
  readonly #settings: SettingsStore;
  readonly #clock: Clock;
  #byId = new Map<string, Agent>();
  #readAtMs = Number.NEGATIVE_INFINITY;
  #reading: Promise<void> | undefined;

  constructor(settings: SettingsStore, clock: Clock) {
    this.#settings = settings;
    this.#clock = clock;
  }

  async agents(): Promise<Agent[]> {
    await this.#refresh();
    return [...this.#byId.values()];
  }

  async agent(id: string): Promise<Agent | undefined> {
    await this.#refresh();
    return this.#byId.get(id);
  }

  /** What is known now, without asking the store; at most a few seconds old while anybody asks. */
  known(id: string): Agent | undefined {
    // A name that could not be refreshed is better than none; the next question tries again.
    if (!this.#isFresh()) void this.#refresh().catch(() => {});
    return this.#byId.get(id);
  }

  async #refresh(): Promise<void> {
    if (this.#isFresh()) return;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    await this.#reading;
  }

  #isFresh(): boolean {
    return this.#clock.nowMs() - this.#readAtMs < freshMs;
  }

  async #read(): Promise<void> {
    const { value } = await this.#settings.read('agents');
    const { agents } = value as { agents: Agent[] };
    this.#byId = new Map(agents.map((agent) => [agent.id, agent]));
    this.#readAtMs = this.#clock.nowMs();
  }
}
