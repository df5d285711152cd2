import { fileURLToPath } from 'node:url'
import {
  build,
  createServer,
  defaultClientConditions,
  defaultServerConditions,
  type InlineConfig,
} from 'vite'
import type { PageSettings } from '../rendered/page.tsx'

const ROOT = fileURLToPath(new URL('../rendered/', import.meta.url))
const SOURCE = '@nectar-connect/source'

interface RenderedPage {
  /** What the document loads, by path. */
  files: Map<string, { type: string; text: string }>
  renderPage(settings: PageSettings): Promise<string>
  close(): Promise<void>
}

/**
 * Bundles the page for the browser, and makes it ready to be rendered on the server. With React as developers run it:
 * that one says in the console what did not match.
 */
export async function buildRenderedPage(): Promise<RenderedPage> {
  const shared: InlineConfig = {
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    mode: 'development',
    resolve: { conditions: [SOURCE, ...defaultClientConditions] },
    ssr: {
      resolve: { conditions: [SOURCE, ...defaultServerConditions] },
      noExternal: [/^@nectar-connect\//],
    },
  }
  const built = await build({
    ...shared,
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: `${ROOT}client.tsx`,
        output: { entryFileNames: 'assets/app.js', assetFileNames: 'assets/app.[ext]' },
      },
    },
  })
  const [output] = [built].flat()
  if (output === undefined || !('output' in output)) throw new Error('The page was not built.')
  const files = new Map(
    output.output.map((file) => [
      `/${file.fileName}`,
      file.type === 'chunk'
        ? { type: 'text/javascript', text: file.code }
        : { type: 'text/css', text: String(file.source) },
    ]),
  )
  const server = await createServer({
    ...shared,
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  })
  const { renderPage } = await server.ssrLoadModule('/render-page.tsx')
  return { files, renderPage, close: () => server.close() }
}
