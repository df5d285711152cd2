const { options } = require('./.dependency-cruiser.cjs')
const TESTING = require('./tooling/lib/test-files.cjs')

/**
 * No two folders need each other, however deep they are nested. What counts is what is left when types are gone.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: 'no-circles-of-folders',
      severity: 'error',
      scope: 'folder',
      from: { path: '^packages/' },
      to: { circular: true },
    },
  ],
  options: {
    ...options,
    exclude: { path: [options.exclude.path, TESTING] },
    tsPreCompilationDeps: false,
  },
}
