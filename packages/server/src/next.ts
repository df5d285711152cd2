export { oncePerProcess } from './adapters/once-per-process.ts'
export { type NextHandlers, toNextHandlers } from './adapters/to-next-handlers.ts'
