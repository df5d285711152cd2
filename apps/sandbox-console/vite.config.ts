import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

const SANDBOX = 'http://localhost:4400'

/** The console as the sandbox serves it: files at `/console/`, in the sandbox's own package. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/console/',
  plugins: [
    react(),
    {
      name: 'license-of-the-typefaces',
      generateBundle() {
        const file = new URL(import.meta.resolve('@fontsource-variable/geist/LICENSE'))
        this.emitFile({ type: 'asset', fileName: 'geist-license.txt', source: readFileSync(file) })
      },
    },
  ],
  resolve: { conditions: ['@nectar-connect/source', ...defaultClientConditions] },
  build: {
    outDir: fileURLToPath(new URL('../../packages/sandbox/dist/console', import.meta.url)),
    emptyOutDir: true,
    license: { fileName: 'license.md' },
    // The page's policy allows neither.
    assetsInlineLimit: 0,
    modulePreload: false,
  },
  // For work on the console: beside a sandbox at its usual port.
  server: { proxy: { '/_sandbox': SANDBOX, '/mails': SANDBOX } },
})
