import type { Endpoint } from '../endpoint.ts';
import { PreviewSla, SlaPreview } from '../sla-preview.ts';

export const slaEndpoints = {
  previewSla: {
    method: 'POST',
    path: '/api/sla/preview',
    summary: 'When minutes are up, how many have passed, or where clocks stand, by a calendar; changes nothing',
    tag: 'Service levels',
    permission: 'cases.read',
    body: PreviewSla,
    response: SlaPreview,
    success: 200,
  },
} as const satisfies Record<string, Endpoint>;
