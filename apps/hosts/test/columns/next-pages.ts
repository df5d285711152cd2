import { nextHost } from '../next-host.ts'

export const host = nextHost('next-pages', {
  name: 'Next.js Pages Router',
  always: false,
})
