import { openAzureTables } from '../../../../backend/adapters/tables/azure-tables.ts';
import { tableBackendSuite } from '../../../port-suites/table-backend.ts';
import { azuritePort, freshName, tableConnectionString, useAzurite } from '../../../support/azurite.ts';

describe('Azure Table Storage', () => {
  useAzurite('table');
  const prefix = freshName();

  tableBackendSuite('Azure Table Storage', async () =>
    openAzureTables({ connection: tableConnectionString(await azuritePort('table')), prefix }),
  );
});
