import type { LinearModel } from './linear-model.ts';

/** Turns a model's own chance of being right into one that holds on mails by other authors. */
export interface Calibration {
  /** Divides scores before they become chances. */
  temperature: number;
  /** `confidence = sigmoid(slope * logit(chance) + offset)` (Platt 1999). */
  slope: number;
  offset: number;
  /** From this confidence on nobody needs to look. */
  sureFrom: number;
}

/** Everything the local engine learned. */
export interface EngineWeights {
  /** Of the mail's topic; labels are category keys. */
  category: LinearModel;
  /** `no`, `yes`. */
  complaint: LinearModel;
  /** `negative`, `neutral`, `positive`. */
  mood: LinearModel;
  /** `high` (or above), `medium`, `low`. */
  pressing: LinearModel;
  calibration: Calibration;
}
