import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['index', 'express', 'fastify', 'fetch', 'hono', 'next', 'node', 'redis', 'sqlite'].map(
    (name) => `src/${name}.ts`,
  ),
  format: { esm: {}, cjs: { outputOptions: { strict: true } } },
  sourcemap: true,
  platform: 'neutral',
  // It names the contract's sources too: types of a file that is not named cost a compilation of their own.
  tsconfig: 'tsconfig.build.json',
  dts: { eager: true, sourcemap: true },
  deps: { alwaysBundle: [/^@nectar-connect\/contract/], neverBundle: [/^node:/] },
})
