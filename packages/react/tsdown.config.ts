import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: { index: 'src/index.ts', page: 'src/page.ts' },
  format: 'esm',
  platform: 'neutral',
  sourcemap: true,
  // It names the sources of the bundled packages too: types of a file that is not named cost a compilation of their own.
  tsconfig: 'tsconfig.build.json',
  dts: { eager: true, sourcemap: true },
  // Small, and not in every host's tree already: bundled, so that hosts install nothing for it.
  deps: { alwaysBundle: [/^@nectar-connect\/(contract|client)/, 'eventsource-parser'] },
  hooks: { 'build:done': () => import('./bundle-styles.mjs') },
})
