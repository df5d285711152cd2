import { keepRawBody, toExpressHandler } from '@nectar-connect/server/express'
import express from 'express'
import { nectar } from './nectar.ts'

const app = express()

app.use(express.json({ verify: keepRawBody }))
app.use('/api/nectar', toExpressHandler(nectar))

app.listen(process.env.PORT ?? 3000)
