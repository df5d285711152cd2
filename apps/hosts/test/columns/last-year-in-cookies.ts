import { nodeHost } from '../host.ts'

export const host = nodeHost(
  'elsewhere/last-year.ts',
  { name: 'Express 4, with a session of last year in cookies', always: false },
  { SESSIONS: 'in-cookies' },
)
