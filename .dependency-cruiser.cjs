/** Who may import whom. Each rule's comment says what to do instead. */
const inside = (folder) => `^${folder}/`;

function onlyMayImport(name, from, allowed, comment) {
  return {
    name,
    severity: 'error',
    comment,
    from: { path: from },
    to: {
      path: '^(backend|bot|tab|addin|ui|scripts|tests)/',
      pathNot: [from, ...allowed],
    },
  };
}

const domain = inside('backend/domain');
const ports = inside('backend/ports');
const contracts = inside('backend/contracts');
const present = inside('backend/present');
const app = inside('backend/app');
const words = '^backend/domain/vocabulary\\.ts$';
const failure = '^backend/domain/failure\\.ts$';
const access = inside('backend/domain/access');

module.exports = {
  forbidden: [
    onlyMayImport(
      'domain-is-pure',
      domain,
      [],
      'The domain decides and knows nobody. Pass what it needs as an argument.',
    ),
    onlyMayImport(
      'contracts-know-words',
      contracts,
      [words],
      'Contracts cross the wire: they may use domain/vocabulary.ts and nothing else.',
    ),
    onlyMayImport('ports-know-domain', ports, [domain], 'A port speaks in domain words only.'),
    onlyMayImport(
      'app-knows-ports',
      app,
      [domain, ports],
      'A use case needs something from the world? Add a port; compose.ts supplies the adapter.',
    ),
    onlyMayImport(
      'present-maps',
      present,
      [domain, contracts],
      'A presenter maps domain to contract. Look things up before you call it.',
    ),
    onlyMayImport(
      'readmodel-knows-ports',
      inside('backend/readmodel'),
      [domain, ports],
      'The read model answers from what the ports bring.',
    ),
    onlyMayImport(
      'adapters-know-ports',
      inside('backend/adapters'),
      [domain, ports],
      'An adapter keeps a port. It knows no use case and no face.',
    ),
    {
      name: 'adapters-do-not-know-each-other',
      severity: 'error',
      comment: 'Two adapters that need each other hide a port. Name it in backend/ports.',
      from: { path: '^backend/adapters/([^/]+)/' },
      to: { path: '^backend/adapters/([^/]+)/', pathNot: '^backend/adapters/$1/' },
    },
    onlyMayImport(
      'http-is-a-face',
      inside('backend/http'),
      [app, contracts, present, ports, failure, access, words, domain],
      'HTTP turns requests into use cases. Adapters come from compose.ts.',
    ),
    onlyMayImport(
      'live-is-a-face',
      inside('backend/live'),
      [app, contracts, present, ports, domain],
      'Sockets push what the change feed says.',
    ),
    onlyMayImport(
      'jobs-start-use-cases',
      inside('backend/jobs'),
      [app, ports],
      'A job wakes a use case on time; the work is in backend/app.',
    ),
    onlyMayImport(
      'sandbox-is-a-world',
      inside('backend/sandbox'),
      [domain, ports, contracts, inside('ui'), '^backend/http/call\\.ts$'],
      'The sandbox stands in for Microsoft 365; it knows ports and wire only.',
    ),
    onlyMayImport(
      'bot-is-a-face',
      '^bot/(?!cards/)',
      [app, ports, contracts, present, domain, inside('bot/cards')],
      'The bot turns turns into use cases. Adapters come from compose.ts.',
    ),
    onlyMayImport('cards-are-pure', inside('bot/cards'), [contracts], 'A card is a pure function from a view to JSON.'),
    onlyMayImport(
      'tab-knows-contracts',
      inside('tab'),
      [contracts, inside('ui')],
      'The tab talks to the server over the wire.',
    ),
    onlyMayImport(
      'addin-knows-contracts',
      inside('addin'),
      [contracts, inside('ui')],
      'The pane talks to the server over the wire.',
    ),
    onlyMayImport('ui-knows-contracts', inside('ui'), [contracts], 'Shared parts know the wire and nothing of a page.'),
    {
      name: 'features-stand-alone',
      severity: 'error',
      comment: 'A feature that needs another shares a part: move it to tab/components or tab/lib.',
      from: { path: '^tab/features/([^/]+)/' },
      to: { path: '^tab/features/([^/]+)/', pathNot: '^tab/features/$1/' },
    },
    {
      name: 'only-main-composes',
      severity: 'error',
      comment: 'compose.ts knows everybody; nobody but main.ts and the tools beside it may know compose.ts.',
      from: { path: '^(backend|bot|tab|addin|ui)/', pathNot: '^backend/(main|doctor|seed)\\.ts$' },
      to: { path: '^backend/compose\\.ts$' },
    },
    {
      name: 'only-compose-knows-adapters',
      severity: 'error',
      comment: 'Adapters are supplied by compose.ts; elsewhere ask for the port.',
      from: { path: '^(backend|bot|tab|addin|ui)/', pathNot: '^backend/(adapters/|compose|doctor|seed)' },
      to: { path: '^backend/adapters/' },
    },
    {
      name: 'sandbox-stays-in-the-sandbox',
      severity: 'error',
      comment: 'Production never loads the sandbox; compose.ts imports it dynamically in sandbox mode.',
      from: { path: '^(backend|bot|tab|addin|ui)/', pathNot: '^backend/sandbox/' },
      to: { path: '^backend/sandbox/', dependencyTypesNot: ['dynamic-import', 'type-only', 'type-import'] },
    },
    {
      name: 'no-tests-in-production',
      severity: 'error',
      comment: 'Production never imports tests.',
      from: { path: '^(backend|bot|tab|addin|ui)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'no-dev-packages-in-the-server',
      severity: 'error',
      comment: 'The server runs with production packages alone; move the package to dependencies.',
      from: { path: '^(backend|bot)/', pathNot: '^backend/sandbox/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
    ...[
      ['botbuilder', '^bot/', 'The bot framework stays inside bot/.'],
      ['restify', '^backend/http/', 'restify stays inside backend/http/.'],
      ['@azure/data-tables', '^backend/adapters/tables/', 'Azure tables stay behind the TableBackend port.'],
      ['libsql', '^backend/adapters/(embedded|search)/', 'SQLite stays behind the TableBackend and TextIndex ports.'],
      ['@microsoft/microsoft-graph-client', '^backend/adapters/graph/', 'Graph stays behind the Mailbox port.'],
      ['openai', '^backend/adapters/openai/', 'OpenAI stays behind the Analyst port.'],
      ['nodemailer', '^backend/adapters/graph/', 'Mails are composed where they are handed to Graph.'],
      ['sanitize-html', '^backend/adapters/mail-text/', 'Sanitising has one home.'],
      [
        're2js',
        '^backend/domain/workflow/pattern\\.ts$',
        'Expressions that others write are matched in linear time, in one place.',
      ],
      ['socket.io', '^backend/live/', 'Sockets have one home.'],
      ['date-holidays', '^backend/adapters/holidays/', 'Holidays of countries stay behind the Holidays port.'],
      ['@microsoft/teamsfx', '^backend/adapters/entra-directory/', 'teamsfx has one home.'],
    ].map(([library, home, comment]) => ({
      name: `one-home-for-${library.replaceAll('/', '-')}`,
      severity: 'error',
      comment,
      from: { pathNot: home },
      to: { path: `node_modules/${library}/` },
    })),
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Name the piece both need and let both import it.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'Nobody imports this file: use it or delete it.',
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '^backend/(main|doctor|seed)\\.ts$',
          '^backend/adapters/search/search-worker\\.ts$',
          '(^|/)(main|index)\\.tsx?$',
          '\\.css$',
          '\\.cjs$',
          '^(addin|backend/sandbox/page)/public/',
        ],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
