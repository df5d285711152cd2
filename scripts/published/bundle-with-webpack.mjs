import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** Installed where the packed packages are, and nowhere else: nothing of this workspace is built with it. */
export const WEBPACK = { webpack: '5.112.2' }

/**
 * Bundles as a host does that is built with webpack and knows nothing of us.
 *
 * @param {string} folder Where webpack and the packed packages are installed.
 * @param {'production' | 'development'} mode
 * @param {string} entry A file of the folder.
 * @returns {Promise<string>} The code, with what is loaded later.
 * @throws Error with what webpack complained about
 */
export async function bundleWithWebpack(folder, mode, entry) {
  const webpack = createRequire(path.join(folder, 'package.json'))('webpack')
  const out = path.join(folder, `webpack-${mode}`)
  const compiler = webpack({
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
  return readdirSync(out)
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(path.join(out, file), 'utf8'))
    .join('\n')
}
