import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, defaultClientConditions } from 'vite'

/** A file of a page, as it is sent. */
export interface SentFile {
  type: string
  /** Compressed. */
  body: Buffer
}

/** A page as its host builds it: by Vite, for production, with React in it. By path, with the document at `/`. */
export async function buildPage(entry: 'our-page.ts' | 'their-page.ts'): Promise<Map<string, SentFile>> {
  const input = fileURLToPath(new URL(entry, import.meta.url))
  const built = await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    logLevel: 'error',
    mode: 'production',
    resolve: { conditions: ['@nectar-connect/source', ...defaultClientConditions] },
    build: { write: false, rolldownOptions: { input } },
  })
  const [result] = [built].flat()
  if (result === undefined || !('output' in result)) throw new Error('The page was not built.')
  const files = new Map<string, SentFile>()
  for (const file of result.output) {
    const [type, text] =
      file.type === 'chunk' ? ['text/javascript', file.code] : ['text/css', String(file.source)]
    files.set(`/${file.fileName}`, compress(type, text))
  }
  const main = result.output.find((file) => file.type === 'chunk' && file.isEntry)
  files.set(
    '/',
    compress(
      'text/html; charset=utf-8',
      `<!doctype html><html lang="en"><head><title>Fernway</title><link rel="icon" href="data:,"></head><body><div id="root"></div><script type="module" src="/${main?.fileName}"></script></body></html>`,
    ),
  )
  return files
}

export function compress(type: string, text: string): SentFile {
  return { type, body: gzipSync(text, { level: 9 }) }
}
