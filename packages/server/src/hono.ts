export { toHonoHandler } from './adapters/to-hono-handler.ts'
