import { nodeHost } from '../host.ts'

export const host = nodeHost('express-behind-json.ts', {
  name: 'Express 5 behind express.json()',
  parsesFirst: true,
})
