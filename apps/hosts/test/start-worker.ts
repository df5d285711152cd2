import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { Miniflare } from 'miniflare'
import type { RunningHost } from './start-process.ts'

/** Starts `worker.ts` in workerd, bundled as Cloudflare's own tools do it: without a single module of Node. */
export async function startWorker(env: Record<string, string>): Promise<RunningHost> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../worker.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'browser'],
    external: ['cloudflare:*'],
    write: false,
  })
  const [worker] = outputFiles
  let printed = ''
  const miniflare = new Miniflare({
    modules: true,
    script: worker?.text ?? '',
    bindings: env,
    compatibilityDate: '2026-07-01',
    // Its log is kept like that of every other host: a test may ask for it.
    handleStructuredLogs: ({ message }: { message: string }) => {
      printed += `${message}\n`
    },
    host: '127.0.0.1',
    port: 0,
  })
  const url = await miniflare.ready
  return { origin: url.origin, output: () => printed, close: () => miniflare.dispose() }
}
