import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: { index: 'src/index.ts', node: 'src/node.ts', sqlite: 'src/sqlite.ts', redis: 'src/redis.ts' },
  format: 'esm',
  platform: 'neutral',
  // It names the contract's sources too: types of a file that is not named cost a compilation of their own.
  tsconfig: 'tsconfig.build.json',
  dts: { eager: true },
  deps: { alwaysBundle: [/^@nectar-connect\/contract/], neverBundle: [/^node:/] },
})
