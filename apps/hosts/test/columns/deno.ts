import { packagedHost } from '../host.ts'

export const host = packagedHost(['@deno/linux-x64-glibc/deno', 'run', '--allow-all', 'deno.ts'], {
  name: 'Deno',
  always: false,
})
