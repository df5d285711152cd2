export { toFastifyPlugin } from './node/to-fastify-plugin.ts'
