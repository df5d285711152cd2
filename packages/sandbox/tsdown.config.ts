import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/index.ts', 'src/node.ts', 'src/cli.ts'],
  format: 'esm',
  platform: 'node',
  fixedExtension: false,
  dts: { eager: true },
  deps: { alwaysBundle: [/^@nectar-connect\/contract/] },
})
