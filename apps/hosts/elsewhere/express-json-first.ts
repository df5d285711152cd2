import { toExpressHandler } from '@nectar-connect/server/express'
import express from 'express'
import { nectar } from '../nectar.ts'

const app = express()

// The mistake that the handler explains.
app.use(express.json())
app.use('/api/nectar', toExpressHandler(nectar))

app.listen(process.env.PORT ?? 3000)
