import { nodeHost } from '../host.ts'

export const host = nodeHost('elsewhere/hono.ts', { name: 'Hono, elsewhere', always: false })
