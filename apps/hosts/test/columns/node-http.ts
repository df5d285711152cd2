import { nodeHost } from '../host.ts'

export const host = nodeHost('node-http.ts', { name: 'Node http' })
