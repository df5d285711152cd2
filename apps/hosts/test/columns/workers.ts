import { hostOf } from '../host.ts'
import { startWorker } from '../start-worker.ts'

export const host = hostOf(startWorker, { name: 'Cloudflare Workers', streams: false })
