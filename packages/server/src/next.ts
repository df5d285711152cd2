export { type NextHandlers, toNextHandlers } from './adapters/to-next-handlers.ts'
