import { nodeHost } from '../host.ts'

export const host = nodeHost('fastify.ts', { name: 'Fastify 5' })
