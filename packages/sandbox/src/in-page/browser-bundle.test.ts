import { isBuiltin } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build, type Rollup } from 'vite'
import { expect, test } from 'vitest'

/** Bundles an entry for a browser, and leaves Node's modules where they are: they would be seen. */
async function bundle(entry: string): Promise<Rollup.OutputChunk[]> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { conditions: ['@nectar-connect/source', 'module', 'browser', 'production'] },
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL(entry, import.meta.url)), formats: ['es'] },
      rollupOptions: { external: (id) => isBuiltin(id) },
    },
  })
  return [made]
    .flat()
    .flatMap((result) => ('output' in result ? result.output : []))
    .filter(isChunk)
}

function isChunk(output: Rollup.OutputChunk | Rollup.OutputAsset): output is Rollup.OutputChunk {
  return output.type === 'chunk'
}

function imports(chunks: Rollup.OutputChunk[]): string[] {
  return chunks.flatMap(({ imports, dynamicImports }) => [...imports, ...dynamicImports]).filter(isBuiltin)
}

test('what a page loads of the sandbox needs nothing of Node', async () => {
  const chunks = await bundle('../page.ts')
  expect(imports(chunks)).toEqual([])
  const code = chunks.map((chunk) => chunk.code).join('\n')
  expect(code).toContain('createInPageSandbox')
  expect(code.match(/.*["'`]node:.*/g)).toBeNull()
})

test('this would be seen', async () => {
  expect(imports(await bundle('../node.ts'))).not.toEqual([])
})
