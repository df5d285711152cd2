import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** Installed where the packed packages are, and nowhere else: nothing of this workspace is built with them. */
export const WEBPACK = { webpack: '5.112.2' }
export const RSPACK = { '@rspack/core': '2.3.4' }

/** What is used of webpack, and of what takes its place. */
type Bundler = (options: Record<string, unknown>) => {
  run(done: (error: Error | null, stats: Stats) => void): void
  close(done: () => void): void
}

interface Stats {
  hasErrors(): boolean
  hasWarnings(): boolean
  toString(preset: string): string
}

/**
 * Bundles as a host does that is built with webpack, or with what takes its place, and knows nothing of us.
 *
 * @param folder Where the bundler and the packed packages are installed.
 * @param entry A file of the folder.
 * @returns The code by the names of the files: `page.js`, and what is loaded later.
 * @throws Error with what the bundler printed
 */
export async function bundleWithWebpack(
  folder: string,
  mode: 'production' | 'development',
  entry: string,
  bundler: 'webpack' | '@rspack/core' = 'webpack',
): Promise<Record<string, string>> {
  const installed = createRequire(path.join(folder, 'package.json'))(bundler) as Bundler & { rspack: Bundler }
  const out = path.join(folder, `${path.basename(bundler)}-${mode}`)
  const compiler = (bundler === 'webpack' ? installed : installed.rspack)({
    mode,
    context: folder,
    entry: `./${entry}`,
    // Anything but `eval`, in which texts are escaped.
    devtool: false,
    output: { path: out, filename: 'page.js', clean: true },
    performance: { hints: false },
  })
  const stats = await new Promise<Stats>((resolve, reject) => {
    compiler.run((error, done) => compiler.close(() => (error ? reject(error) : resolve(done))))
  })
  if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString('errors-warnings'))
  const files = readdirSync(out).filter((file) => file.endsWith('.js'))
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(out, file), 'utf8')]))
}
