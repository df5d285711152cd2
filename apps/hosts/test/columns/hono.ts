import { nodeHost } from '../host.ts'

export const host = nodeHost('hono.ts', { name: 'Hono' })
