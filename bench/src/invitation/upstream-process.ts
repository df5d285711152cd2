import { setTimeout as sleep } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

/** Makes invitations on loopback, as Nectar would. Runs in a process of its own, told how many milliseconds to wait. */
const delayMs = Number(process.argv[2])
const app = new Hono()

app.post('/v2.2/invitation/company/:id', async (context) => {
  const asked = await context.req.json()
  if (delayMs > 0) await sleep(delayMs)
  const createdAt = Date.now()
  const token = `inv_${crypto.randomUUID()}`
  return context.json({
    id: crypto.randomUUID(),
    token,
    invitationType: 'CREATE_CONNECTION',
    status: 'ACTIVE',
    invitationUrl: `https://dash.nectarclimate.com/p/i/${token}`,
    companyId: context.req.param('id'),
    connectionId: null,
    allowedEmails: [],
    expiresAt: toSeconds(createdAt + asked.expiresInSeconds * 1000),
    maxUses: asked.maxUses,
    useCount: 0,
    createdAt: toSeconds(createdAt),
    createdConnections: [],
  })
})

function toSeconds(ms: number) {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`
}

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.({ port }))
process.on('disconnect', () => process.exit())
