import { defineConfig, type UserConfig } from 'tsdown'

const locales = ['ar', 'de', 'en', 'es', 'fr', 'pseudo'].map((name) => [
  `locales/${name}`,
  `src/locales/${name}.ts`,
])

const shared: UserConfig = {
  entry: {
    appearance: 'src/appearance.ts',
    index: 'src/index.ts',
    page: 'src/page.ts',
    ...Object.fromEntries(locales),
  },
  platform: 'neutral',
  sourcemap: true,
  // It names the sources of the bundled packages too: types of a file that is not named cost a compilation of their own.
  tsconfig: 'tsconfig.build.json',
  deps: { alwaysBundle: [/^@nectar-connect\/(contract|client)/] },
}

const dts = { eager: true, sourcemap: true, compilerOptions: { stripInternal: true } }

export default defineConfig([
  // A file for each module: only so can a host's bundler leave out what is not used, and load later what is not used yet.
  { ...shared, format: 'esm', dts: false, unbundle: true },
  // Types of both formats, and CommonJS, of which no bundler makes a page.
  {
    ...shared,
    format: { esm: { dts: { ...dts, emitDtsOnly: true } }, cjs: { dts, outputOptions: { strict: true } } },
    clean: false,
    hooks: { 'build:done': () => import('./bundle-styles.mjs') },
  },
])
