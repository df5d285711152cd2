import { toExpressHandler } from '@nectar-connect/server/express'
import express from 'express'
import serverless from 'serverless-http'
import { nectar } from './nectar.ts'

const app = express()

app.use('/api/nectar', toExpressHandler(nectar))
app.use(express.json())

export const handler = serverless(app)
