import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/index.ts', 'src/node.ts', 'src/page.ts', 'src/cli.ts'],
  format: 'esm',
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
