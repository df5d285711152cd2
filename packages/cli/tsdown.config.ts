import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: 'src/main.ts',
  format: 'esm',
  sourcemap: true,
  platform: 'node',
  fixedExtension: false,
  // It runs where nothing else of ours is installed.
  deps: { alwaysBundle: [/^@nectar-connect\//] },
})
