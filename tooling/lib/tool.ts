import { execa } from 'execa'
import { ROOT } from './root.mjs'

/**
 * Runs a program, by preference one that this workspace has installed. It never rejects: see `failed` of the result; `all` is
 * what it printed. To show the output instead, pass `stdout: 'inherit', stderr: 'inherit'`.
 */
export const tool = execa({
  cwd: ROOT,
  localDir: ROOT,
  preferLocal: true,
  stdin: 'ignore',
  // The commands of the workspace set it for themselves, and would hand it on to the programs of hosts.
  env: { NODE_PATH: undefined },
  all: true,
  reject: false,
})
