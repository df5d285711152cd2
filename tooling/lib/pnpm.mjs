import { ROOT } from './root.mjs'
import { run } from './run.mjs'

/** The one that wrote the lockfile. */
const PNPM_VERSION = '10.34.9'

/**
 * Runs pnpm in exactly that version, whatever is installed on the machine.
 *
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function pnpm(args, options = {}) {
  return run('npx', ['-y', `pnpm@${PNPM_VERSION}`, ...args], {
    cwd: ROOT,
    // On Windows npx is a batch file, which only a shell can start.
    shell: process.platform === 'win32',
    ...options,
    // Otherwise npm comments on the user's own settings before every run.
    env: { npm_config_loglevel: 'error', npm_config_update_notifier: 'false', ...options.env },
  })
}
