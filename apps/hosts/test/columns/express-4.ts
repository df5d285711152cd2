import { nodeHost } from '../host.ts'

export const host = nodeHost('express-4.ts', { name: 'Express 4', always: false })
