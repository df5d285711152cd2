import { nodeHost } from '../host.ts'

export const host = nodeHost('elsewhere/last-year.ts', {
  name: 'Express 4, with session, logger and compression of last year',
  always: false,
})
