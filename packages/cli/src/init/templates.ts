import type { Framework } from './detect-project.ts'

/** Made here, so that what is published holds no line that only looks like an import of its own. */
const importOf = (names: string, entry: string) => `import { ${names} } from '@nectar-connect/${entry}'`

/** Without types, so that they are the same in JavaScript. What is written is compiled and run by the tests of the hosts. */
const CREATE = `createNectarConnect({
  apiKey: process.env.NECTAR_API_KEY,
  webhookSecret: process.env.NECTAR_WEBHOOK_SECRET ?? [],
  authorize: async (_request) => {
    // Who is signed in? Until this says it, everybody is told to sign in. Find your session in the request, and answer
    // the company that nectar.ensureCompany({ externalId, name }) made for its organization:
    //
    //   const session = await getSession(_request)
    //   return session && { companyId: session.org.nectarCompanyId, userId: session.user.id }
    return null
  },
  // While you develop: the address of \`npx nectar-sandbox\`. Without it, Nectar's own is used.
  nectar: process.env.NECTAR_ORIGIN
    ? { apiOrigin: process.env.NECTAR_ORIGIN, hostedOrigin: process.env.NECTAR_ORIGIN }
    : {},
})`

const OPTIONS = `export const nectar = ${CREATE}
`

/** Next.js loads a module once for route handlers, once for server components, and again after each change. */
const NEXT_OPTIONS = `export const nectar = oncePerProcess(() =>
${CREATE.replace(/^(?=.)/gm, '  ')},
)
`

/** The file with the options, and with what is mounted. */
export const SERVER: Readonly<Record<Framework, string>> = {
  next: `${importOf('createNectarConnect', 'server')}
${importOf('oncePerProcess', 'server/next')}

${NEXT_OPTIONS}`,
  express: withAdapter(
    'toExpressHandler',
    'express',
    "/** app.use('/api/nectar', nectarHandler), before anything that parses bodies. */\nexport const nectarHandler = toExpressHandler(nectar)",
  ),
  fastify: withAdapter(
    'toFastifyPlugin',
    'fastify',
    "/** app.register(nectarPlugin, { prefix: '/api/nectar' }) */\nexport const nectarPlugin = toFastifyPlugin(nectar)",
  ),
  hono: withAdapter(
    'toHonoHandler',
    'hono',
    "/** app.all('/api/nectar/*', nectarHandler) */\nexport const nectarHandler = toHonoHandler(nectar)",
  ),
  node: withAdapter(
    'toNodeHandler',
    'node',
    "/** if (req.url?.startsWith('/api/nectar/')) return nectarHandler(req, res) */\nexport const nectarHandler = toNodeHandler(nectar)",
  ),
}

function withAdapter(name: string, entry: string, mounted: string): string {
  return `${importOf('createNectarConnect', 'server')}
${importOf(name, `server/${entry}`)}

${OPTIONS}
${mounted}
`
}

/** What mounts it in a server that is there already: what is exported, the line, and where it goes. */
export const MOUNT: Readonly<Record<Exclude<Framework, 'next'>, readonly [string, string, string]>> = {
  express: [
    'nectarHandler',
    "app.use('/api/nectar', nectarHandler)",
    'before anything that parses bodies, such as express.json()',
  ],
  fastify: [
    'nectarPlugin',
    "app.register(nectarPlugin, { prefix: '/api/nectar' })",
    'anywhere before app.listen()',
  ],
  hono: ['nectarHandler', "app.all('/api/nectar/*', nectarHandler)", 'before routes that answer every path'],
  node: [
    'nectarHandler',
    "if (req.url?.startsWith('/api/nectar/')) return nectarHandler(req, res)",
    'at the top of your request listener',
  ],
}

/** \`PATH\` is the way to the file with the options. */
export const NEXT_ROUTE = `${importOf('toNextHandlers', 'server/next')}
import { nectar } from 'PATH'

export const { GET, POST, OPTIONS } = toNextHandlers(nectar)
`

export const PAGE = `import '@nectar-connect/react/styles.css'
${importOf('ConnectionList, NectarConnect', 'react')}

export default function Utilities() {
  return (
    <main>
      <h1>Utilities</h1>
      <NectarConnect />
      <ConnectionList />
    </main>
  )
}
`

/** By the variable, so that only those are added that are missing. */
export const ENV_LINES = {
  NECTAR_API_KEY:
    '# Nectar: Settings > Organization > API Keys. For the server only: never with a prefix that puts it into pages.',
  NECTAR_WEBHOOK_SECRET: '# Nectar: the signing secret (whsec_…) of your endpoint in the Svix portal.',
  NECTAR_ORIGIN:
    '# While you develop: the address of npx nectar-sandbox, such as http://localhost:4400. Empty in production.',
} as const
