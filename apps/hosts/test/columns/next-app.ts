import { nextHost } from '../next-host.ts'

export const host = nextHost('next', {
  name: 'Next.js App Router',
  // Next answers those by itself, and so shortly that no client can tell why.
  foreignMethods: false,
})
