import type { Framework } from './plan-files.ts'

/** Made here, so that what is published holds no line that only looks like an import of its own. */
const importOf = (names: string, entry: string) => `import { ${names} } from '@nectar-connect/${entry}'`

/** Without types, so that they are the same in JavaScript. What is written is compiled and run by the tests of the hosts. */
const CREATE = `createNectarConnect({
  apiKey: process.env.NECTAR_API_KEY,
  webhookSecret: process.env.NECTAR_WEBHOOK_SECRET,
  authorize: async (_request) => {
    // Who is signed in? Until this says it, everybody is told to sign in. Find your session in the request, and answer
    // the company that nectar.ensureCompany({ externalId, name }) made for its organization:
    //
    //   const session = await getSession(_request)
    //   return session && { companyId: session.org.nectarCompanyId, userId: session.user.id }
    return null
  },
  // While you develop: the address of \`npx nectar-sandbox\`. Without it, Nectar's own is used.
  nectar: { sandbox: process.env.NECTAR_ORIGIN },
})`

/** How a server that is there already mounts it: what the file exports, the line, and where that goes. */
export const MOUNT = {
  express: {
    adapter: 'toExpressHandler',
    name: 'nectarHandler',
    line: "app.use('/api/nectar', nectarHandler)",
    where: 'before anything that parses bodies, such as express.json()',
  },
  fastify: {
    adapter: 'toFastifyPlugin',
    name: 'nectarPlugin',
    line: "app.register(nectarPlugin, { prefix: '/api/nectar' })",
    where: 'anywhere before app.listen()',
  },
  hono: {
    adapter: 'toHonoHandler',
    name: 'nectarHandler',
    line: "app.all('/api/nectar/*', nectarHandler)",
    where: 'before routes that answer every path',
  },
  node: {
    adapter: 'toNodeHandler',
    name: 'nectarHandler',
    line: "if (req.url?.startsWith('/api/nectar/')) return nectarHandler(req, res)",
    where: 'at the top of your request listener',
  },
} as const

/** The file with the options, and with what is mounted. */
export function writeServer(framework: Framework): string {
  const imported = importOf('createNectarConnect', 'server')
  if (framework === 'next') {
    // Next.js loads a module once for route handlers, once for server components, and again after each change.
    const indented = CREATE.replace(/^(?=.)/gm, '  ')
    return `${imported}
${importOf('oncePerProcess', 'server/next')}

export const nectar = oncePerProcess(() =>
${indented},
)
`
  }
  const { adapter, name, line, where } = MOUNT[framework]
  return `${imported}
${importOf(adapter, `server/${framework}`)}

export const nectar = ${CREATE}

/** ${line}: ${where}. */
export const ${name} = ${adapter}(nectar)
`
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
