import { nextHost } from '../next-host.ts'

export const host = nextHost('next', {
  name: 'Next.js App Router, elsewhere',
  basePath: '/v1/connect',
  allowsApp: true,
  foreignMethods: false,
})
