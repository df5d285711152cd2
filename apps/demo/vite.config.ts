import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

export default defineConfig({
  root: fileURLToPath(new URL('./web', import.meta.url)),
  plugins: [react()],
  // The workspace's packages are read from source, so that nothing has to be built first.
  resolve: { conditions: ['@nectar-connect/source', ...defaultClientConditions] },
  build: {
    outDir: fileURLToPath(new URL('./dist', import.meta.url)),
    emptyOutDir: true,
    // The policy allows fonts from our own origin, not from data: URLs.
    assetsInlineLimit: 0,
  },
})
