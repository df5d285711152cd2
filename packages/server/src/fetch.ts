export { toFetchHandler } from './adapters/to-fetch-handler.ts'
