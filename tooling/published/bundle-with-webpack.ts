import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** Installed where the packed packages are, and nowhere else: nothing of this workspace is built with them. */
export const WEBPACK = { webpack: '5.112.2' }
export const RSPACK = { '@rspack/core': '2.3.4' }

/**
 * Bundles as a host does that is built with webpack, or with what takes its place, and knows nothing of us.
 *
 * @param {string} folder Where the bundler and the packed packages are installed.
 * @param {'production' | 'development'} mode
 * @param {string} entry A file of the folder.
 * @param {'webpack' | '@rspack/core'} [bundler]
 * @returns {Promise<Record<string, string>>} The code by the names of the files: `page.js`, and what is loaded later.
 * @throws Error with what the bundler complained about
 */
export async function bundleWithWebpack(folder, mode, entry, bundler = 'webpack') {
  const installed = createRequire(path.join(folder, 'package.json'))(bundler)
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
  const stats = await new Promise((resolve, reject) => {
    compiler.run((error, done) => compiler.close(() => (error ? reject(error) : resolve(done))))
  })
  if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString('errors-warnings'))
  const files = readdirSync(out).filter((file) => file.endsWith('.js'))
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(out, file), 'utf8')]))
}
