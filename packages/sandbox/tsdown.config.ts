import { defineConfig } from 'tsdown'

const entry = ['src/index.ts', 'src/node.ts', 'src/page.ts']

export default defineConfig({
  format: { esm: { entry: [...entry, 'src/cli.ts'] }, cjs: { entry, outputOptions: { strict: true } } },
  // A sandbox that is running serves the console, which has a build of its own.
  clean: ['dist/*', '!dist/console'],
  sourcemap: true,
  platform: 'node',
  fixedExtension: false,
  // It names the contract's sources too: types of a file that is not named cost a compilation of their own.
  tsconfig: 'tsconfig.build.json',
  dts: { eager: true, sourcemap: true },
  copy: ['src/hosted/fonts/figtree-license.txt'],
  deps: { alwaysBundle: [/^@nectar-connect\/contract/] },
})
