import type { Preset } from './preset.ts';

/** The taxonomy that the local analyst was taught. */
export const generalSupport: Preset = {
  id: 'general-support',
  name: 'General support',
  description: 'Five broad categories for a help desk of any kind.',
  categories: [
    {
      key: 'technical',
      name: 'Technical',
      parent: null,
      fields: [{ key: 'product', name: 'Product', type: 'text' }],
      taskTemplates: [
        { key: 'reproduce', title: 'Reproduce the fault', dueInHours: 24 },
        { key: 'confirm_fix', title: 'Ask the customer whether it works', after: ['reproduce'] },
      ],
    },
    {
      key: 'billing',
      name: 'Billing',
      parent: null,
      fields: [{ key: 'invoice', name: 'Invoice number', type: 'text' }],
      taskTemplates: [{ key: 'check_account', title: 'Check the invoice against the account', dueInHours: 24 }],
    },
    { key: 'account', name: 'Account', parent: null },
    { key: 'feature_request', name: 'Feature request', parent: null },
    { key: 'general', name: 'General', parent: null },
  ],
  teams: [{ id: 'support', name: 'Support' }],
};
