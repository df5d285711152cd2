import { createNectarConnect } from '@nectar-connect/server'
import { createSqliteStore } from '@nectar-connect/server/sqlite'
import { getSession } from '../session.ts'

const file = process.env.DATABASE ?? 'nectar-connect.db'
const slowMs = Number(process.env.SLOW_MS ?? 0)

/** One whose function takes a while, and whose store the next process finds. */
export const nectar = createNectarConnect({
  apiKey: process.env.NECTAR_API_KEY,
  webhookSecret: process.env.NECTAR_WEBHOOK_SECRET,
  authorize: getSession,
  nectar: { sandbox: process.env.NECTAR_ORIGIN ?? '' },
  store: createSqliteStore({ path: file }),
  async onConnectionChange({ change }) {
    console.log(`told of ${change.to}`)
    await new Promise((resolve) => setTimeout(resolve, slowMs))
  },
})
