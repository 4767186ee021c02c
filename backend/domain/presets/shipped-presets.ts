import { generalSupport } from './general-support.ts';
import type { Preset } from './preset.ts';
import { propertyManagement } from './property-management.ts';

export const shippedPresets: readonly Preset[] = [generalSupport, propertyManagement];
