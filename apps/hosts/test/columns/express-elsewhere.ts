import { nodeHost } from '../host.ts'

export const host = nodeHost('elsewhere/express.ts', { name: 'Express 5, elsewhere' })
