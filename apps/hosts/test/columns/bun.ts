import { packagedHost } from '../host.ts'

export const host = packagedHost(['@oven/bun-linux-x64/bin/bun', 'run', 'bun.ts'], {
  name: 'Bun',
  always: false,
})
