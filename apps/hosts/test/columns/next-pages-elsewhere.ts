import { nextHost } from '../next-host.ts'

export const host = nextHost('next-pages', {
  name: 'Next.js Pages Router, elsewhere',
  always: false,
  basePath: '/api/elsewhere',
  ownCookies: true,
  allowsApp: true,
})
