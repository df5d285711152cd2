import { nextHost } from '../next-host.ts'

export const host = nextHost('next', {
  name: 'Next.js App Router, elsewhere',
  always: false,
  basePath: '/v1/connect',
  allowsApp: true,
  foreignMethods: false,
})
