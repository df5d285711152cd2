import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: { index: 'src/index.ts' },
  format: 'esm',
  platform: 'neutral',
  // It names the sources of the bundled packages too: types of a file that is not named cost a compilation of their own.
  tsconfig: 'tsconfig.build.json',
  dts: { eager: true },
  deps: { alwaysBundle: [/^@nectar-connect\/(contract|client)/] },
  hooks: { 'build:done': () => import('./bundle-styles.mjs') },
})
