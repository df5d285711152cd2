import { nodeHost } from '../host.ts'

export const host = nodeHost('elsewhere/fastify.ts', { name: 'Fastify 5, elsewhere', always: false })
