import { nodeHost } from '../host.ts'

export const host = nodeHost('express.ts', { name: 'Express 5' })
