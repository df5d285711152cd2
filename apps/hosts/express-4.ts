import { toExpressHandler } from '@nectar-connect/server/express'
import express from 'express-4'
import { nectar } from './nectar.ts'

const app = express()

app.use('/api/nectar', toExpressHandler(nectar))
app.use(express.json())

app.listen(process.env.PORT ?? 3000)
