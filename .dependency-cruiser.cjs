const { builtinModules } = require('node:module')

/**
 * Imports run one way: react -> client -> contract <- server, sandbox -> contract. A page can never reach the
 * server, the core of server and sandbox uses web standards only, and who is outside sees public entries only.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */

/** These may use whatever helps them. */
const TESTING = require('./tooling/lib/test-files.cjs')

/** Configuration of tools. */
const TOOLING = '/[^/]+\\.config\\.[cm]?ts$'

/** Where server and sandbox may use Node: adapters, logs, the sandbox's command. */
const NODE_PARTS =
  '^packages/(server/src/((express|fastify|node|sqlite)\\.ts$|adapters/answer-node|stores/sqlite/)|sandbox/src/(node\\.ts$|node/|cli\\.ts$))'

const NOT_SOURCE = `${TESTING}|${TOOLING}`

/** A module of Node, with or without its prefix. */
const NODE_MODULE = `^node:|^(${builtinModules.join('|')})$`

/**
 * The layers of each package, from the top down. A folder imports itself and what stands below it, so that no two need
 * each other. Types may point upwards.
 */
const LAYERS = {
  contract: ['wire|nectar', 'lib'],
  client: [
    'index',
    'sharing',
    'changes',
    'session|requests',
    'connect-client',
    'watch-scope',
    'development',
    'platform',
    'lib',
  ],
  react: [
    'index|page|appearance',
    'lists',
    'button',
    'flow',
    'sharing',
    'session',
    'data',
    'ui',
    'context',
    'development',
    'locales',
    'i18n',
    'styles',
  ],
  server: [
    'index|next|hono|express|fastify|fetch|node|sqlite|redis',
    'adapters',
    'app',
    'sharing',
    'invitations',
    'connections',
    'webhooks',
    'streams',
    'changes',
    'nectar',
    'http',
    'stores',
    'settings',
    'lib',
  ],
  sandbox: [
    'index|page|node|cli',
    'in-page',
    'sandbox',
    'console',
    'control',
    'api|hosted',
    'faults',
    'webhooks',
    'state|options|errors',
    'assets',
  ],
  cli: ['main', 'run-cli', 'init', 'trace', 'doctor', 'lib'],
}

/** Nothing imports what stands above it, and everything stands in a layer. */
const downhill = ([name, layers]) => [
  ...layers.slice(1).map((layer, index) => ({
    name: `${name}-${layer}-imports-nothing-above`,
    comment: `packages/${name}/src has layers: ${layers.join(' > ')}.`,
    severity: 'error',
    from: { path: `^packages/${name}/src/(${layer})(/|\\.tsx?$)`, pathNot: NOT_SOURCE },
    to: {
      path: `^packages/${name}/src/(${layers.slice(0, index + 1).join('|')})(/|\\.tsx?$)`,
      dependencyTypesNot: ['type-only'],
    },
  })),
  {
    name: `${name}-has-no-other-layers`,
    comment: `Whatever is in packages/${name}/src belongs to one of its layers.`,
    severity: 'error',
    from: {},
    to: { path: `^packages/${name}/src/(?!(${layers.join('|')})(/|\\.tsx?$))`, pathNot: NOT_SOURCE },
  },
]

/** What a package may import of the others. */
const onlyFrom = (name, allowed) => ({
  name: `${name}-imports-${allowed.join('-') || 'nothing'}`,
  comment: `packages/${name} may import itself${allowed.map((other) => ` and packages/${other}`).join('')}, nothing else of this workspace.`,
  severity: 'error',
  from: { path: `^packages/${name}/`, pathNot: NOT_SOURCE },
  to: {
    path: '^(packages|apps|bench|e2e|examples|\\.storybook|tooling)/',
    pathNot: `^packages/(${[name, ...allowed].join('|')})/`,
  },
})

module.exports = {
  forbidden: [
    ...Object.entries(LAYERS).flatMap(downhill),
    onlyFrom('contract', []),
    onlyFrom('client', ['contract']),
    onlyFrom('react', ['client', 'contract']),
    onlyFrom('server', ['contract']),
    onlyFrom('sandbox', ['contract']),
    onlyFrom('cli', ['server', 'contract']),
    {
      name: 'wire-needs-nothing',
      comment: 'What page and server say to each other is bundled into every page.',
      severity: 'error',
      from: { path: '^packages/contract/src/wire', pathNot: NOT_SOURCE },
      to: { pathNot: '^packages/contract/src/(wire|lib)' },
    },
    {
      name: 'nectar-needs-zod-only',
      comment: 'What Nectar says is read with zod, on servers only.',
      severity: 'error',
      from: { path: '^packages/contract/src/nectar', pathNot: NOT_SOURCE },
      to: { pathNot: '^packages/contract/src/(nectar|lib)|node_modules/zod/' },
    },
    {
      name: 'pages-read-no-nectar',
      comment: 'Neither zod nor what Nectar says gets into a page.',
      severity: 'error',
      from: { path: '^packages/(react|client)/src/', pathNot: NOT_SOURCE },
      to: { path: '^packages/contract/src/nectar|node_modules/zod/', reachable: true },
    },
    {
      name: 'page-never-reaches-server',
      comment:
        'Nothing that runs in a page may reach the server, the sandbox or Node, over however many steps.',
      severity: 'error',
      from: { path: '^packages/(react|client)/src/', pathNot: NOT_SOURCE },
      to: { path: '^packages/(server|sandbox)/', reachable: true },
    },
    {
      name: 'only-storybook-loads-the-server-into-a-page',
      comment:
        'Stories of the packages and the pages of apps do without server and sandbox. Only .storybook loads their core into a page, on fictitious keys.',
      severity: 'error',
      from: {
        path: '^packages/(react|client)/src/.+\\.stories\\.tsx?$|^apps/[^/]+/(web|app)/',
        pathNot: '\\.test\\.tsx?$',
      },
      to: { path: '^packages/(server|sandbox)/', reachable: true },
    },
    {
      name: 'storybook-never-reaches-node',
      comment: 'What .storybook shows runs in a page: of server and sandbox it loads the core only.',
      severity: 'error',
      from: { path: '^\\.storybook/live/' },
      to: { path: NODE_PARTS, reachable: true },
    },
    {
      name: 'page-never-reaches-node',
      comment: 'Nothing that runs in a page may reach a module of Node, over however many steps.',
      severity: 'error',
      from: { path: '^packages/(react|client|contract)/src/', pathNot: NOT_SOURCE },
      to: { path: NODE_MODULE, reachable: true },
    },
    {
      name: 'core-uses-web-standards',
      comment:
        'The core of server and sandbox runs everywhere: Node is for the entries and adapters that say so, for SQLite, and for the sandbox’s command.',
      severity: 'error',
      from: { path: '^packages/(server|sandbox)/src/', pathNot: `${NODE_PARTS}|${NOT_SOURCE}` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-does-not-import-node-parts',
      comment: 'Through the Node parts the core would reach Node after all.',
      severity: 'error',
      from: { path: '^packages/(server|sandbox)/src/', pathNot: `${NODE_PARTS}|${NOT_SOURCE}` },
      to: { path: NODE_PARTS },
    },
    {
      name: 'entries-make-the-server',
      comment:
        'createNectarConnect makes every part and hands each what it uses. Only entries and tests may import it, so that no part reaches for all the others.',
      severity: 'error',
      from: {
        pathNot: `^packages/server/src/(${LAYERS.server[0]})\\.ts$|${TESTING}`,
      },
      to: { path: '^packages/server/src/app/create-nectar-connect\\.ts$' },
    },
    {
      name: 'button-behind-one-import',
      comment:
        'What a page with a connect button loads at once stays small: button and context reach the session, the data and the screens by the one import() of load-flow.tsx.',
      severity: 'error',
      from: { path: '^packages/react/src/(button|context)/', pathNot: NOT_SOURCE },
      to: {
        path: '^packages/client/|^packages/react/src/(data|session|flow|sharing|lists)/|(^|/)node_modules/(@tanstack|zod)/',
        dependencyTypesNot: ['type-only', 'dynamic-import'],
      },
    },
    {
      name: 'public-entries-only',
      comment:
        'Apps, measurements, end-to-end tests and live stories use the packages as a customer does; all may use the test kit and know what no customer reads.',
      severity: 'error',
      from: { path: '^(apps|bench|e2e|\\.storybook)/', pathNot: '^apps/sandbox-console/' },
      to: {
        path: '^packages/',
        pathNot:
          '^packages/((react|server|sandbox)/src/((index|appearance|express|fastify|fetch|hono|next|node|page|sqlite|redis)\\.ts|locales/(ar|de|es|fr|pseudo)\\.ts|styles/styles\\.css)|react/src/testing/development-words\\.ts|test-kit/src/.+)$',
      },
    },
    {
      name: 'console-speaks-http',
      comment:
        'The sandbox’s console knows the sandbox by its control over HTTP: of the packages it runs the words of the wire only, the rest is types.',
      severity: 'error',
      from: { path: '^apps/sandbox-console/' },
      to: {
        path: '^packages/',
        pathNot: '^packages/contract/src/wire\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'command-uses-public-entries',
      comment: 'The command line uses server and sandbox as a customer does.',
      severity: 'error',
      from: { path: '^packages/cli/' },
      to: {
        path: '^packages/(server|sandbox)/',
        pathNot: '^packages/(server|sandbox)/src/(index|node|sqlite|redis)\\.ts$',
      },
    },
    {
      name: 'packages-do-not-know-who-uses-them',
      comment:
        'No package imports an app, the end-to-end tests or the workspace’s tooling, not even in a test.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(apps|bench|e2e|tooling|\\.storybook)/' },
    },
    {
      name: 'no-tests-in-source',
      comment: 'What ships does not import what tests it.',
      severity: 'error',
      from: { path: '^(packages|apps)/', pathNot: NOT_SOURCE },
      to: { path: '\\.(test|stories)\\.tsx?$' },
    },
    {
      name: 'no-cycles',
      comment:
        'Modules that need each other to run are one module. Types may point back: they are gone by then.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere, or to a package that the package.json does not name.',
      severity: 'error',
      // One is made so that it does not resolve, and workerd brings the other along.
      from: { pathNot: '^packages/server/browser\\.js$' },
      to: { couldNotResolve: true, pathNot: '^cloudflare:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Some hosts are no part of the workspace, and installed elsewhere.
    exclude: {
      path: '(^|/)(dist|storybook-static|test-results|playwright-report)/|^examples/',
    },
    moduleSystems: ['es6'],
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      conditionNames: ['@nectar-connect/source', 'import', 'module', 'browser', 'default', 'node'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json', '.css', '.d.ts'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
