export { toNodeHandler } from './node/to-node-handler.ts'
