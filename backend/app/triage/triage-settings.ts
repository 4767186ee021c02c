import { type AiSettings, defaultAiSettings } from '../../domain/triage/ai-settings.ts';
import type { CategoryChoice } from '../../domain/triage/analysis.ts';
import type { SettingsStore } from '../../ports/settings.ts';
import type { Clock } from '../../ports/system.ts';

export interface TriageSettings {
  ai: AiSettings;
  categories: CategoryChoice[];
}

/** Settings are read again after this long, so that a change on another replica is seen. */
const freshMs = 2_000;

/**
 * The settings that analysis needs, from memory: mail does not wait for them. The first call reads; later ones answer at
 * once and read in the background when what they have is old. Where the store does not answer, what was known stays.
 */
export class TriageSettingsReader {
  readonly #settings: SettingsStore;
  readonly #clock: Clock;
  #known: TriageSettings | undefined;
  #readAtMs = 0;
  #reading: Promise<TriageSettings> | undefined;

  constructor(settings: SettingsStore, clock: Clock) {
    this.#settings = settings;
    this.#clock = clock;
  }

  /** What is known now, or undefined before the first reading. */
  known(): TriageSettings | undefined {
    if (this.#clock.nowMs() - this.#readAtMs > freshMs) void this.#read().catch(() => undefined);
    return this.#known;
  }

  async current(): Promise<TriageSettings> {
    return this.known() ?? this.#read();
  }

  /** Something has been written: the next question reads. */
  changed(): void {
    this.#known = undefined;
  }

  async #read(): Promise<TriageSettings> {
    this.#reading ??= this.#fetch().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #fetch(): Promise<TriageSettings> {
    const [ai, tree] = await Promise.all([this.#settings.read('ai'), this.#settings.read('categories')]);
    const { categories } = tree.value as { categories: CategoryChoice[] };
    this.#known = { ai: { ...defaultAiSettings, ...(ai.value as Partial<AiSettings>) }, categories };
    this.#readAtMs = this.#clock.nowMs();
    return this.#known;
  }
}
