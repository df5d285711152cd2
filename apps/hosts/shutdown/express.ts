import { toExpressHandler } from '@nectar-connect/server/express'
import express from 'express'
import { nectar } from './nectar.ts'

const app = express()
app.use('/api/nectar', toExpressHandler(nectar))

const server = app.listen(process.env.PORT ?? 3000)

process.once('SIGTERM', async () => {
  server.close()
  await nectar.close()
  process.exit(0)
})
