import type { TaskTemplate, TreeCategory } from '../case/category-tree.ts';
import type { FieldDefinition } from '../case/custom-fields.ts';
import type { Preset } from './preset.ts';

const where: FieldDefinition[] = [
  { key: 'property', name: 'Property', type: 'text' },
  { key: 'unit', name: 'Unit', type: 'text' },
];

const repair: TaskTemplate[] = [
  {
    key: 'inspect',
    title: 'Look at the damage',
    dueInHours: 48,
    checklist: ['Agree on a time with the tenant', 'Get access', 'Take photographs'],
  },
  { key: 'order', title: 'Give the work to a contractor', dueInHours: 72, after: ['inspect'] },
  { key: 'approve', title: 'Check the work with the tenant', after: ['order'] },
];

const moves: FieldDefinition[] = [
  { key: 'move_date', name: 'Date', type: 'date' },
  { key: 'forwarding_address', name: 'New address', type: 'text' },
];

/** What is below `technical`: repairs, each kept by what it needs beyond the usual. */
const repairs: TreeCategory[] = [
  {
    key: 'emergency',
    name: 'Emergency',
    parent: 'technical',
    taskTemplates: [
      {
        key: 'secure',
        title: 'Make it safe',
        priority: 'critical',
        dueInHours: 2,
        checklist: ['Call the tenant', 'Shut off water, gas or power', 'Send the emergency service'],
      },
    ],
  },
  { key: 'plumbing', name: 'Plumbing', parent: 'technical' },
  {
    key: 'heating',
    name: 'Heating and hot water',
    parent: 'technical',
    fields: [{ key: 'boiler_model', name: 'Boiler', type: 'text' }],
  },
  { key: 'electrical', name: 'Electrical', parent: 'technical' },
  {
    key: 'appliances',
    name: 'Appliances',
    parent: 'technical',
    fields: [{ key: 'appliance', name: 'Appliance', type: 'text' }],
  },
  { key: 'locks_keys', name: 'Locks and keys', parent: 'technical' },
  { key: 'damp_mould', name: 'Damp and mould', parent: 'technical' },
  { key: 'pests', name: 'Pests', parent: 'technical' },
  { key: 'lift', name: 'Lift', parent: 'technical' },
  { key: 'common_areas', name: 'Common areas', parent: 'technical' },
];

/**
 * For those who let and look after homes. The highest categories keep the keys that the local analyst was taught, so that
 * it sorts mail from the first day; what lies below it learns from corrections.
 */
export const propertyManagement: Preset = {
  id: 'property-management',
  name: 'Property management',
  description: 'Repairs, rent, tenancies and neighbours, with the tasks that they usually need.',
  categories: [
    {
      key: 'technical',
      name: 'Repairs and maintenance',
      parent: null,
      fields: [
        ...where,
        { key: 'access', name: 'Access', type: 'choice', options: ['Tenant', 'Key safe', 'Caretaker'] },
      ],
      taskTemplates: repair,
    },
    ...repairs,
    {
      key: 'billing',
      name: 'Rent and charges',
      parent: null,
      fields: [...where, { key: 'amount', name: 'Amount', type: 'number' }],
      taskTemplates: [{ key: 'check_ledger', title: 'Check the rent account', dueInHours: 24 }],
    },
    { key: 'rent_payment', name: 'Rent payment', parent: 'billing' },
    { key: 'service_charge', name: 'Service charge', parent: 'billing' },
    {
      key: 'deposit',
      name: 'Deposit',
      parent: 'billing',
      taskTemplates: [
        { key: 'deposit_report', title: 'Compare the hand-over reports', dueInHours: 120 },
        { key: 'deposit_return', title: 'Settle the deposit', dueInHours: 336, after: ['deposit_report'] },
      ],
    },
    { key: 'account', name: 'Tenancy', parent: null, fields: where },
    {
      key: 'move_in',
      name: 'Moving in',
      parent: 'account',
      fields: moves,
      taskTemplates: [
        { key: 'contract', title: 'Have the contract signed' },
        {
          key: 'hand_over_in',
          title: 'Hand over the home',
          checklist: ['Keys', 'Meters', 'Report'],
          after: ['contract'],
        },
      ],
    },
    {
      key: 'move_out',
      name: 'Moving out',
      parent: 'account',
      fields: moves,
      taskTemplates: [
        { key: 'confirm_notice', title: 'Confirm the notice', dueInHours: 48 },
        {
          key: 'hand_over_out',
          title: 'Take the home back',
          checklist: ['Keys', 'Meters', 'Report'],
          after: ['confirm_notice'],
        },
      ],
    },
    { key: 'viewing', name: 'Viewing', parent: 'account' },
    { key: 'neighbours', name: 'Noise and neighbours', parent: null, fields: where },
    { key: 'feature_request', name: 'Suggestions', parent: null },
    { key: 'general', name: 'General', parent: null },
  ],
  teams: [
    { id: 'maintenance', name: 'Maintenance' },
    { id: 'lettings', name: 'Lettings' },
    { id: 'accounts', name: 'Accounts' },
  ],
};
